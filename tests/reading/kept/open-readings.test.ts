import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/archive.js';
import type { Graph } from '../../../src/graph/port.js';
import { query } from '../../../src/graph/query.js';
import { limits } from '../../../src/limits.js';
import { discardReading, keepReading } from '../../../src/reading/kept/kept-readings.js';
import { engines } from '../../support/engines.js';
import { serve, type Service } from '../../support/service.js';

/** The reading of a text of its own, which proposes nothing. */
const readingOf = (number: number) => {
  const text = `Wand ${number}.`;
  const sha256 = hashOf(text);
  const said = { author: 'key:editor', title: text, language: 'en', document: `document:wand-${number}` };
  return { ...said, text, sha256, method: 'RULES' as const, proposals: [] };
};
const keep = query<{ id: string; properties: object }, never>('reading/keep');
const most = limits.reading.open.value;
const proposing = 'mutation ($text: String!) { proposeClaims(input: { text: $text }) { id } }';

describe.each(engines)('open readings on $name', { timeout: 300_000 }, ({ empty }) => {
  let graph: Graph;
  let service: Service;
  let first: string;

  beforeAll(async () => {
    graph = await empty();
    service = await serve(graph, { deadline: 60_000, authenticate: async () => ({ id: 'key:editor', role: 'EDITOR' }) });
    first = await keepReading(graph, readingOf(0));
    const others = Array.from({ length: most - 1 }, (_, index) => {
      const { text: _text, proposals: _none, ...properties } = readingOf(index + 1);
      const id = `reading:${properties.sha256.slice(0, 16)}`;
      return keep({ id, properties: { ...properties, readAt: '2026-01-01T00:00:00.000Z', place: id, proposals: '', model: '' } });
    });
    await graph.write(others);
  }, 300_000);
  afterAll(async () => {
    await service?.close();
    await graph?.close();
  });

  it('are as many as a service may have, and say how to make room', async () => {
    const { json } = await service.ask(proposing, { text: 'One more wand.' }, { authorization: 'Bearer editor' });
    expect(json.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^1,000 readings are open, .*: publish or discard some of those that `readings` lists/),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    await expect(keepReading(graph, readingOf(most))).rejects.toThrow('1,000 readings are open');
    expect(await keepReading(graph, readingOf(0))).toBe(first);
  });

  it('take another one once there is room', async () => {
    await discardReading(graph, first);
    const { json } = await service.ask(proposing, { text: 'One more wand.' }, { authorization: 'Bearer editor' });
    expect(json.errors).toBeUndefined();
    await expect(keepReading(graph, readingOf(most))).rejects.toThrow('1,000 readings are open');
  });
});
