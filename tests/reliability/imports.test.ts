/** A short run of `npm run test:imports`: smaller files of each kind, against the service as it is built. */
import { expect, it } from 'vitest';
import { cases } from '../../reliability/imports/cases.js';
import { measureImports } from '../../reliability/imports/imports.js';

/** One of each kind of work: a table, YAML, JSON, a mapping, what one row makes, a good file. */
const kinds = ['columns', 'YAML of 300,000', 'evidence', 'nested 100,000 deep', 'meanings', 'multiply', 'with claims'];

it('an import of any kind is refused or done, and leaves its place to the next', { timeout: 120_000 }, async () => {
  const chosen = cases.filter(({ name }) => kinds.some((kind) => name.includes(kind)));
  const all = await measureImports({ scale: 0.02, patience: 60, rounds: 1, chosen });
  expect(all.length).toBeGreaterThan(kinds.length - 1);
  for (const { name, outcome, message } of all) expect([200, 400], `${name}: ${message}`).toContain(outcome);
  expect(all.at(-1)).toMatchObject({ name: '10,000 people with claims', outcome: 200 });
});
