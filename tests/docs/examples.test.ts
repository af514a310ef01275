/** Pages that print answers: every one must be what the service answers. UPDATE_DOCS=1 writes them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { ask } from '../support/operations.js';

const pages = [
  'README.md',
  'docs/what-you-can-ask.md',
  'docs/tutorials/first-query.md',
  'docs/tutorials/first-screen.md',
  'docs/explanations/claims.md',
  'docs/explanations/certainty.md',
  'docs/explanations/two-clocks.md',
];
const fileOf = (page: string) => new URL(`../../${page}`, import.meta.url);
const example = /## ([^\n]+)\n(?:(?!\n## )[^])*?```graphql\n([^]*?)```\n\n```json\n([^]*?)```/g;
const examplesOf = (page: string) =>
  [...readFileSync(fileOf(page), 'utf8').matchAll(example)].map(([, title = '', query = '', printed = '']) => ({
    page,
    title,
    query,
    printed,
  }));
const [width, items] = [130, 3];

/** JSON with three items of each list, as much on a line as fits. */
function shown(value: unknown, indent = ''): string {
  const flat = JSON.stringify(shortened(value))
    .replaceAll('":', '": ')
    .replaceAll(',"', ', "')
    .replaceAll('{"', '{ "')
    .replaceAll('},{', '}, {')
    .replace(/([^{])\}/g, '$1 }')
    .replace(/\}(?=\})/g, '} ');
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= width) return flat;
  const deeper = `${indent}  `;
  const lines = Array.isArray(value)
    ? (shortened(value) as unknown[]).map((item) => shown(item, deeper))
    : Object.entries(value).map(([key, part]) => `"${key}": ${shown(part, deeper)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.map((line) => deeper + line).join(',\n')}\n${indent}${close}`;
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value))
    return [...value.slice(0, items).map(shortened), ...(value.length > items ? [`… ${value.length - items} more`] : [])];
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortened(part)]))
    : value;
}

async function answerOf(graph: Graph, query: string): Promise<string> {
  const { data, errors } = await ask(graph, { query });
  expect(errors).toBeUndefined();
  return `${shown(data)}\n`;
}

async function update(graph: Graph, page: string): Promise<void> {
  let text = readFileSync(fileOf(page), 'utf8');
  for (const { query, printed } of examplesOf(page)) {
    const block = (answer: string) => `${query}\`\`\`\n\n\`\`\`json\n${answer}\`\`\``;
    const answer = await answerOf(graph, query);
    text = text.replace(block(printed), () => block(answer));
  }
  writeFileSync(fileOf(page), text);
}

describe.each(engines)('examples in the docs, on $name', ({ name, builtIn }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await builtIn();
    if (process.env['UPDATE_DOCS'] === undefined || name !== engines[0]?.name) return;
    for (const page of pages) await update(graph, page);
  }, 120_000);
  afterAll(() => graph.close());

  it('have a question, an operation and an answer under each heading of docs/what-you-can-ask.md', () => {
    const page = 'docs/what-you-can-ask.md';
    expect(examplesOf(page).map(({ title }) => `## ${title}`)).toEqual(readFileSync(fileOf(page), 'utf8').match(/^## .+$/gm));
    expect(examplesOf('README.md')).toHaveLength(1);
  });

  it.each(pages.flatMap(examplesOf))('$page: $title', async ({ page, title, query }) => {
    const printed = examplesOf(page).find((each) => each.title === title)?.printed;
    expect(await answerOf(graph, query)).toBe(printed);
  });
});
