/** A scripted agent that answers golden questions by tool calls alone: later arguments come from earlier answers, and the oracle is the golden answer. */
import { readFileSync } from 'node:fs';
import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';
import { callOf, connected, newest, type Call } from './agents.js';

interface Question {
  /** The golden operation whose answer is the oracle. */
  readonly golden: string;
  readonly asks: string;
  readonly expected: (data: any) => unknown;
  readonly answer: (call: Call) => Promise<unknown>;
}

const golden = (name: string) =>
  (JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8')) as { data: any }).data;

const nodes = (connection: any): any[] => connection.edges.map(({ node }: any) => node);
const ids = (items: readonly any[]): string[] => items.map(({ id }) => id as string).sort();
const others = (read: any): string[] => ids(read.relations.map(({ entity }: any) => entity));

/** An agent begins with words. */
const idOf = async (call: Call, query: string, types?: readonly string[]): Promise<string> =>
  (await call('find', { query, types, first: 1 })).entities[0].id as string;

/** All pages of what one relation leads to. */
async function related(call: Call, id: string, types: readonly string[], more: object = {}): Promise<any[]> {
  const all: any[] = [];
  for (let after: string | undefined; ;) {
    const { relations, page } = await call('entity', { id, types, first: 4, after, ...more });
    all.push(...relations);
    if (page.next === undefined) return all;
    after = page.next;
  }
}

const evidenceOf = (claims: readonly any[]): any[] => claims.flatMap(({ evidence }) => evidence as any[]);

const questions: readonly Question[] = [
  {
    golden: '01-pilot-regions',
    asks: 'Which places are in the pilot, in which batch, since when, and which passages say so?',
    expected: ({ program }) =>
      program.regions.edges
        .map(({ node, batch, validity, claims }: any) => [
          node.id,
          String(batch),
          validity.from.edtf,
          claims.length,
          claims[0].evidence[0].summary,
        ])
        .sort(),
    answer: async (call) =>
      (await related(call, await idOf(call, 'used car export pilot'), ['COVERS'], { direction: 'OUT', claims: 20 }))
        .map(({ entity, attributes, validity, claims }) => [
          entity.id,
          attributes.batch,
          validity.from,
          claims.length,
          claims[0].evidence[0].summary,
        ])
        .sort(),
  },
  {
    golden: '02-pilot-in-a-province',
    asks: 'Which places of one province are in the pilot?',
    expected: ({ program }) => ids(nodes(program.places)),
    answer: async (call) => {
      const province = await idOf(call, 'Shandong', ['REGION']);
      const inside = await related(call, province, ['PART_OF'], { direction: 'IN' });
      const pilot = await idOf(call, 'used car export pilot');
      const covered = new Set((await related(call, pilot, ['COVERS'])).map(({ entity }) => entity.id));
      return ids(inside.map(({ entity }) => entity).filter(({ id }) => covered.has(id)));
    },
  },
  {
    golden: '03-issuers',
    asks: 'Who issued each act on used cars?',
    expected: ({ policies }) =>
      nodes(policies)
        .map(({ id, issuers }) => [id, ids(nodes(issuers))])
        .sort(),
    answer: async (call) => {
      const product = await idOf(call, 'Used cars', ['PRODUCT']);
      const acts = (await related(call, product, ['CONCERNS'], { direction: 'IN' })).filter(
        ({ entity }) => entity.type === 'Policy',
      );
      const rows = acts.map(async ({ entity }) => [
        entity.id,
        others({ relations: await related(call, entity.id, ['ISSUED'], { direction: 'IN' }) }),
      ]);
      return (await Promise.all(rows)).sort();
    },
  },
  {
    golden: '04-series',
    asks: 'How many used cars did China export in each year, and who says so?',
    expected: ({ indicator }) =>
      nodes(indicator.observations).map(({ period, value, comparator, reportedBy, claims }) => [
        period.edtf,
        value,
        comparator,
        reportedBy.name,
        claims[0].evidence[0].summary,
      ]),
    answer: async (call) => {
      const indicator = await idOf(call, 'used cars exported', ['INDICATOR']);
      const { observations } = await call('observations', { indicator, region: 'China', kind: 'ACTUAL' });
      return observations.map(({ period, value, comparator, reportedBy, claims }: any) => [
        period,
        value,
        comparator,
        reportedBy.name,
        claims[0].evidence[0].summary,
      ]);
    },
  },
  {
    golden: '05-targets',
    asks: 'What does the plan of 2024 aim at?',
    expected: ({ policy }) =>
      nodes(policy.observations)
        .map(({ indicator, value, unit, comparator }) => [indicator.id, value, unit, comparator])
        .sort(),
    answer: async (call) => {
      const about = await idOf(call, 'equipment renewal action plan', ['POLICY']);
      const { observations } = await call('observations', { about, kind: 'TARGET' });
      return observations.map(({ indicator, value, unit, comparator }: any) => [indicator.id, value, unit, comparator]).sort();
    },
  },
  {
    golden: '06-positions',
    asks: 'Which post does Pan Gongsheng hold, and what did he say?',
    expected: ({ person }) => [
      person.positions.edges.map(({ title, node }: any) => [title, node.id]),
      person.claims.map(({ value }: any) => value).sort(),
    ],
    answer: async (call) => {
      const id = await idOf(call, 'Pan Gongsheng');
      const posts = await related(call, id, ['HOLDS_POSITION']);
      const { claims } = await call('claims', { subject: id, predicate: 'STATED', first: 100 });
      return [posts.map(({ attributes, entity }) => [attributes.title, entity.id]), claims.map(({ value }: any) => value).sort()];
    },
  },
  {
    golden: '10-blocs',
    asks: 'Who is a member of ASEAN, and since when?',
    expected: ({ region }) => region.members.edges.map(({ node, validity }: any) => [node.id, validity.from.edtf]).sort(),
    answer: async (call) =>
      (await related(call, await idOf(call, 'ASEAN', ['REGION']), ['MEMBER_OF'], { direction: 'IN' }))
        .map(({ entity, validity }) => [entity.id, validity.from])
        .sort(),
  },
  {
    golden: '11-documents-of-an-entity',
    asks: 'Which documents name the commerce ministry?',
    expected: ({ entity }) => ids(nodes(entity.documents)),
    answer: async (call) =>
      others({ relations: await related(call, await idOf(call, 'MOFCOM'), ['MENTIONS'], { direction: 'IN' }) }),
  },
  {
    golden: 'as-of/01-before-the-pilot',
    asks: 'Which regions were in the pilot on the last day of 2018?',
    expected: ({ program }) => program.regions.totalCount,
    answer: async (call) =>
      (await call('entity', { id: '二手车出口试点', types: ['COVERS'], asOf: '2018-12-31' })).page.totalCount,
  },
  {
    golden: 'as-of/02-possibly-begun',
    asks: 'Had the pilot begun by spring 2019?',
    expected: ({ program }) => [
      program.regions.totalCount,
      ...new Set(program.regions.edges.map(({ certainty }: any) => certainty)),
    ],
    answer: async (call) => {
      const { relations, page } = await call('entity', { id: 'Used-car export pilot', types: ['COVERS'], asOf: '2019-03-01' });
      return [page.totalCount, ...new Set(relations.map(({ certainty }: any) => certainty))];
    },
  },
  {
    golden: 'as-of/04-asean-in-1990',
    asks: 'Who were the members of ASEAN in 1990?',
    expected: ({ region }) =>
      nodes(region.members)
        .map(({ name }) => name)
        .sort(),
    answer: async (call) =>
      (await related(call, 'ASEAN', ['MEMBER_OF'], { direction: 'IN', asOf: '1990-01-01' }))
        .map(({ entity }) => entity.name)
        .sort(),
  },
  {
    golden: 'as-of/06-before-the-record',
    asks: 'What did the graph know before anything was recorded?',
    expected: ({ search }) => search.totalCount,
    answer: async (call) => (await call('find', { query: 'used cars', knownAt: '2000-01-01T00:00:00Z' })).page.totalCount,
  },
  {
    golden: 'regions/05-covered-through',
    asks: 'Is Guangzhou in the pilot, and through what?',
    expected: ({ program: { guangzhou } }) => [guangzhou.status, guangzhou.via.map(({ node }: any) => node.name)],
    answer: async (call) => {
      const { status, via } = await call('coverage', { region: '广州', by: await idOf(call, 'used car export pilot') });
      return [status, via.map(({ region }: any) => region.name)];
    },
  },
  {
    golden: 'relations/09-both-ways',
    asks: 'What does foreign trade include, and what is it affecting?',
    expected: ({ out }) => ids(nodes(out.relations)),
    answer: async (call) =>
      others({
        relations: await related(call, await idOf(call, 'foreign trade', ['SECTOR']), ['AFFECTS', 'INCLUDES'], {
          direction: 'OUT',
        }),
      }),
  },
  {
    golden: 'relations/08-possibly',
    asks: 'What had the ministry issued when the guideline of 2019 may have been out?',
    expected: ({ agency }) => agency.relations.edges.map(({ certainty, node }: any) => [certainty, node.id]),
    answer: async (call) =>
      (await related(call, 'Ministry of Commerce', ['ISSUED'], { asOf: '2019-04-25' })).map(({ certainty, entity }) => [
        certainty,
        entity.id,
      ]),
  },
  {
    golden: 'search/04-misspelt',
    asks: 'Which region did somebody mean by "Guandong"?',
    expected: ({ search }) => nodes(search).map(({ id }) => id),
    answer: async (call) =>
      (await call('find', { query: 'Guandong', types: ['REGION'], first: 3 })).entities.map(({ id }: any) => id),
  },
  {
    golden: 'search/07-within-a-region',
    asks: 'What is there about cars in Shandong?',
    expected: ({ cars }) => nodes(cars).map(({ id }) => id),
    answer: async (call) =>
      (await call('find', { query: 'used car', within: await idOf(call, 'Shandong'), first: 5 })).entities.map(
        ({ id }: any) => id,
      ),
  },
  {
    golden: 'timelines/03-of-an-agency',
    asks: 'What did the Ministry of Commerce announce, and when?',
    expected: ({ agency }) => nodes(agency.timeline).map(({ on, title }) => [on.edtf, title]),
    answer: async (call) => {
      const { items } = await call('timeline', { id: await idOf(call, '商务部'), kinds: ['ANNOUNCED'] });
      return items.map(({ on, title }: any) => [on, title]);
    },
  },
  {
    golden: 'timelines/05-of-a-person',
    asks: 'What happened around Pan Gongsheng, and which documents say so?',
    expected: ({ person }) =>
      nodes(person.timeline).map(({ on, kind, claims }) => [
        on.edtf,
        kind,
        [...new Set(claims.flatMap(({ evidence }: any) => evidence.map(({ document }: any) => document.id)))],
      ]),
    answer: async (call) => {
      const { items } = await call('timeline', { id: await idOf(call, 'Pan Gongsheng'), claims: 20 });
      return items.map(({ on, kind, claims }: any) => [
        on,
        kind,
        [...new Set(evidenceOf(claims).map(({ document }) => document.id))],
      ]);
    },
  },
  {
    golden: 'walking/01-person-to-region',
    asks: "How is the dealers' deputy secretary-general connected with Xi'an?",
    expected: ({ paths }) =>
      paths.map(({ hops, nodes: on, relations }: any) => [
        hops,
        on.map(({ id }: any) => id),
        relations.map(({ type }: any) => type),
      ]),
    answer: async (call) => {
      const [from, to] = [await idOf(call, 'Luo Lei'), await idOf(call, "Xi'an", ['REGION'])];
      const { paths } = await call('connections', { from, to, maxHops: 5, first: 2 });
      return paths.map(({ hops, entities, relations }: any) => [
        hops,
        entities.map(({ id }: any) => id),
        relations.map(({ type }: any) => type),
      ]);
    },
  },
  {
    golden: 'walking/02-agency-to-program',
    asks: 'How is the Ministry of Commerce connected with the pilot, and which documents say so?',
    expected: ({ paths }) =>
      paths.map(({ relations }: any) =>
        relations.map(({ type, claims }: any) => [
          type,
          claims.flatMap(({ evidence }: any) => evidence.map(({ document }: any) => document.id)),
        ]),
      ),
    answer: async (call) => {
      const { paths } = await call('connections', {
        from: 'Ministry of Commerce',
        to: 'Used-car export pilot',
        maxHops: 3,
        first: 3,
        claims: 20,
      });
      return paths.map(({ relations }: any) =>
        relations.map(({ type, claims }: any) => [type, evidenceOf(claims).map(({ document }) => document.id)]),
      );
    },
  },
  {
    golden: 'statistics/01-policies-by-kind',
    asks: 'How many policies are there of each kind?',
    expected: ({ policies }) => policies.facets[0].values,
    answer: async (call) => {
      const { sdl } = await call('schema', { name: 'PolicyFacet' });
      const by = /\bKIND\b/.exec(sdl as string)?.[0];
      const { data } = await call('query', {
        query: 'query ($by: [PolicyFacet!]!) { policies(first: 1) { facets(by: $by) { values { value count } } } }',
        variables: { by: [by] },
      });
      return data.policies.facets[0].values;
    },
  },
];

describe.each(engines)('an agent on $name', ({ builtIn }) => {
  let graph: Graph;
  let service: Service;
  let client: Client;
  beforeAll(async () => {
    graph = await builtIn();
    service = await serve(graph, { today: () => '2026-01-01' });
    client = await connected(service.url, newest);
  }, 120_000);
  afterAll(async () => {
    await client.close();
    await service.close();
    await graph.close();
  });

  it.each(questions)('answers: $asks', async ({ golden: name, expected, answer }) => {
    const right = expected(golden(name));
    expect(right).toBeDefined();
    expect(await answer(callOf(client))).toEqual(right);
  });
});
