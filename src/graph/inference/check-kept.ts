/** Whether what changesets keep beside the claims is what the claims give: marks of what differs, and counts. */
import { groupBy } from '../group-by.js';
import { countedGraph, graphCounts } from '../counts.js';
import type { Graph } from '../port.js';
import { query } from '../query.js';
import { compared } from '../stored/differing.js';
import type { ClaimRecord } from '../stored/record-types.js';
import type { Difference } from './check.js';

const all = Number.MAX_SAFE_INTEGER;
const marked = query<Record<string, never>, { id: string }>('claim/ids-marked');
const markedValues = query<{ limit: number }, { node: { id: string } }>('observation/marked');
const differingValues = query<Record<string, never>, { id: string }>('observation/differing-now');

/** The claims among all those of some subjects that do not say the same as others of the same predicate. */
export function differingAmong(claims: readonly ClaimRecord[]): string[] {
  return compared.flatMap(({ predicates, property }) => {
    const groups = groupBy(
      claims.filter(({ predicate }) => predicates.includes(predicate)),
      ({ subject, predicate }) => `${subject} ${predicate}`,
    );
    const said = (claim: ClaimRecord) => claim[property as string as 'value' | 'object'];
    return [...groups.values()]
      .filter((group) => new Set(group.map(said).filter((value) => value !== undefined)).size > 1)
      .flatMap((group) => group.map(({ id }) => id));
  });
}

/** What is marked and does not differ, and what differs and is not marked. */
export async function markDifferences(graph: Graph, differing: ReadonlySet<string>): Promise<Difference[]> {
  const claims = (await graph.read(marked({}))).map(({ id }) => id);
  const values = (await graph.read(markedValues({ limit: all }))).map(({ node }) => node.id);
  const differingValue = (await graph.read(differingValues({}))).map(({ id }) => id);
  return between([...claims, ...values], [...differing, ...differingValue]);
}

function between(stored: readonly string[], expected: readonly string[]): Difference[] {
  const [has, says] = [new Set(stored), new Set(expected)];
  const surplus = stored.filter((id) => !says.has(id)).map((id) => `${id} is marked as differing from others, but none differs.`);
  const missing = expected.filter((id) => !has.has(id)).map((id) => `${id} differs from others, but is not marked so.`);
  return [...surplus, ...missing].map((message) => ({ kind: 'DIFFERENT_MARK', message }));
}

/** Counts that are not as many as there are. */
export async function countDifferences(graph: Graph): Promise<Difference[]> {
  const read: Graph['read'] = (statement) => graph.read(statement);
  const [kept, counted] = [flat(await graphCounts(read)), flat(await countedGraph(read))];
  return Object.entries(counted)
    .filter(([name, total]) => kept[name] !== total)
    .map(([name, total]) => ({
      kind: 'DIFFERENT_COUNT' as const,
      message: `The graph holds ${total} ${name}, but keeps count of ${kept[name]}.`,
    }));
}

const flat = ({ entities, ...rest }: Awaited<ReturnType<typeof graphCounts>>): Record<string, number> => ({
  ...entities,
  ...rest,
});
