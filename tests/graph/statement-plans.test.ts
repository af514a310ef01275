import { expect, it } from 'vitest';
import { StatementPlans } from '../../src/graph/neo4j/statement-plans.js';

it('makes the plan of a statement once, and again after the statement failed', async () => {
  const plans = new StatementPlans();
  const done: string[] = [];
  const use = (text: string, run: () => Promise<unknown>) => plans.use(text, async () => done.push(`plan ${text}`), run);
  await use('a', async () => done.push('run a'));
  await use('a', async () => done.push('run a'));
  await expect(use('a', () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped');
  await use('a', async () => done.push('run a'));
  await use('b', async () => done.push('run b'));
  expect(done).toEqual(['plan a', 'run a', 'run a', 'plan a', 'run a', 'plan b', 'run b']);
});
