import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';

/** GraphQL over HTTP, as its reference implementation audits it. `warn` is a SHOULD that is not kept, `notice` a MAY. */
const notKept: readonly string[] = [];

describe('GraphQL over HTTP', () => {
  let graph: Graph;
  let service: Service;

  beforeAll(async () => {
    graph = await engines[0]!.builtIn();
    service = await serve(graph);
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  it('keeps every MUST, SHOULD and MAY', async () => {
    const audits = serverAudits({ url: `${service.url}/graphql` });
    const results = await Promise.all(audits.map((audit) => audit.fn()));
    expect(results).toHaveLength(61);
    expect(results.filter(({ status }) => status !== 'ok').map(({ id, status, name }) => `${id} ${status}: ${name}`)).toEqual(
      notKept,
    );
  });

  it('keeps every MUST and SHOULD where a GET needs a header that pages of other sites cannot send', async () => {
    const guarded = await serve(graph, { csrfPrevention: true, cache: { bytes: 1_000_000, delay: 0 } });
    const results = await Promise.all(serverAudits({ url: `${guarded.url}/graphql` }).map((audit) => audit.fn()));
    expect(results.filter(({ status }) => status === 'error' || status === 'warn')).toEqual([]);
    const get = async (headers: Record<string, string>) =>
      (await fetch(`${guarded.url}/graphql?query={__typename}`, { headers })).status;
    expect(await get({ 'apollo-require-preflight': '1' })).toBe(200);
    expect(await get({ 'x-apollo-operation-name': 'x' })).toBe(200);
    expect(await get({})).toBe(400); // also now that the answer is cached
    await guarded.close();
  });

  it('answers errors of a query with 200 to clients that know application/json alone, and with 400 to all others', async () => {
    const statuses = ['application/json', 'application/json, */*', 'application/graphql-response+json', '*/*'].map(
      async (accept) => {
        const response = await fetch(`${service.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept },
          body: '{"query":"{ nonsense }"}',
        });
        return [accept, response.status];
      },
    );
    expect(await Promise.all(statuses)).toEqual([
      ['application/json', 200],
      ['application/json, */*', 400],
      ['application/graphql-response+json', 400],
      ['*/*', 400],
    ]);
  });
});
