import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import type { Graph } from '../../src/graph/port.js';
import { world } from '../changesets/drafts.js';
import { deferred } from '../support/deferred.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';

const deadline = 1_000;
const input = { reason: 'Another waits', entities: [{ id: 'person:late', names: [{ value: 'Late', lang: 'en' }] }] };
const mutations = [
  ['a change', 'mutation ($input: ChangesetInput!) { applyChangeset(input: $input) { outcome } }'],
  ['a draft', 'mutation ($input: ChangesetInput!) { draftChangeset(input: $input) { outcome } }'],
] as const;

describe.each(engines)('the deadline of writes, $name', ({ empty }) => {
  let graph: Graph;
  let service: Service;
  beforeAll(async () => {
    graph = await empty();
    await applyChangeset(graph, world());
    service = await serve(graph, { authenticate: async () => ({ id: 'key:editor', role: 'EDITOR' }), deadline });
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  /** Keeps what every changeset needs first. */
  async function whileKept(work: () => Promise<void>): Promise<void> {
    const [isKept, mayEnd] = [deferred(), deferred()];
    const keeping = graph.transact(async ({ run }) => {
      await run({ name: 'keep', text: 'MATCH (store:Store) SET store.kept = true', parameters: {} });
      isKept.resolve();
      await mayEnd.promise;
    });
    await isKept.promise;
    await work().finally(mayEnd.resolve);
    await keeping;
  }

  it.each(mutations)('ends %s that waits for another transaction, of which nothing is written', async (_, mutation) => {
    await whileKept(async () => {
      const { status, headers, json } = await service.ask(mutation, { input });
      expect([status, headers.get('retry-after')]).toEqual([504, '2']);
      expect(json.errors?.[0]).toMatchObject({
        message: expect.stringMatching(/ Nothing was written\.$/),
        extensions: { code: 'TIMEOUT', written: 'NO' },
      });
    });
    const { json } = await service.ask('{ person(id: "person:late") { id } drafts { edges { node { id } } } }');
    expect(json.data).toEqual({ person: null, drafts: { edges: [] } });
  });
});
