/** docs/what-you-can-ask.md prints answers: every one must be what the service answers. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { ask } from '../support/operations.js';

const page = new URL('../../docs/what-you-can-ask.md', import.meta.url);
const question = /## (.+)\n([^]*?)```graphql\n([^]*?)```\n\n```json\n([^]*?)```/g;
const asked = () =>
  [...readFileSync(page, 'utf8').matchAll(question)].map(([, title = '', , query = '', printed = '']) => ({
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

describe.each(engines)('what you can ask, on $name', ({ name, builtIn }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await builtIn();
    if (process.env['UPDATE_DOCS'] === undefined || name !== engines[0]?.name) return;
    let text = readFileSync(page, 'utf8');
    for (const { query, printed } of asked()) {
      const answer = await answerOf(graph, query);
      text = text.replace(
        `${query}\`\`\`\n\n\`\`\`json\n${printed}\`\`\``,
        () => `${query}\`\`\`\n\n\`\`\`json\n${answer}\`\`\``,
      );
    }
    writeFileSync(page, text);
  }, 120_000);
  afterAll(() => graph.close());

  it('is a question, an operation and an answer under each heading', () => {
    expect(asked().map(({ title }) => `## ${title}`)).toEqual(readFileSync(page, 'utf8').match(/^## .+$/gm));
  });

  it.each(asked())('$title', async ({ title, query }) => {
    const printed = asked().find((each) => each.title === title)?.printed;
    expect(await answerOf(graph, query)).toBe(printed);
  });
});
