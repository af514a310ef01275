/** Ends before their beginnings, as claims give them: each claim can be true, and not both. */
import { inOrder } from '../inference/contradictions.js';
import { groupBy } from '../group-by.js';
import { labelOf, spans } from '../../model/model.js';
import { nameOf, query, type CypherText } from '../query.js';
import type { Properties } from '../stored/rows.js';
import type { Contradiction } from './contradiction-loader.js';
import { grouped, type Ids, type Reader } from './reader.js';

type Predicates = { readonly predicates: readonly string[] };
const reversed = query<Predicates & { limit: number }, { claim: Properties }, 'label' | 'filter'>('claim/reversed');
const spansOf = query<Predicates & { ids: readonly string[] }, { origin: string; claim: Properties }>('claim/spans-of');

/** The claims of all entities whose end is before their beginning; there may be some among them that are not. */
export async function reversedClaims(reader: Reader, limit: number): Promise<Properties[]> {
  const read = spans.map(({ label, start, end }) => {
    const filter = `coalesce(node.${start}Earliest, '') > coalesce(node.${end}Latest, '~')` as CypherText; // `~` sorts after every digit
    return reader.read(reversed({ predicates: [start, end], limit }, { label: nameOf(label), filter }));
  });
  return (await Promise.all(read)).flat().map(({ claim }) => claim);
}

/** The claims about an entity that give a beginning or an end of it. */
export function spanClaimsOf(reader: Reader, id: string): Promise<readonly Properties[]> {
  const predicates = spans.filter(({ label }) => label === labelOf(id)).flatMap(({ start, end }) => [start, end]);
  if (predicates.length === 0) return Promise.resolve([]);
  const fetch = async (ids: Ids['ids']) =>
    grouped(
      await reader.read(spansOf({ ids, predicates })),
      ({ origin }) => origin,
      ({ claim }) => claim,
    );
  return reader.batches.load<readonly Properties[]>('spans', predicates, id, fetch, []);
}

/** Of these claims those that give an entity an end before its beginning, by every reading of both. */
export function amongSpans(claims: readonly Properties[]): Contradiction[] {
  return [...groupBy(claims, ({ subject }) => subject as string)].flatMap(([subject, group]) =>
    spans
      .filter(({ label }) => label === labelOf(subject))
      .flatMap(({ start, end }) => {
        const found = reversedAmong(group, start, end);
        if (found.length === 0) return [];
        const key = `${subject} ${end} ${start} ${found[0]}`;
        return [{ subject, predicate: end, period: undefined, claims: found, observations: undefined, key }];
      }),
  );
}

function reversedAmong(claims: readonly Properties[], start: string, end: string): string[] {
  const of = (predicate: string) => claims.filter((claim) => claim['predicate'] === predicate);
  const [starts, ends] = [of(start), of(end)];
  const fit = (a: Properties, b: Properties) => inOrder(String(a['value']), String(b['value']));
  const found = [
    ...starts.filter((claim) => ends.some((other) => !fit(claim, other))),
    ...ends.filter((claim) => starts.some((other) => !fit(other, claim))),
  ];
  return found.map(({ id }) => id as string).sort();
}
