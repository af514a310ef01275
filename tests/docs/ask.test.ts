/** docs/ask.md: every kind of query in five lines, each run against the service. UPDATE_DOCS=1 writes its fragments. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { transports } from '../support/followers.js';
import { fragments, withFragments } from '../support/fragments.js';
import { serve, type Service } from '../support/service.js';

const page = new URL('../../docs/ask.md', import.meta.url);
const section = /(?<=<!-- fragments -->\n)[^]*?(?=<!-- \/fragments -->)/;
const printed = `\n\`\`\`graphql\n${[...fragments.values()].join('\n')}\`\`\`\n\n`;
const queries = [
  ...readFileSync(page, 'utf8')
    .replace(section, '')
    .matchAll(/([^\n]+)\n\n```graphql\n([^]*?)```/g),
].map(([, title = '', query = '']) => ({ title, query }));
const [query, mutation, subscription] = ['{', 'mutation', 'subscription'].map((start) =>
  queries.filter((each) => each.query.startsWith(start) || (start === '{' && each.query.startsWith('query'))),
) as [typeof queries, typeof queries, typeof queries];

/** Whether anything but empty lists, zeros and nulls is in an answer. */
const hasContent = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some(hasContent) : Boolean(value);

describe.each(engines)('the quick reference on $name', ({ builtIn }) => {
  let graph: Graph;
  let service: Service;
  beforeAll(async () => {
    graph = await builtIn();
    service = await serve(graph, { authenticate: () => Promise.resolve({ id: 'key:docs', role: 'ADMIN' }) });
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  it('has the fragments of the playground', () => {
    const text = readFileSync(page, 'utf8');
    if (process.env['UPDATE_DOCS'] !== undefined)
      writeFileSync(
        page,
        text.replace(section, () => printed),
      );
    expect(section.exec(readFileSync(page, 'utf8'))?.[0]).toBe(printed);
  });

  it('has operations of at most six lines, and the three kinds', () => {
    expect(queries.filter((each) => each.query.trim().split('\n').length > 6)).toEqual([]);
    expect(query.length + mutation.length + subscription.length).toBe(queries.length);
    expect(Math.min(query.length, mutation.length, subscription.length)).toBeGreaterThan(0);
  });

  it.each([...mutation, ...query])('$title', async ({ query: text }) => {
    const { json } = await service.ask(withFragments(text));
    expect(json.errors).toBeUndefined();
    expect(hasContent(json.data)).toBe(true);
  });

  it.each(subscription)('$title', async ({ query: text }) => {
    for (const { follow } of transports) {
      const follower = follow(service, { query: withFragments(text) });
      expect((await follower.answer())?.errors).toBeUndefined();
      await follower.stop();
    }
  });
});
