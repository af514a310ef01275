/** urql with the cache of examples/normalising-clients, and the operations of the React client. */
import { readFileSync } from 'node:fs';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { introspectionFromSchema } from 'graphql';
import { createClient } from 'graphql-ws';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { cache } from '../../examples/normalising-clients/urql.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { engines } from '../support/engines.js';
import { serveWithKey } from './support.js';

/** The operations of the React client, by their names there; its types are made when it is installed. */
const file = readFileSync(new URL('../../examples/client-react/operations.ts', import.meta.url), 'utf8');
const operation = (name: string) => new RegExp(`const ${name} = graphql\\(\`([^\`]+)`).exec(file)![1]!;

async function urqlClient(url: string, sent: unknown[]) {
  const socket = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
  onTestFinished(() => void socket.dispose());
  const subscriptions = subscriptionExchange({
    forwardSubscription: ({ query = '', variables }) => ({
      subscribe: (sink) => ({
        unsubscribe: socket.subscribe(
          { query, variables },
          {
            next: ({ data = null }) => sink.next({ data }),
            error: (error) => sink.error(error),
            complete: () => sink.complete(),
          },
        ),
      }),
    }),
  });
  const lists = { Program: { regions: relayPagination() } };
  return new Client({
    url: `${url}/graphql`,
    preferGetMethod: true,
    exchanges: [cache(introspectionFromSchema(await graphqlSchema()), lists), fetchExchange, subscriptions],
    fetch: async (...request) => {
      sent.push(request[0]);
      return fetch(...request);
    },
  });
}

const weihai = {
  reason: 'An example: Weihai joins the pilot.',
  entities: [{ id: 'document:example-notice', properties: [{ name: 'title', value: 'An example notice' }] }],
  claims: [
    {
      subject: 'program:cn-used-car-export-pilot',
      predicate: 'COVERS',
      object: 'region:CN-371000',
      evidence: [{ document: 'document:example-notice', record: 'article 2', summary: 'Weihai is admitted.' }],
    },
  ],
};

describe.each(engines)('urql on $name', ({ builtIn }) => {
  it('lists with evidence, pages, follows, writes with a key and undoes', async () => {
    const { url, key } = await serveWithKey(await builtIn());
    const sent: unknown[] = [];
    const client = await urqlClient(url, sent);

    const read = async (after?: string) =>
      (await client.query(operation('pilotRegions'), { after }).toPromise()).data!.program!.regions;
    const first = await read();
    expect(first.edges[0]).toMatchObject({ node: { name: 'Beijing' }, validity: { from: { edtf: '2019' } } });
    expect(first.edges[0]!.claims[0]!.evidence[0]!.summary).toBe('Beijing is one of the ten places in the pilot.');
    const second = await read(first.pageInfo.endCursor!);
    const third = await read(second.pageInfo.endCursor!);
    expect([first, second, third].map(({ edges }) => edges.length)).toEqual([4, 8, 10]); // each page joins those before it
    expect((await read()).edges).toHaveLength(10);
    expect(sent).toHaveLength(3); // the last answer is the cache's

    const seen: string[] = [];
    client
      .subscription(operation('changes'), {})
      .subscribe(({ data }) => data && seen.push(`${data.changes.kind} ${data.changes.type}`));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const context = { fetchOptions: { headers: { authorization: `Bearer ${key}` } } };
    expect(
      (await client.mutation(operation('apply'), { input: weihai }).toPromise()).error?.graphQLErrors[0]?.extensions['code'],
    ).toBe('UNAUTHENTICATED');
    const applied = await client.mutation(operation('apply'), { input: weihai }, context).toPromise();
    const { outcome, changeset } = applied.data!.applyChangeset;
    expect(outcome).toBe('LANDED');
    const undone = await client
      .mutation(operation('undo'), { input: { changeset: changeset.id, reason: 'It was an example.' } }, context)
      .toPromise();
    expect(undone.data!.undoChangeset.outcome).toBe('LANDED');
    await expect.poll(() => seen).toEqual(['CLAIM_ASSERTED COVERS', 'CLAIM_RETRACTED COVERS']);
  });
});
