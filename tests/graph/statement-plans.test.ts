import { expect, it } from 'vitest';
import { StatementPlans } from '../../src/graph/neo4j/statement-plans.js';

it('makes the plan of a statement once, and again after the statement failed', async () => {
  const plans = new StatementPlans();
  const done: string[] = [];
  const use = (text: string, run: () => Promise<unknown>) =>
    plans.use(text, { plan: async () => done.push(`plan ${text}`), run });
  await use('a', async () => done.push('run a'));
  await use('a', async () => done.push('run a'));
  await expect(use('a', () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped');
  await use('a', async () => done.push('run a'));
  await use('b', async () => done.push('run b'));
  expect(done).toEqual(['plan a', 'run a', 'run a', 'plan a', 'run a', 'plan b', 'run b']);
});

it('makes one plan for all that ask at once, also when the first gives up', async () => {
  const plans = new StatementPlans();
  const done: string[] = [];
  let finish = (): void => undefined;
  const plan = () => new Promise<void>((resolve) => (finish = () => resolve(done.push('plan') as never)));
  const controller = new AbortController();
  const first = plans.use('a', { plan, run: async () => done.push('first'), signal: controller.signal });
  const second = plans.use('a', { plan, run: async () => done.push('second') });
  controller.abort(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  finish();
  await second;
  expect(done).toEqual(['plan', 'second']);
});
