import { readFileSync, readdirSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';

const large = '{ regions(first: 100) { edges { node { id name level } } } }';
const small = '{ __typename }';
const decoders: Readonly<Record<string, (body: Buffer) => Buffer>> = { gzip: gunzipSync, br: brotliDecompressSync };

let graph: Graph;
let service: Service;

beforeAll(async () => {
  graph = await engines[0]!.builtIn();
  service = await serve(graph, { cache: { bytes: 1_000_000, delay: 0 } });
});
afterAll(async () => {
  await service.close();
  await graph.close();
});

/** As it is sent: fetch would decode it. */
async function raw(path: string, encoding: string | undefined, query?: string) {
  const headers = {
    ...(encoding === undefined ? {} : { 'accept-encoding': encoding }),
    ...(query === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const sent = request(`${service.url}${path}`, { method: query === undefined ? 'GET' : 'POST', headers });
  sent.end(query === undefined ? undefined : JSON.stringify({ query }));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const body = Buffer.concat(await response.toArray());
  const used = response.headers['content-encoding'];
  return {
    status: response.statusCode,
    headers: response.headers,
    used,
    body,
    text: String(used === undefined ? body : decoders[used]!(body)),
  };
}

const dataOf = ({ text }: { text: string }) => JSON.parse(text).data;

describe('an answer is compressed', () => {
  it.each([
    [undefined, undefined],
    ['identity', undefined],
    ['deflate', undefined],
    ['gzip', 'gzip'],
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0', undefined],
    ['*', 'gzip'],
    ['nonsense', undefined],
  ])('for "%s" by %s, executed and cached', async (accepted, used) => {
    const expected = dataOf(await raw('/graphql', undefined, large));
    for (const query of [large, large.replace('{ id', `{ i${accepted?.length ?? 0}: id id`)]) {
      const answer = await raw('/graphql', accepted, query);
      expect([answer.status, answer.used]).toEqual([200, used]);
      expect(answer.headers.vary).toContain('accept-encoding');
      expect(Number(answer.headers['content-length'])).toBe(answer.body.length);
      if (query === large) expect(dataOf(answer)).toEqual(expected);
      if (used !== undefined) expect(answer.body.length * 3).toBeLessThan(answer.text.length);
    }
  });

  it('unless it fits one packet', async () => {
    expect((await raw('/graphql', 'br, gzip', small)).used).toBeUndefined();
  });

  it('with the tag of the one that is not, so that either may be asked for again', async () => {
    const path = `/graphql?query=${encodeURIComponent(large)}`;
    const tags = await Promise.all([undefined, 'gzip', 'br'].map(async (encoding) => (await raw(path, encoding)).headers.etag));
    expect(new Set(tags).size).toBe(1);
  });

  it('and a body of a request is not', async () => {
    const answer = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: 'x',
    });
    expect(answer.status).toBe(415);
  });
});

describe('files of the playground', () => {
  const folder = fileURLToPath(new URL('../../dist/web/playground/assets/', import.meta.url));
  const name = () => readdirSync(folder).find((file) => /^index-.*\.js$/.test(file))!;

  it.each([
    ['gzip, deflate', 'gzip'],
    ['br', 'br'],
    [undefined, undefined],
  ])('are sent for "%s" as %s, as the build wrote them', async (accepted, used) => {
    const answer = await raw(`/playground/assets/${name()}`, accepted);
    expect([answer.status, answer.used, answer.headers['content-type']]).toEqual([
      200,
      used,
      expect.stringContaining('javascript'),
    ]);
    const suffix = used === undefined ? '' : { gzip: '.gz', br: '.br' }[used];
    expect(answer.body.equals(readFileSync(`${folder}${name()}${suffix}`))).toBe(true);
  });
});
