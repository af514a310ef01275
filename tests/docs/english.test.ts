/** Everything that a person reads keeps to the word list of CONTRIBUTING.md. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const folders = ['bench', 'cypher', 'docs', 'examples', 'scripts', 'src', 'tests', 'web'];
const pages = ['CHANGELOG.md', 'CONTRIBUTING.md', 'README.md', 'docker-compose.yml', 'package.json', 'schema.graphql'];
const prose = /\.(css|cypher|graphql|html|js|md|mjs|py|ts|tsx|yaml|yml)$/;
const list = /<!-- words -->[^]*<!-- \/words -->/;

const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const files = [
  ...pages,
  ...folders.flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      .filter((file) => prose.test(file) && !/\/(node_modules|out)\//.test(file) && file !== 'tests/docs/english.test.ts'),
  ),
];

/** The table's rows: what is refused, and what to write. */
const words = [...(list.exec(read('CONTRIBUTING.md'))?.[0] ?? '').matchAll(/^\| `(.+)` \| (.+) \|$/gm)].map(
  ([, pattern = '', write = '']) => ({ pattern: pattern.replaceAll('\\|', '|'), write }),
);
const lines = files.flatMap((file) =>
  read(file)
    .replace(list, (table) => table.replaceAll(/.+/g, ''))
    .split('\n')
    .map((text, index) => ({ at: `${file}:${index + 1}`, text })),
);

describe('the word list', () => {
  it('is read from CONTRIBUTING.md', () => {
    expect(words).toContainEqual({ pattern: '\\banew\\b', write: 'again' });
  });

  it.each([
    ['20 where nothing is said', 'by default'],
    ['names an entity that is not there: "x"', 'exists; unknown, missing'],
    ['A message is not as the protocol has it.', 'as … requires, in the form of …'],
    ['names a column that the table has not: "x"', 'does not have, lacks'],
    ['nobody is told', 'is reported, is notified'],
    ['closes a circle of PART_OF', 'cycle'],
  ])('refuses "%s"', (text, write) => {
    expect(words.filter(({ pattern }) => new RegExp(pattern, 'i').test(text)).map((row) => row.write)).toEqual([write]);
  });

  it.each(words)('finds nothing like $pattern: write "$write"', ({ pattern }) => {
    const refused = new RegExp(pattern, 'i');
    expect(lines.filter(({ text }) => refused.test(text)).map(({ at, text }) => `${at} ${text.trim()}`)).toEqual([]);
  });
});
