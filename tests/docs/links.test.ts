/** Every relative link of a Markdown file leads to a file of the repository, and to a heading that it has. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import MarkdownIt, { type Token } from 'markdown-it';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const markdown = new MarkdownIt({ html: true });
const folders = ['cypher', 'docs', 'examples', 'web', 'tests/golden'];
const files = [
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'README.md',
  ...folders.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md') && !file.includes('node_modules'))
      .map((file) => `${folder}/${file}`),
  ),
];

const parsed = (file: string) => markdown.parse(readFileSync(root + file, 'utf8'), {});
const textOf = ({ children }: Token) => (children ?? []).map(({ content }) => content).join('');

function headings(file: string): string[] {
  const slugger = new GithubSlugger();
  return parsed(file).flatMap((token, index, tokens) =>
    tokens[index - 1]?.type === 'heading_open' ? [slugger.slug(textOf(token))] : [],
  );
}

const linksOf = (file: string): string[] =>
  parsed(file)
    .flatMap(({ children }) => children ?? [])
    .flatMap((token) => [token.attrGet('href'), token.attrGet('src')])
    .filter((link) => typeof link === 'string')
    .filter((link) => !/^[a-z]+:/.test(link));

/** What is wrong with a link, or nothing. */
function faultOf(file: string, link: string): string[] {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? file : posix.join(posix.dirname(file), decodeURI(path));
  if (!existsSync(root + target)) return [`${file}: ${link} does not exist`];
  if (anchor === undefined || !target.endsWith('.md') || headings(target).includes(anchor)) return [];
  return [`${file}: ${link}: ${target} has no heading #${anchor}`];
}

describe('links of Markdown files', () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(linksOf('docs/README.md')).toContain('ask.md');
    expect(headings('docs/README.md')).toContain('look-up');
  });

  it.each([
    ['nowhere.md', 'docs/README.md: nowhere.md does not exist'],
    ['ask.md#nowhere', 'docs/README.md: ask.md#nowhere: docs/ask.md has no heading #nowhere'],
    ['#nowhere', 'docs/README.md: #nowhere: docs/README.md has no heading #nowhere'],
  ])('are refused: %s', (link, fault) => expect(faultOf('docs/README.md', link)).toEqual([fault]));

  it.each(files)('of %s resolve', (file) => {
    expect(linksOf(file).flatMap((link) => faultOf(file, link))).toEqual([]);
  });
});

it('the image is built from each folder that a page links to', () => {
  const kept = readFileSync(`${root}.dockerignore`, 'utf8').split('\n');
  const pages = files.filter((file) => !/^(web|tests)\//.test(file));
  const tops = new Set(
    pages.flatMap((file) => linksOf(file).map((link) => posix.join(posix.dirname(file), link.split('#')[0] ?? '').split('/')[0])),
  );
  const missing = [...tops].filter(
    (name = '') =>
      !['.', ''].includes(name) && !name.endsWith('.md') && !kept.includes(`!${name}/`) && !kept.includes(`!${name}`),
  );
  expect(missing).toEqual([]);
});

describe('decisions', () => {
  const decisions = readdirSync(`${root}docs/decisions`).sort();
  const number = (file: string) => file.slice(0, 3);

  it('have numbers of their own, without a gap', () => {
    expect(decisions.map(number)).toEqual(decisions.map((_, index) => String(index + 1).padStart(3, '0')));
  });

  it.each(decisions)('begin with their number: %s', (file) => {
    expect(headings(`docs/decisions/${file}`)[0]).toMatch(new RegExp(`^${number(file)}-`));
  });

  it('exist where the code names them', () => {
    const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const named = sources.flatMap(
      (file) => readFileSync(`${root}src/${file}`, 'utf8').match(/(?<=docs\/decisions\/)[-\w]+/g) ?? [],
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !decisions.some((file) => file.startsWith(name)))).toEqual([]);
  });
});
