/** What claims and observations are joined to, as their fields say. */
import type { Label } from './entities.js';
import type { RecordField, Fields } from './record-fields.js';
import { claimFields, observationFields, type evidenceFields } from './records.js';

/** A field that holds an id or several, and the relationship to what has them. */
export interface Link {
  readonly field: string;
  readonly edge: string;
  readonly many: boolean;
  /** The labels of what it may lead to; any by default. */
  readonly to?: readonly Label[] | undefined;
}

export const claimLinks: readonly Link[] = linksOf(claimFields);
export const observationLinks: readonly Link[] = linksOf(observationFields);

/** The links of a claim beside its two ends: what qualifies it. */
export const qualifyingLinks = claimLinks.filter(({ field }) => field !== 'subject' && field !== 'object');

type EdgesOf<All extends Fields> = Extract<All[keyof All], { readonly edge: string }>['edge'];

/** The relationships that join a claim, and an observation, to entities. */
export type ClaimEdge = EdgesOf<typeof claimFields> | EdgesOf<typeof evidenceFields>;
export type ObservationEdge = EdgesOf<typeof observationFields>;

function linksOf(fields: Fields): Link[] {
  return Object.entries(fields).flatMap(([field, { edge, many, to }]: [string, RecordField]) =>
    edge === undefined ? [] : [{ field, edge, many: many === true, to }],
  );
}

/** The ids that a record names under a link. */
export function linkedIds(record: object, { field }: Link): readonly string[] {
  const named = (record as Readonly<Record<string, string | readonly string[] | undefined>>)[field];
  return named === undefined ? [] : typeof named === 'string' ? [named] : named;
}

/** The same record with other ids under its links. */
export function withLinks<T extends object>(record: T, links: readonly Link[], renamed: (id: string) => string): T {
  const entries = links.flatMap((link) => {
    const ids = linkedIds(record, link).map(renamed);
    return link.field in record && (link.many || ids.length > 0) ? [[link.field, link.many ? ids : ids[0]] as const] : [];
  });
  return { ...record, ...Object.fromEntries(entries) };
}
