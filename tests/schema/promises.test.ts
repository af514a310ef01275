/** The schema breaks no promise to the clients of the last release that the changelog does not declare. */
import { readFileSync, readdirSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { undated, undeclared } from './promises.js';

const folder = new URL('../../', import.meta.url);
const changelog = readFileSync(new URL('CHANGELOG.md', folder), 'utf8');

it('declares every breaking change since the last release', async () => {
  const [release, ...others] = readdirSync(new URL('releases/', folder));
  expect(others).toEqual([]);
  const released = buildSchema(readFileSync(new URL(`releases/${release}`, folder), 'utf8'));
  expect(undeclared(released, await graphqlSchema(), changelog)).toEqual([]);
});

it('says of everything deprecated until when it stays', async () => {
  expect(undated(await graphqlSchema())).toEqual([]);
});

const released = buildSchema(
  'type Query { a(x: Int, y: Int): Int b: Int c: E d(i: I): Int } enum E { ONE TWO } input I { f: Int } type T { t: Int }',
);
const changed = buildSchema('type Query { a(x: Int!): Int c: E d(i: I): Int } enum E { ONE } input I { f: Int g: Int! }');
const changes = [
  'T was removed.',
  'Query.a arg x has changed type from Int to Int!.',
  'Query.a arg y was removed.',
  'Query.b was removed.',
  'TWO was removed from enum type E.',
  'A required field g on input type I was added.',
];

it('finds each kind of change, unless a line of the unreleased part that begins with Breaking names it', () => {
  expect([...undeclared(released, changed, '')].sort()).toEqual([...changes].sort());
  const log = (line: string) => `# Changelog\n\n## [Unreleased]\n\n${line}\n\n## 1\n\n- Breaking: \`T\`.\n`;
  const left = (line: string) => changes.filter((change) => !undeclared(released, changed, log(line)).includes(change));
  expect(left('- Breaking: `T` and `TWO`.')).toEqual(['T was removed.', 'TWO was removed from enum type E.']);
  expect(left('- **Breaking:** `Query.a` takes an `x`.')).toEqual(changes.slice(1, 3));
  expect(left('- Breaking: `b`, `g`.')).toEqual(['Query.b was removed.', 'A required field g on input type I was added.']);
  expect(left('- `T` is gone.')).toEqual([]);
  expect(left('')).toEqual([]);
});

it('finds what is deprecated without a day', () => {
  const schema = buildSchema(
    'type Query { a: Int @deprecated b: Int @deprecated(reason: "Use c. Removed not before 2027-06-01.") c(x: Int @deprecated(reason: "Soon.")): E } enum E { ONE TWO @deprecated(reason: "2027-06-01") }',
  );
  expect(undated(schema)).toEqual(['Query.a', 'Query.x', 'E.TWO']);
});
