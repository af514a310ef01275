/** A condition without a value: never "everything". */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { transports } from '../support/followers.js';
import { serve, type Service } from '../support/service.js';

const list = (where: string) => `{ policies(where: ${where}, first: 1) { totalCount } }`;
const issuedBy = 'query ($issuer: ID) { policies(where: { issuedBy: $issuer }, first: 1) { totalCount } }';

/** What is asked, with what it is refused with. */
const refused: readonly (readonly [what: string, query: string, variables: object, message: string])[] = [
  ['a null variable', issuedBy, { issuer: null }, '"where.issuedBy" must not be null'],
  ['a missing variable', issuedBy, {}, '"where.issuedBy" is the variable "$issuer", which has no value'],
  [
    'a misspelt variable',
    issuedBy,
    { Issuer: 'agency:cn-mofcom' },
    'Variable "$Issuer" is not declared by the operation. Did you mean "$issuer"?',
  ],
  [
    'a variable of no likeness',
    issuedBy,
    { issuer: 'agency:x', limit: 1 },
    'Variable "$limit" is not declared by the operation.',
  ],
  ['a null', list('{ issuedBy: null }'), {}, '"where.issuedBy" must not be null'],
  ['a null inside not', list('{ not: { issuedBy: null } }'), {}, '"where.not.issuedBy" must not be null'],
  ['a null in an alternative', list('{ or: [{ covers: "region:CN" }, { issuedBy: null }] }'), {}, '"where.or.issuedBy"'],
  ['a null filter', list('null'), {}, '"where" must not be null'],
  ['a null test', list('{ name: null }'), {}, '"where.name" must not be null'],
  [
    'a null to be equal to',
    list('{ kind: { eq: null } }'),
    {},
    '"where.kind.eq" must not be null: give a value, or ask for "known: false"',
  ],
  ['a null day', list('{ announcedOn: { gte: null } }'), {}, '"where.announcedOn.gte" must not be null'],
  ['a null list to be in', list('{ id: { in: null } }'), {}, '"where.id.in" must not be null'],
  ['a null scheme', list('{ code: { value: "1", scheme: null } }'), {}, '"where.code.scheme" must not be null'],
  ['no alternatives but null', list('{ or: null }'), {}, '"where.or" must not be null'],
  ['a null region', 'query ($in: ID) { regions(within: $in) { totalCount } }', { in: null }, '"within" must not be null'],
  [
    'a missing region',
    'query ($in: ID) { regions(within: $in) { totalCount } }',
    {},
    '"within" is the variable "$in", which has no value',
  ],
  ['a null level', '{ regions(level: null) { totalCount } }', {}, '"level" must not be null'],
  ['a null indicator', '{ observations(indicator: null) { totalCount } }', {}, '"indicator" must not be null'],
  [
    'a null end of a period',
    '{ observations(period: { from: "2019-01-01", to: null }) { totalCount } }',
    {},
    '"period.to" must not be null',
  ],
  ['a null entity of contradictions', '{ contradictions(subject: null) { edges { cursor } } }', {}, '"subject" must not be null'],
  ['null types', '{ search(query: "car", types: null) { totalCount } }', {}, '"types" must not be null'],
  ['null kinds of changes', '{ changes(kinds: null) { cursor } }', {}, '"kinds" must not be null'],
  [
    'a null in a filter of a variable',
    'query ($where: PolicyFilter) { policies(where: $where) { totalCount } }',
    { where: { not: { covers: null } } },
    '"where.not.covers" must not be null',
  ],
  [
    'a null in a fragment',
    'query ($id: ID) { region(id: "region:CN") { ...R } } fragment R on Region { policies(where: { issuedBy: $id }) { totalCount } }',
    { id: null },
    '"where.issuedBy" must not be null',
  ],
  [
    'a null quantifier',
    list('{ issuers: { some: null } }'),
    {},
    '"where.issuers.some" must not be null: give a value, or leave it out',
  ],
  ['a null inside a quantifier', list('{ issuers: { none: { name: null } } }'), {}, '"where.issuers.none.name" must not be null'],
  [
    'a null count',
    list('{ issuers: { count: { gte: null } } }'),
    {},
    '"where.issuers.count.gte" must not be null: give a value, or leave it out',
  ],
  [
    'a null attribute',
    list('{ issuers: { edge: { role: { eq: null } } } }'),
    {},
    '"where.issuers.edge.role.eq" must not be null',
  ],
  ['a count of nothing', list('{ issuers: { count: {} } }'), {}, '"count" must have an operator'],
  ['an attribute of nothing', list('{ issuers: { edge: { role: {} } } }'), {}, '"role" must have an operator'],
  ['a date of nothing', list('{ issuers: { edge: { validity: { from: {} } } } }'), {}, '"from" must have an operator'],
  ['a null of claims', '{ claims(where: { subject: { eq: null } }) { totalCount } }', {}, '"where.subject.eq" must not be null'],
];

const none: readonly (readonly [what: string, query: string, count: string])[] = [
  ['in of no ids', list('{ id: { in: [] } }'), 'policies'],
  ['in of no kinds', list('{ kind: { in: [] } }'), 'policies'],
  ['in of no names', list('{ name: { in: [] } }'), 'policies'],
  ['no alternatives', list('{ or: [] }'), 'policies'],
  ['not what always holds', list('{ not: {} }'), 'policies'],
  ['not all of nothing', list('{ not: { and: [] } }'), 'policies'],
  ['in of no numbers', '{ observations(where: { value: { in: [] } }) { totalCount } }', 'observations'],
  ['in of no subjects', '{ claims(where: { subject: { in: [] } }) { totalCount } }', 'claims'],
  ['none of any, and some', list('{ issuers: { none: {}, count: { gt: 0 } } }'), 'policies'],
  ['some of no ids', list('{ issuers: { some: { id: { in: [] } } } }'), 'policies'],
  ['a search of no types', '{ search(query: "car", types: []) { totalCount } }', 'search'],
];

const all: readonly (readonly [what: string, where: string])[] = [
  ['an empty filter', '{}'],
  ['all of nothing', '{ and: [] }'],
  ['not in of no ids', '{ not: { id: { in: [] } } }'],
  ['not one of no alternatives', '{ not: { or: [] } }'],
  ['a test of nothing', '{ name: {} }'],
  ['what is so of all of none', '{ laterPolicies: { none: { id: { in: [] } } } }'],
];

describe.each(engines)('conditions without a value on $name', ({ builtIn }) => {
  let graph: Graph;
  let service: Service;
  let total: number;
  beforeAll(async () => {
    graph = await builtIn();
    service = await serve(graph);
    total = (await service.ask('{ policies { totalCount } }')).json.data.policies.totalCount;
    expect(total).toBeGreaterThan(1);
  }, 120_000);
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  it.each(refused)('are refused: %s', async (_, query, variables, message) => {
    const { status, json } = await service.ask(query, variables);
    expect(json.errors?.[0]).toMatchObject({ message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } });
    expect([status, json.data ?? null]).toEqual([400, null]);
  });

  it.each(none)('give none: %s', async (_, query, field) => {
    const { json } = await service.ask(query);
    expect(json.data?.[field], JSON.stringify(json.errors)).toEqual({ totalCount: 0 });
  });

  it.each(all)('give all: %s', async (_, where) => {
    expect((await service.ask(list(where))).json.data?.policies.totalCount).toBe(total);
  });

  it('give none where a list of types, kinds or predicates is empty', async () => {
    const { json } = await service.ask(`{
      entity(id: "region:CN") { relations(types: []) { totalCount } claims(predicates: []) { id } timeline(kinds: []) { edges { cursor } } }
      neighbourhood(id: "region:CN-GD", types: []) { relations { type } }
      paths(from: "region:CN-GD", to: "region:CN", types: []) { hops }
      changes(types: []) { changes { id } }
    }`);
    expect(json).toMatchObject({
      data: {
        entity: { relations: { totalCount: 0 }, claims: [], timeline: { edges: [] } },
        neighbourhood: { relations: [] },
        paths: [],
        changes: { changes: [] },
      },
    });
  });

  it('are options where a whole argument is left out, a variable has a default, or the field is', async () => {
    const options =
      'query ($where: PolicyFilter, $first: Int) { policies(where: $where, first: $first, orderBy: null) { totalCount } }';
    expect((await service.ask(options, {})).json.data?.policies.totalCount).toBe(total);
    const byDefault = issuedBy.replace('ID)', 'ID = "agency:none")');
    expect((await service.ask(byDefault, {})).json.data?.policies.totalCount).toBe(0);
    const leftOut =
      'query ($on: Boolean!, $id: ID) { policies(where: { issuedBy: $id }) @include(if: $on) { totalCount } graph { __typename } }';
    expect((await service.ask(leftOut, { on: false })).json).toMatchObject({ data: { graph: {} } });
    expect((await service.ask(leftOut, { on: true })).status).toBe(400);
    const two = 'query a { graph { __typename } } query b($id: ID!) { region(id: $id) { id } }';
    const body = JSON.stringify({ query: two, operationName: 'a', variables: { id: 'region:CN' } });
    expect(
      (await fetch(`${service.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status,
    ).toBe(200);
  });

  it.each(transports)('are refused over $transport', async ({ follow }) => {
    const query =
      'subscription ($kinds: [ChangeKind!]) { changes(kinds: $kinds) { id node { ... on Region { policies(where: { issuedBy: null }) { totalCount } } } } }';
    for (const [variables, message] of [
      [{ kinds: null }, '"kinds" must not be null'],
      [{}, '"where.issuedBy" must not be null'],
      [{ kindz: [] }, 'Did you mean "$kinds"?'],
    ] as const) {
      const follower = follow(service, { query, variables });
      const told = await follower.answer().then(
        (answer) => answer?.errors,
        (errors: unknown) => errors,
      );
      expect(JSON.stringify(told)).toContain(JSON.stringify(message).slice(1, -1));
      await follower.stop();
    }
  });
});
