/** The views that are timed, and when each has its content. */
import type { Hubs } from '../stalls/requests.js';

export interface View {
  readonly name: string;
  readonly path: string;
  /** What it shows when its content is loaded. */
  readonly content: string;
}

type Ask = (query: string) => Promise<any>;

/** Each on the agency with the most policies, where it is about an entity. */
export async function viewsOf(ask: Ask, { agencies: [agency] }: Hubs): Promise<readonly View[]> {
  const { entity } = await ask(`{ entity(id: "${agency}") { name } }`);
  return [
    { name: 'home: the box is usable', path: '/', content: 'main [role=combobox]:enabled, header [role=combobox]:enabled' },
    { name: 'home', path: '/', content: 'main h2' },
    { name: 'search', path: `/?q=${encodeURIComponent(entity.name)}`, content: 'main li a' },
    { name: 'entity', path: `/entity/${agency}`, content: 'main tbody tr, main [role=row]' },
    { name: 'regions', path: '/regions', content: '[role=treegrid] [role=row], [role=treeitem]' },
    { name: 'changes', path: '/changes', content: 'main li, main tbody tr' },
    { name: 'graph', path: `/walk?from=${agency}`, content: '.canvas canvas' },
  ];
}

const pageSize = 50;
const wanted = 5_000;

interface Counted {
  readonly id: string;
  readonly relations: { readonly totalCount: number };
}

/** The path of a graph of some 5,000 entities: the one with the most relations, and, where they are too few, what it is related to. */
export async function mostEntities(ask: Ask, { agencies, ...others }: Hubs): Promise<string> {
  const ids = [...agencies, ...Object.values(others)].filter((id) => id !== '');
  const fields = ids.map((id, index) => `of${index}: entity(id: "${id}") { id relations(first: 1) { totalCount } }`);
  const found = Object.values(await ask(`{ ${fields.join(' ')} }`)) as (Counted | null)[];
  const [largest] = byCount(found.filter((each) => each !== null));
  if (largest === undefined) throw new Error('The graph has no entity with relations.');
  const open: string[] = [];
  let sum = 0;
  for (const { id, relations } of [largest, ...(await neighboursOf(ask, largest))]) {
    if (sum >= wanted) break;
    open.push(`${id}*${Math.ceil(Math.min(wanted - sum, relations.totalCount) / pageSize)}`);
    sum += relations.totalCount;
  }
  return `/walk?from=${largest.id}&open=${open.join(',')}&types=${types}`;
}

const types = 'POLICY,PROGRAM,AGENCY,ORGANIZATION,PERSON,REGION,SECTOR,PRODUCT,TOPIC,EVENT,INDICATOR,DOCUMENT';

async function neighboursOf(ask: Ask, { id }: Counted): Promise<readonly Counted[]> {
  const related = `relations(first: ${pageSize}) { edges { node { id relations(first: 1) { totalCount } } } }`;
  const { entity } = await ask(`{ entity(id: "${id}") { ${related} } }`);
  const nodes = (entity.relations.edges as { readonly node: Counted }[]).map(({ node }) => [node.id, node] as const);
  return byCount([...new Map(nodes).values()]);
}

const byCount = (all: readonly Counted[]): readonly Counted[] =>
  [...all].sort((one, other) => other.relations.totalCount - one.relations.totalCount);
