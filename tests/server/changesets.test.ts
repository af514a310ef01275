import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/account.js';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';

const accounts: Readonly<Record<string, Account>> = {
  editor: { id: 'key:editor', role: 'EDITOR' },
  reader: { id: 'key:reader', role: 'READER' },
  other: { id: 'key:other', role: 'EDITOR' },
  admin: { id: 'key:admin', role: 'ADMIN' },
  counter: { id: 'key:counter', role: 'EDITOR', types: ['Indicator'] },
};

const change = `mutation ($input: ChangesetInput!, $dryRun: Boolean! = false) {
  applyChangeset(input: $input, dryRun: $dryRun) {
    outcome
    changeset { id author reason origin }
    changes { kind id type from to node { __typename } fields { name before after } }
  }
}`;

const evidence = [{ document: 'document:codes', record: '1', summary: 'It says so.' }];
const library = {
  id: 'changeset:library',
  reason: 'A library is built.',
  entities: [
    { id: 'document:codes', properties: [{ name: 'title', value: 'The codes' }] },
    {
      id: 'policy:library',
      names: [{ value: 'Library act', lang: 'en' }],
      properties: [{ name: 'kind', value: 'LAW' }],
    },
  ],
  claims: [
    { subject: 'policy:library', predicate: 'announcedOn', value: '2024-02', evidence },
    { subject: 'policy:library', predicate: 'unnamedIssuers', value: '4', evidence },
    {
      subject: 'policy:library',
      predicate: 'COVERS',
      object: 'region:CN',
      qualifiers: [{ name: 'batch', value: '2' }],
      evidence,
    },
  ],
};

describe.each(engines)('changing the graph through the API on $name', ({ builtIn }) => {
  let graph: Graph;
  let service: Service;
  const ask = (as: string | undefined, variables: object, query = change) =>
    service.ask(query, variables, as === undefined ? {} : { authorization: `Bearer ${as}` });

  beforeAll(async () => {
    graph = await builtIn();
    service = await serve(graph, {
      authenticate: async ({ authorization = '' }) => accounts[authorization.replace('Bearer ', '')],
    });
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  it('is refused to an anonymous caller, and to a reader', async () => {
    const nobody = await ask(undefined, { input: library });
    expect(nobody).toMatchObject({ status: 401, json: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
    expect(nobody.headers.get('www-authenticate')).toBe('Bearer');
    expect(await ask('reader', { input: library })).toMatchObject({
      status: 403,
      json: { errors: [{ extensions: { code: 'FORBIDDEN' }, message: expect.stringContaining('EDITOR') }] },
    });
  });

  it('is refused outside the types of an account', async () => {
    expect(await ask('counter', { input: library })).toMatchObject({
      status: 403,
      json: { errors: [{ message: 'This account may write Indicator only, and "document:codes" is none of them.' }] },
    });
  });

  it('lands whole, can be tried before and repeated after, and is seen at once', async () => {
    const tried = await ask('editor', { input: library, dryRun: true });
    expect(tried.json.data.applyChangeset).toMatchObject({ outcome: 'DRY_RUN', changeset: null });
    const landed = await ask('editor', { input: library });
    expect(landed.json.errors).toBeUndefined();
    expect(landed.json.data.applyChangeset).toMatchObject({
      outcome: 'LANDED',
      changeset: { id: 'changeset:library', author: 'key:editor', reason: 'A library is built.', origin: 'api' },
    });
    expect(landed.json.data.applyChangeset.changes).toHaveLength(6);
    expect(landed.json.data.applyChangeset.changes[1]).toMatchObject({
      kind: 'ENTITY_CREATED',
      id: 'policy:library',
      node: { __typename: 'Policy' },
    });
    const repeated = await ask('editor', { input: library });
    expect(repeated.json.data.applyChangeset).toEqual({ ...landed.json.data.applyChangeset, outcome: 'REPEATED' });
    const { json } = await service.ask(
      '{ policy(id: "policy:library") { kind version unnamedIssuers announcedOn { edtf } regions { edges { batch node { id } } } } }',
    );
    expect(json.data.policy).toEqual({
      kind: 'LAW',
      version: 1,
      unnamedIssuers: 4,
      announcedOn: { edtf: '2024-02' },
      regions: { edges: [{ batch: 2, node: { id: 'region:CN' } }] },
    });
  });

  it('returns what each of several mutations left', async () => {
    const entity = (description: string) => ({ id: 'policy:twice', names: [{ value: 'Twice', lang: 'en' }], description });
    const payload =
      '{ none: changes(after: 1000) { id } changes(first: 1) { node { key ... on Policy { description version } } } }';
    const query = `mutation ($first: ChangesetInput!, $second: ChangesetInput!) {
      first: applyChangeset(input: $first) ${payload} second: applyChangeset(input: $second) ${payload}
    }`;
    const input = (description: string) => ({ reason: description, entities: [entity(description)] });
    const { json } = await ask('editor', { first: input('One.'), second: input('Two.') }, query);
    const node = ({ changes }: any) => changes[0].node;
    expect([json.data.first.none, json.data.first.changes.length]).toEqual([[], 1]);
    expect([json.data.first, json.data.second].map(node)).toEqual([
      { key: 'policy:twice', description: 'One.', version: 1 },
      { key: 'policy:twice', description: 'Two.', version: 2 },
    ]);
  });

  it('is refused outside the types of an account also where it ends a claim', async () => {
    const { json } = await service.ask('{ region(id: "region:CN-GD") { claims { id } } }');
    const claim = json.data.region.claims[0].id;
    const own = {
      subject: 'indicator:cn-used-cars-exported',
      predicate: 'NOTE',
      value: 'x',
      evidence,
      supersedes: [claim],
    };
    for (const input of [{ retractions: [{ claim }] }, { claims: [own] }])
      expect(await ask('counter', { input: { reason: 'It is in the way.', ...input } })).toMatchObject({
        status: 403,
        json: { errors: [{ message: 'This account may write Indicator only, and "region:CN-GD" is none of them.' }] },
      });
  });

  it('reports every problem by its path, and writes nothing', async () => {
    const input = {
      reason: 'Nothing is right.',
      entities: [{ id: 'person:wang', names: [{ value: 'Wang', lang: 'en' }], properties: [{ name: 'level', value: 'x' }] }],
      claims: [
        { subject: 'policy:gone', predicate: 'COVERS', object: 'region:nowhere', evidence },
        { subject: 'policy:library', predicate: 'announcedOn', value: 'yesterday', evidence },
      ],
    };
    const { status, json } = await ask('editor', { input });
    expect(status).toBe(400);
    expect(json.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [
        { path: 'input.entities.0.level', message: expect.stringContaining('unknown key') },
        { path: 'input.claims.0.subject', value: 'policy:gone', message: expect.stringContaining('unknown entity') },
        { path: 'input.claims.0.object', value: 'region:nowhere', message: expect.stringContaining('unknown entity') },
        { path: 'input.claims.1.value', value: 'yesterday', message: expect.stringContaining('EDTF') },
      ],
    });
    expect((await service.ask('{ entity(id: "person:wang") { id } }')).json.data).toEqual({ entity: null });
  });

  it('is a conflict when somebody else was there before, with both sides', async () => {
    const entities = [{ id: 'policy:library', description: 'A draft.', expectedVersion: 7 }];
    const { json } = await ask('editor', { input: { reason: 'Late.', entities } });
    expect(json.errors?.[0]).toMatchObject({
      message: 'policy:library is at version 1, and the change expects 7: read it again, and change it as it is now.',
      extensions: { code: 'CONFLICT', conflicts: [{ entity: 'policy:library', expectedVersion: 7, version: 1 }] },
    });
  });

  it.each([
    ['an id that is none', { id: 'library', reason: 'x' }, 'id must look like'],
    ['no reason', { reason: '' }, 'reason must be longer'],
    [
      'too many entities',
      { reason: 'x', entities: Array.from({ length: 501 }, () => ({ id: 'person:x' })) },
      'entities must contain no more than 500',
    ],
    [
      'a long text',
      { reason: 'x', entities: [{ id: 'person:x', description: 'x'.repeat(10_001) }] },
      'description must be shorter',
    ],
  ])('with %s names it and what would be right', async (_, input, message) => {
    const { json } = await ask('editor', { input });
    expect(json.errors?.[0]?.message).toContain(message);
    expect(json.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('records a value, and adds regions to a program', async () => {
    const observe = `mutation ($input: RecordObservationInput!) { recordObservation(input: $input) { outcome changes { kind type } } }`;
    const observation = {
      indicator: 'indicator:cn-used-cars-exported',
      region: 'region:CN',
      period: '2031',
      value: 5,
      kind: 'FORECAST',
      evidence,
    };
    const wrong = await ask(
      'counter',
      { input: { reason: 'x', observation: { ...observation, unit: '{car}', region: 'region:gone' } } },
      observe,
    );
    expect(wrong.json.errors?.[0]?.extensions['problems']).toMatchObject([
      { path: 'input.observation.region', value: 'region:gone' },
    ]);
    const recorded = await ask(
      'counter',
      { input: { reason: 'A forecast.', observation: { ...observation, unit: '{car}' } } },
      observe,
    );
    expect(recorded.json.data.recordObservation).toMatchObject({ outcome: 'LANDED' });
    expect(recorded.json.data.recordObservation.changes.map(({ kind }: { kind: string }) => kind)).toEqual([
      'OBSERVATION_RECORDED',
      'CLAIM_ASSERTED',
    ]);

    const add = `mutation ($input: AddRegionsInput!) { addRegionsToProgram(input: $input) { outcome changes { kind to } } }`;
    const regions = ['region:CN-370100', 'region:CN-370300'];
    const input = { reason: 'Two more.', program: 'program:cn-used-car-export-pilot', regions, batch: 9, from: '2030', evidence };
    const bad = await ask('editor', { input: { ...input, regions: ['region:CN-370100', 'region:gone'] } }, add);
    expect(bad.json.errors?.[0]?.extensions['problems']).toMatchObject([{ path: 'input.regions.1', value: 'region:gone' }]);
    const added = await ask('editor', { input }, add);
    expect(added.json.data.addRegionsToProgram.changes).toContainEqual({ kind: 'RELATION_ADDED', to: 'region:CN-370300' });
  });

  it('takes entities by exact names, of the types that a predicate allows', async () => {
    const named = {
      id: 'changeset:named',
      reason: 'By name.',
      claims: [
        { subject: 'MOFCOM', predicate: 'ISSUED', object: 'library act', evidence: [{ ...evidence[0], document: 'The codes' }] },
        { subject: 'Library Act', predicate: 'NOTE', value: 'It is new.', about: ['廣東', 'region:CN'], evidence },
      ],
    };
    const landed = await ask('editor', { input: named });
    expect(landed.json.errors).toBeUndefined();
    expect(landed.json.data.applyChangeset.changes).toContainEqual(
      expect.objectContaining({ kind: 'RELATION_ADDED', from: 'agency:cn-mofcom', to: 'policy:library' }),
    );
    const { json } = await service.ask(
      '{ claims(where: { about: "Guangdong", subject: { eq: "Library act" } }) { totalCount } }',
    );
    expect(json.data.claims.totalCount).toBe(1);
  });

  it('lists every name that is not clear by its path, and looks none up for readers', async () => {
    const claims = [
      { subject: 'Library act', predicate: 'COVERS', object: 'Taizhou', evidence },
      { subject: 'Library', predicate: 'announcedOn', value: '2024', evidence: [{ ...evidence[0], document: 'No such codes' }] },
      { subject: 'Guangdong', predicate: 'COVERS', object: 'Guangzhou', evidence },
    ];
    const { status, json } = await ask('editor', { input: { reason: 'x', claims } });
    expect(status).toBe(400);
    expect(json.errors?.[0]?.extensions).toMatchObject({
      code: 'AMBIGUOUS_NAME',
      candidates: [{ id: 'region:CN-321200' }, { id: 'region:CN-331000' }],
      problems: [
        { path: 'input.claims.0.object', value: 'Taizhou' },
        { path: 'input.claims.1.evidence.0.document', value: 'No such codes' },
        { path: 'input.claims.1.subject', value: 'Library' },
        {
          path: 'input.claims.2.subject',
          value: 'Guangdong',
          message: expect.stringContaining('one policy or program; none is named "Guangdong"'),
        },
      ],
    });
    const codes = [undefined, 'reader'].map(
      async (as) => (await ask(as, { input: { reason: 'x', claims } })).json.errors?.[0]?.extensions['code'],
    );
    expect(await Promise.all(codes)).toEqual(['UNAUTHENTICATED', 'FORBIDDEN']);
  });

  it('is undone as a changeset, by its author or an admin', async () => {
    const undo = `mutation ($input: UndoInput!) { undoChangeset(input: $input) { outcome changes { kind type fields { name after } } } }`;
    const state = async () => {
      const { json } = await service.ask(
        '{ policy(id: "policy:library") { description status announcedOn { edtf } claims { predicate value } } }',
      );
      const { claims, ...policy } = json.data.policy;
      return { ...policy, claims: claims.map((claim: object) => JSON.stringify(claim)).sort() };
    };
    const before = await state();
    const claimOf = async (predicate: string) =>
      (await service.ask(`{ policy(id: "policy:library") { claims(predicates: ["${predicate}"]) { id } } }`)).json.data.policy
        .claims[0].id as string;
    const input = {
      id: 'changeset:second-thoughts',
      reason: 'It was March.',
      entities: [{ id: 'policy:library', description: 'On libraries.' }],
      claims: [
        {
          subject: 'policy:library',
          predicate: 'announcedOn',
          value: '2024-03',
          evidence,
          supersedes: [await claimOf('announcedOn')],
        },
        { subject: 'policy:library', predicate: 'status', value: 'IN_FORCE', evidence },
      ],
    };
    expect((await ask('editor', { input })).json.data.applyChangeset.outcome).toBe('LANDED');
    expect(await state()).not.toEqual(before);

    const undoing = { input: { changeset: 'changeset:second-thoughts', reason: 'It was February after all.' } };
    expect((await ask('other', undoing, undo)).json.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await ask('editor', undoing, undo)).json.data.undoChangeset.outcome).toBe('LANDED');
    expect(await state()).toEqual(before);
    expect((await ask('admin', undoing, undo)).json.errors?.[0]?.extensions['code']).toBe('CONFLICT');
    expect(
      (await ask('editor', { input: { changeset: 'changeset:gone', reason: 'x' } }, undo)).json.errors?.[0]?.message,
    ).toContain('changeset:gone');
  });

  it('is refused where it retracts outside the types of an account', async () => {
    const { json } = await service.ask('{ policy(id: "policy:library") { claims { id } } }');
    const retractions = [{ claim: json.data.policy.claims[0].id as string }];
    expect(await ask('counter', { input: { reason: 'x', retractions } })).toMatchObject({ status: 403 });
  });

  it('can be followed, and keeps its old form in the history', async () => {
    const { json } = await service.ask(`{
      policy(id: "policy:library") { version history(first: 1) { version changeset { id } changes { kind } } }
      changes(since: "2.0", first: 100, types: [POLICY]) { atEnd changes { kind id changeset { id author } } }
    }`);
    expect(json.data.policy.history[0].version).toBe(json.data.policy.version);
    expect(json.data.changes.changes[0]).toEqual({
      kind: 'ENTITY_CREATED',
      id: 'policy:library',
      changeset: { id: 'changeset:library', author: 'key:editor' },
    });
  });

  it('is not made by GET', async () => {
    const query = new URLSearchParams({ query: 'mutation { applyChangeset(input: { reason: "x" }) { outcome } }' });
    expect((await fetch(`${service.url}/graphql?${query}`)).status).toBe(405);
  });
});
