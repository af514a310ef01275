/** Queries of all kinds about entities that lie apart, in the proportions of a service that is read: most look up, few list and search. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Kind {
  readonly name: string;
  /** How often it comes, beside the others. */
  readonly weight: number;
  /** The list whose ids `$id` is one of. */
  readonly list?: string;
  readonly query: string;
  readonly variables?: object;
}

const ofOne: readonly (readonly [name: string, weight: number, list: string, fields: string])[] = [
  ['look-up', 30, 'policies', 'id name names { value lang kind } ... on Policy { announcedOn { edtf } documentNumber }'],
  [
    'hop',
    15,
    'policies',
    '... on Policy { name issuers(first: 10) { edges { role node { id name } } } topics(first: 10) { edges { node { id name } } } }',
  ],
  [
    'region',
    10,
    'regions',
    '... on Region { name level parent { id name } programs(scope: ANY, first: 10) { edges { node { id name } } } }',
  ],
  [
    'agency',
    5,
    'agencies',
    '... on Agency { policies(first: 20, orderBy: ANNOUNCED_DESC) { totalCount edges { node { id name announcedOn { edtf } } } } }',
  ],
  ['topic', 5, 'topics', '... on Topic { policies(first: 20) { totalCount edges { node { id name } } } }'],
  [
    'relations',
    5,
    'policies',
    'relations(first: 20) { totalCount edges { type direction node { id name } claims { id evidence { summary } } } }',
  ],
  [
    'claims',
    5,
    'policies',
    '... on Policy { claims { id predicate value object { id name } evidence { summary document { id title } } } }',
  ],
  ['timeline', 3, 'agencies', '... on Agency { timeline(first: 10) { edges { node { on { edtf } kind title } } } }'],
  ['history', 2, 'agencies', 'version history { version changeset { author reason } changes { kind } }'],
];

const others: readonly Kind[] = [
  {
    name: 'neighbourhood',
    weight: 3,
    list: 'people',
    query: 'query($id: ID!) { neighbourhood(id: $id) { truncated nodes { id name } relations { type from { id } to { id } } } }',
  },
  {
    name: 'list',
    weight: 4,
    query:
      '{ policies(first: 20, where: { announcedOn: { gte: "2010-01-01" } }, orderBy: ANNOUNCED_DESC) { totalCount edges { node { id name } } } }',
  },
  { name: 'names', weight: 2, query: '{ regions(first: 50, orderBy: NAME_ASC) { edges { node { id name } } } }' },
  { name: 'facets', weight: 2, query: '{ policies { facets(by: [ANNOUNCED_YEAR, ISSUERS]) { values { value count } } } }' },
  { name: 'search', weight: 4, query: '{ search(query: "export", first: 10) { edges { node { id name } matchedName score } } }' },
  { name: 'all claims', weight: 1, query: '{ claims(first: 20) { edges { node { id predicate value } } } }' },
  { name: 'contradictions', weight: 0.5, query: '{ contradictions(first: 5) { edges { node { predicate subject { id } } } } }' },
  { name: 'changes', weight: 1, query: '{ changes(since: "0.0", first: 20) { cursor changes { kind id type } } }' },
];

const examples = fileURLToPath(new URL('../../web/playground/examples/', import.meta.url));

/** The playground's examples, but those that spread the fragments it adds. */
function fromPlayground(): Kind[] {
  const files = readdirSync(examples).filter((file) => file.endsWith('.graphql'));
  return files.flatMap((file) => {
    const query = readFileSync(examples + file, 'utf8');
    const values = examples + file.replace('.graphql', '.variables.json');
    if (/\.\.\.(?:Names|Evidence|ClaimEvidence|RelationEvidence)\b/.test(query)) return [];
    return [
      {
        name: file,
        weight: 0.3,
        query,
        variables: existsSync(values) ? (JSON.parse(readFileSync(values, 'utf8')) as object) : {},
      },
    ];
  });
}

const kinds: readonly Kind[] = [
  ...ofOne.map(([name, weight, list, fields]) => ({
    name,
    weight,
    list,
    query: `query($id: ID!) { entity(id: $id) { ${fields} } }`,
  })),
  ...others,
  ...fromPlayground(),
];

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

/** The data of an answer. */
type Ask = (query: string, variables: object) => Promise<unknown>;

export interface Query {
  readonly query: string;
  readonly variables: object;
}

/** Gives the query of a number: the same for the same graph each time. Kinds whose list is empty are left out. */
export async function mixedQueries(ask: Ask): Promise<(number: number) => Query> {
  const ids = new Map<string | undefined, readonly string[]>();
  for (const list of new Set(kinds.flatMap((kind) => kind.list ?? []))) ids.set(list, await idsOf(ask, list));
  const possible = kinds.filter(({ list }) => list === undefined || ids.get(list)?.length);
  const total = possible.reduce((sum, { weight }) => sum + weight, 0);
  return (number) => {
    let at = ((number * 0.618_034) % 1) * total; // spreads evenly, in no order
    const { query, list, variables = {} } = possible.find(({ weight }) => (at -= weight) < 0) ?? (possible[0] as Kind);
    const those = ids.get(list) ?? [];
    return { query, variables: list === undefined ? variables : { id: those[number % those.length] } };
  };
}

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

/** Up to 500 ids of a list. */
async function idsOf(ask: Ask, list: string): Promise<string[]> {
  const query = `query($after: String) { ${list}(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } } }`;
  const ids: string[] = [];
  for (let after: string | undefined; ids.length < 500;) {
    const page = ((await ask(query, { after })) as Readonly<Record<string, Page>> | null | undefined)?.[list];
    ids.push(...(page?.edges ?? []).map(({ node }) => node.id));
    if (page === undefined || !page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  return ids;
}
