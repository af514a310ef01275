/** Clients that normalise: a query as of 2010 never changes what a current query shows. */
import { readFileSync } from 'node:fs';
import { ApolloClient, HttpLink, InMemoryCache, gql, type DocumentTransform } from '@apollo/client';
import { Client, fetchExchange, type Exchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { introspectionFromSchema, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as apollo from '../../examples/normalising-clients/apollo.js';
import * as urql from '../../examples/normalising-clients/urql.js';
import type { Graph } from '../../src/graph/port.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';

/** A client with a cache, as a page uses it. */
interface Page {
  /** Asks the service, and puts the answer into the cache. */
  ask(query: string): Promise<unknown>;
  /** What the cache shows. */
  read(query: string): unknown;
  /** Each answer to a query that the page shows, as the cache changes. */
  show(query: string): Promise<unknown[]>;
}

let schema: IntrospectionQuery;
let service: Service;

function apolloPage(cache: InMemoryCache, documentTransform?: DocumentTransform): Page {
  const client = new ApolloClient({
    link: new HttpLink({ uri: `${service.url}/graphql` }),
    cache,
    ...(documentTransform === undefined ? {} : { documentTransform }),
  });
  const ask = async (query: string) => (await client.query({ query: gql(query), fetchPolicy: 'network-only' })).data;
  const document = (query: string) => client.documentTransform.transformDocument(gql(query));
  return {
    ask,
    read: (query) => cache.readQuery({ query: document(query) }),
    async show(query) {
      const shown: unknown[] = [];
      client.watchQuery({ query: gql(query) }).subscribe(({ data }) => data !== undefined && shown.push(data));
      await ask(query);
      return shown;
    },
  };
}

function urqlPage(...exchanges: Exchange[]): Page {
  const client = new Client({ url: `${service.url}/graphql`, exchanges: [...exchanges, fetchExchange], preferGetMethod: false });
  const ask = async (query: string) => (await client.query(query, {}, { requestPolicy: 'network-only' }).toPromise()).data;
  return {
    ask,
    read: (query) => client.readQuery(query, {})?.data ?? null,
    async show(query) {
      const shown: unknown[] = [];
      client.query(query, {}).subscribe(({ data }) => shown.push(data));
      await ask(query);
      return shown;
    },
  };
}

const pages = [
  ['Apollo Client', () => apolloPage(apollo.cache(), apollo.documentTransform)],
  ['urql', () => urqlPage(urql.asOfExchange, urql.cache(schema))],
] as const;
const byId = [
  ['Apollo Client', () => apolloPage(new InMemoryCache())],
  ['urql', () => urqlPage(cacheExchange({ schema }))],
] as const;

const pilot = 'program(id: "program:cn-used-car-export-pilot")';
/** A root field, and what a page shows of it: different in 2010 from today. */
const shows: readonly (readonly [string, string])[] = [
  [pilot, '{ id key regions { totalCount edges { certainty node { id key } } } }'],
  ['region(id: "region:TL")', '{ id key blocs { totalCount } name }'],
  ['nodes(ids: ["region:TL"])', '{ id key ... on Region { blocs { edges { node { id key name } } } } }'],
  [
    'search(query: "Timor-Leste", types: [REGION], first: 1)',
    '{ edges { node { id key ... on Region { blocs { totalCount } } } } }',
  ],
  [pilot, '{ id key claims(predicates: ["COVERS"]) { id key subject { id key ... on Program { regions { totalCount } } } } }'],
  [
    'neighbourhood(id: "program:cn-used-car-export-pilot", types: [COVERS])',
    '{ nodes { id key } relations { id key certainty } }',
  ],
  [
    'differences(about: "program:cn-used-car-export-pilot", from: "2018-01-01", to: "2020-01-01", types: [COVERS], first: 1)',
    '{ edges { node { relation { id key certainty from { id key ... on Program { regions { totalCount } } } } before { id key } } } }',
  ],
];
const withoutKeys = shows.map(([field, selection]) => [field, selection.replaceAll(' key', '')] as const);

const asked = (field: string, selection: string) => `{ ${field} ${selection} }`;
/** As of 2010, by the argument and by the directive. */
const in2010: readonly ((field: string, selection: string) => string)[] = [
  (field, selection) => `{ ${field.replace('(', '(asOf: { date: "2010-01-01" }, ')} ${selection} }`,
  (field, selection) => `query @asOf(date: "2010-01-01") { ${field} ${selection} }`,
];

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
/** Caches announce changes in a later turn of the event loop. */
const announced = () => new Promise((resolve) => setTimeout(resolve));

describe('a client that normalises', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await (engines[0] as (typeof engines)[0]).builtIn();
    schema = introspectionFromSchema(await graphqlSchema());
    service = await serve(graph);
  }, 60_000);
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  describe.each(pages)('%s', (_, open) => {
    it.each([...shows, ...withoutKeys])('keeps %s %s as it is today', async (field, selection) => {
      for (const then of in2010) {
        const page = open();
        const today = asked(field, selection);
        const shown = await page.show(today);
        const before = copy(page.read(today));
        const past = await page.ask(then(field, selection));
        await announced();
        expect(past).not.toEqual(before);
        expect(copy(page.read(today))).toEqual(before);
        expect(new Set(shown.map((each) => JSON.stringify(each)))).toEqual(new Set([JSON.stringify(before)]));
        expect(page.read(then(field, selection))).toEqual(past);
      }
    });

    it('keeps the past when today is asked for', async () => {
      const page = open();
      for (const [field, selection] of shows) {
        const past = copy(await page.ask((in2010[0] as (typeof in2010)[0])(field, selection)));
        await page.ask(asked(field, selection));
        expect(copy(page.read((in2010[0] as (typeof in2010)[0])(field, selection)))).toEqual(past);
      }
    });
  });

  it.each(byId)('by id, as %s does by default, mixes the days', async (_, open) => {
    const page = open();
    const [field, selection] = ['region(id: "region:MM")', '{ id blocs { totalCount } }'];
    const before = copy(await page.ask(asked(field, selection)));
    await page.ask((in2010[0] as (typeof in2010)[0])('region(id: "region:MM")', selection).replace('2010', '1990'));
    expect(copy(page.read(asked(field, selection)))).not.toEqual(before);
  });

  it('has what the page prints', () => {
    const page = readFileSync(new URL('../../docs/normalising-clients.md', import.meta.url), 'utf8');
    for (const name of ['apollo', 'urql', 'as-of-on-fields'])
      expect(page).toContain(readFileSync(new URL(`../../examples/normalising-clients/${name}.ts`, import.meta.url), 'utf8'));
  });
});
