import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import type { Graph } from '../../src/graph/port.js';
import { world } from '../changesets/drafts.js';
import { engines } from '../support/engines.js';
import { answerOf, post, serve, type Service } from '../support/service.js';

const query = '{ person(id: "person:bookmarked") { id } }';
const change = 'mutation ($input: ChangesetInput!) { applyChangeset(input: $input) { outcome } }';
const input = { reason: 'To be read elsewhere', entities: [{ id: 'person:bookmarked', names: [{ value: 'Ada', lang: 'en' }] }] };

describe.each(engines)('extensions.bookmark, $name', ({ name, empty }) => {
  let graph: Graph;
  let service: Service;
  beforeAll(async () => {
    graph = await empty();
    await applyChangeset(graph, world());
    const cache = { bytes: 1_000_000, delay: 60_000 };
    service = await serve(graph, { authenticate: async () => ({ id: 'key:editor', role: 'EDITOR' }), cache });
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  const ask = async (body: object) => answerOf(await fetch(`${service.url}/graphql`, post(body)));

  it.each([5, {}, '', 'é', 'two words', 'x'.repeat(5_001), ['a', 5], Array.from({ length: 21 }, (_, n) => `b${n}`), [['a']]])(
    'refuses %j',
    async (bookmark) => {
      for (const body of [{ query }, { query: change, variables: { input } }]) {
        const { status, json } = await ask({ ...body, extensions: { bookmark } });
        expect([status, json.errors?.[0]?.extensions]).toEqual([400, { code: 'BAD_USER_INPUT' }]);
        expect(json.errors?.[0]?.message).toMatch(/^"extensions.bookmark" must be a bookmark as an answer gave it, or a list/);
      }
    },
  );

  it.each([null, [], undefined])('may be %j', async (bookmark) => {
    expect((await ask({ query, extensions: { bookmark } })).status).toBe(200);
  });

  it('is checked in a URL too', async () => {
    const get = async (bookmark: unknown) => {
      const parameters = new URLSearchParams({ query, extensions: JSON.stringify({ bookmark }) });
      return (await fetch(`${service.url}/graphql?${parameters}`)).status;
    };
    expect([await get(5), await get([])]).toEqual([400, 200]);
  });

  it('carries what a mutation wrote to a read', async () => {
    await ask({ query });
    const { json } = await ask({ query: change, variables: { input } });
    expect(json.data.applyChangeset.outcome).toBe('LANDED');
    const { bookmark } = json.extensions;
    expect(typeof bookmark).toBe(name === 'neo4j' ? 'string' : 'undefined');
    for (const given of [bookmark, [bookmark ?? 'any']])
      expect((await ask({ query, extensions: { bookmark: given } })).json.data).toEqual({ person: { id: 'person:bookmarked' } });
    expect((await ask({ query })).json.extensions).not.toHaveProperty('bookmark');
  });

  it('that the store did not give is refused by a store that has bookmarks', async () => {
    const { status, json } = await ask({ query, extensions: { bookmark: 'invented' } });
    if (name === 'embedded') return expect(status).toBe(200);
    expect([status, json.errors?.[0]]).toMatchObject([
      400,
      { message: '"extensions.bookmark" is not a bookmark of this graph.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
