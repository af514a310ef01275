/** What the files of a load bring all together, known before any of it is checked against the rest. */
import type { Known } from '../../changesets/checks.js';
import type { RequestedClaim } from '../../changesets/claims.js';
import { entitiesNamed, observationsNamed } from '../../changesets/named.js';
import { labelOf, relations } from '../../model/model.js';
import type { EntityRecord, Redirect } from '../../graph/stored/record-types.js';
import { IdMap } from './id-map.js';
import type { Numbered } from './load.js';
import type { LocatedClaim, SourceRecord } from './parts.js';

type Edge = Pick<RequestedClaim, 'subject' | 'predicate' | 'object'>;

const acyclic = new Set(Object.entries(relations).flatMap(([type, model]) => (model.acyclic === true ? [type] : [])));

/** Holds ids, not records: its memory is some bytes an entity. Only the steps of hierarchies, and documents that are ranges of a text, are kept as they are. */
export class FileIndex implements Known {
  /** Records that bring an entity, or redirect an id, as another did before, each with that one. */
  readonly duplicates = new Map<number, number>();
  readonly hierarchy: Edge[] = [];
  records = 0;
  private readonly own = new IdMap();
  private readonly shared = new IdMap();
  private readonly measured = new IdMap();
  private readonly ranges = new Map<string, Pick<EntityRecord, 'properties'>>();
  /** What was spoken of before a record brought it. */
  private readonly awaited = new IdMap();
  private readonly early = new IdMap();
  private observationsAreEarly = false;
  /** Claims that many records make, each with the first that does. */
  private readonly said = new IdMap();

  readonly entities = {
    has: (id: string) => this.own.has(id) || this.shared.has(id),
    get: (id: string) => this.ranges.get(id),
  };
  /** Ids that records redirect, each with where to and the first record that says so. */
  private readonly redirects = new Map<string, { readonly into: string; readonly number: number }>();
  readonly merged = { get: (id: string) => this.redirects.get(id)?.into };
  readonly observations = { has: (id: string) => this.measured.has(id) };

  get hasRedirects(): boolean {
    return this.redirects.size > 0;
  }

  add({ number, record }: Numbered): void {
    this.records += 1;
    for (const { item } of record.entities) this.addEntity(item, number);
    for (const { item } of record.shared) this.bring(item.id, number, this.shared);
    for (const { item } of record.observations) this.addObservation(item.id, number);
    for (const { item } of record.redirects ?? []) this.addRedirect(item, number);
    const parts = { ...record, entities: [] };
    for (const id of entitiesNamed(parts)) if (!this.entities.has(id)) this.awaited.add(id, number);
    for (const id of observationsNamed(parts)) if (!this.measured.has(id)) this.awaited.add(id, number);
    for (const claim of record.claims) {
      const isNew = claim.isShared !== true || this.said.add(factOf(claim), number);
      if (isNew && acyclic.has(claim.item.predicate)) this.hierarchy.push(claim.item);
    }
  }

  /** Whether a record is to make this claim of its own: one that many make is made by the first. */
  isMadeBy(number: number, claim: LocatedClaim): boolean {
    return claim.isShared !== true || this.said.get(factOf(claim)) === number;
  }

  /** Whether an entity must be written before the record that brings it has its turn. */
  isEarly(id: string): boolean {
    return this.observationsAreEarly || this.early.has(id);
  }

  /** Whether something is spoken of before the record that brings it. */
  get hasEarly(): { readonly entities: boolean; readonly observations: boolean } {
    return { entities: this.observationsAreEarly || this.early.size > 0, observations: this.observationsAreEarly };
  }

  private addEntity(item: SourceRecord['entities'][number]['item'], number: number): void {
    const first = this.own.get(item.id);
    if (first === undefined) this.bring(item.id, number, this.own);
    else if (first !== number) this.duplicates.set(number, first);
    const { rangeStart, rangeEnd } = item as { readonly rangeStart?: number; readonly rangeEnd?: number };
    if (labelOf(item.id) === 'Document' && (rangeStart !== undefined || rangeEnd !== undefined))
      this.ranges.set(item.id, { properties: { rangeStart: rangeStart ?? 0, ...(rangeEnd === undefined ? {} : { rangeEnd }) } });
  }

  private addRedirect({ id, into }: Redirect, number: number): void {
    const first = this.redirects.get(id);
    if (first === undefined) this.redirects.set(id, { into, number });
    else if (first.number !== number) this.duplicates.set(number, first.number);
  }

  private addObservation(id: string, number: number): void {
    this.measured.add(id, number);
    if (this.awaited.has(id)) this.observationsAreEarly = true;
  }

  private bring(id: string, number: number, among: IdMap): void {
    if (!this.entities.has(id) && this.awaited.has(id)) this.early.add(id, number);
    among.add(id, number);
  }
}

/** What a claim says, whenever it holds and whatever it rests on. */
function factOf({ item: { subject, predicate, object, value, attributes } }: LocatedClaim): string {
  return JSON.stringify([subject, predicate, object ?? null, value ?? null, Object.entries(attributes).sort()]);
}
