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
