import type { Label } from '../model/model.js';
import type { Entry } from './report.js';

/** Which changes a client subscribes to; all by default. */
export interface ChangeFilter {
  readonly types?: readonly Label[] | null | undefined;
  readonly kinds?: readonly string[] | null | undefined;
}

/** Whether a change is wanted. The type of an entity is the beginning of its id. */
export function wantedBy({ types, kinds }: ChangeFilter): (entry: Entry) => boolean {
  const prefixes = types == null ? undefined : types.map((type) => `${type.toLowerCase()}:`);
  const isOfTypes = ({ id, from = '', to = '' }: Entry) =>
    prefixes === undefined || prefixes.some((prefix) => [id, from, to].some((each) => each.startsWith(prefix)));
  const kindsWanted = kinds == null ? undefined : new Set(kinds);
  return (entry) => (kindsWanted === undefined || kindsWanted.has(entry.kind)) && isOfTypes(entry);
}
