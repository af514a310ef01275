import { labelOf, type Label } from '../model/model.js';
import type { Entry } from './report.js';

/** Which changes a client subscribes to; all by default. */
export interface ChangeFilter {
  readonly types?: readonly Label[] | null | undefined;
  readonly kinds?: readonly string[] | null | undefined;
}

/** Whether a change is wanted. */
export function wantedBy({ types, kinds }: ChangeFilter): (entry: Entry) => boolean {
  const isOfTypes = ({ id, from = '', to = '' }: Entry) =>
    types == null || [id, from, to].some((each) => types.includes(labelOf(each) as Label));
  const kindsWanted = kinds == null ? undefined : new Set(kinds);
  return (entry) => (kindsWanted === undefined || kindsWanted.has(entry.kind)) && isOfTypes(entry);
}
