/** What happened to an entity and around it, in the order of dates that may be vague. */
import { surest, type Certainty } from '../time/certainty.js';
import type { FuzzyDate } from '../time/dates.js';
import { groupBy } from '../group-by.js';
import { entities, labels, type Label, type RelationType, type TimelineKind } from '../../model/model.js';
import { statedOf, type Entity, type Observation, type Relation } from '../stored/rows.js';
import { limits } from '../../limits.js';

/** How many relations each way, documents and observations of one entity are considered. */
export const timelineLimit = limits.lists.timeline.value;

const words: Readonly<Partial<Record<TimelineKind, string>>> = {
  ANNOUNCED: 'announced',
  EFFECTIVE: 'takes effect',
  EXPIRED: 'ends',
  STARTED: 'begins',
  ENDED: 'ends',
  PUBLISHED: 'published',
  WRITTEN: 'written',
};

export interface TimelineItem {
  /** Unique in one timeline. */
  readonly id: string;
  readonly on: FuzzyDate;
  readonly kind: TimelineKind;
  readonly title: string;
  readonly entities: readonly Entity[];
  readonly observation?: Observation | undefined;
  /** Of relations: their type, and which way they lead from the entity of the timeline. */
  readonly relationType?: RelationType | undefined;
  readonly direction?: DatedRelation['direction'] | undefined;
  /** Of relations: the surest of them, and since and until when sources speak of any. */
  readonly certainty?: Certainty | undefined;
  readonly firstStatedOn?: FuzzyDate | undefined;
  readonly lastStatedOn?: FuzzyDate | undefined;
  /** The claims that say so, or the property of an entity that they are about. */
  readonly claims: { readonly ids: readonly string[] } | { readonly about: string; readonly predicate: string };
}

/** A relation of the entity of a timeline: `node` is at the other end. */
export interface DatedRelation {
  readonly relation: Relation;
  readonly direction: 'out' | 'in';
}

/** The dates of an entity's label, in the order of the model. */
const dateProperties = (label: Label): string[] =>
  Object.entries(entities[label].properties)
    .filter(([, { type }]) => type === 'date')
    .map(([name]) => name);

/** Every property that is a date, of any label. */
export const allDateProperties: readonly string[] = [...new Set(labels.flatMap(dateProperties))];

/** An entity's own dates. */
export function ownItems(entity: Entity): TimelineItem[] {
  const { properties, isOneDate = false } = entities[entity.label];
  const dated = Object.entries(properties).flatMap(([property, { timeline }]) => {
    const on = entity[property] as FuzzyDate | undefined;
    return on === undefined || timeline === undefined ? [] : [ownItem(entity, property, timeline, on)];
  });
  return isOneDate ? dated.slice(0, 1) : dated;
}

function ownItem(entity: Entity, property: string, kind: TimelineKind, on: FuzzyDate): TimelineItem {
  const title = [entity.name, ...(words[kind] === undefined ? [] : [words[kind]])].join(' ');
  return {
    id: `${entity.id} ${property}`,
    on,
    kind,
    title,
    entities: [entity],
    claims: { about: entity.id, predicate: property },
  };
}

export function observationItem(observation: Observation, on: FuzzyDate, indicator: Entity | undefined): TimelineItem {
  const { kind } = observation as Observation & Record<'kind', string>;
  const title = `${indicator?.name ?? observation.indicator}: ${measure(observation)}${kind === 'ACTUAL' ? '' : ` (${kind.toLowerCase()})`}`;
  return {
    id: observation.id,
    on,
    kind: 'OBSERVED',
    title,
    entities: [],
    observation,
    claims: { about: observation.id, predicate: '' },
  };
}

/** "more than 100,000 {car}", or "rank 1" where the source gives no value. */
function measure(observation: Observation): string {
  const { value, unit, comparator, rank } = observation as Observation & Record<'unit' | 'comparator', string>;
  if (value === undefined) return `rank ${rank}`;
  const number = value.toLocaleString('en', { maximumFractionDigits: 20 });
  return [...(comparator === 'EXACT' ? [] : [comparator.toLowerCase().replaceAll('_', ' ')]), number, unit].join(' ');
}

/** When relations began and ended; those of one type, day and direction are one item, so that a list of ten regions is not ten lines. */
export function relationItems(origin: Entity, relations: readonly DatedRelation[]): TimelineItem[] {
  const changes = relations.flatMap((dated) => [
    ...change(dated, 'RELATION_BEGAN', dated.relation.validity.from, origin),
    ...change(dated, 'RELATION_ENDED', dated.relation.validity.until, origin),
  ]);
  const groups = groupBy(changes, ({ kind, on, relation, direction }) => [relation.type, direction, kind, on.edtf].join(' '));
  return [...groups].map(([key, group]) => relationItem(`${origin.id} ${key}`, origin, group));
}

interface Change extends DatedRelation {
  readonly kind: TimelineKind;
  readonly on: FuzzyDate;
}

function change(dated: DatedRelation, kind: TimelineKind, on: FuzzyDate | undefined, origin: Entity): Change[] {
  if (on === undefined || impliesDate(dated.relation.node, on) || impliesDate(origin, on)) return [];
  return [{ ...dated, kind, on }];
}

/** Whether an entity's own dates make a relation's date redundant: "issued" adds nothing to "announced". */
function impliesDate(entity: Entity, on: FuzzyDate): boolean {
  const { begins = [], relationDates } = entities[entity.label];
  if (relationDates === 'UNLESS_DATED') return begins.some((property) => entity[property] !== undefined);
  const isOwn = (property: string) => (entity[property] as FuzzyDate | undefined)?.edtf === on.edtf;
  return relationDates === 'OTHER_DAYS' && dateProperties(entity.label).some(isOwn);
}

function relationItem(id: string, origin: Entity, group: readonly Change[]): TimelineItem {
  const { kind, on, relation, direction } = group[0] as Change;
  const key = ({ relation: { id: own, node } }: Change) => `${node.id} ${own}`;
  const inOrder = group.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)); // engines have each their own
  const others = [...new Map(inOrder.map(({ relation: { node } }) => [node.id, node])).values()];
  const [from, to] = direction === 'out' ? [origin.name, listed(others)] : [listed(others), origin.name];
  const title = `${from}: ${kind === 'RELATION_ENDED' ? 'no longer ' : ''}${inWords(relation.type)} ${to}`;
  return {
    id,
    on,
    kind,
    title,
    entities: others,
    relationType: relation.type,
    direction,
    certainty: surestOf(inOrder),
    ...statedOf(inOrder.map(({ relation: each }) => each)),
    claims: { ids: [...new Set(inOrder.flatMap(({ relation: { claimIds } }) => claimIds))] },
  };
}

/** Undefined where all of them are over. */
function surestOf(changes: readonly Change[]): Certainty | undefined {
  const known = changes.map(({ relation: { certainty } }) => certainty).filter((each) => each !== undefined);
  return known.length === 0 ? undefined : surest(known);
}

const inWords = (type: RelationType): string => type.toLowerCase().replaceAll('_', ' ');

function listed(others: readonly Entity[]): string {
  const names = others.slice(0, 3).map(({ name }) => name);
  return others.length > 3 ? `${names.join(', ')} and ${others.length - 3} more` : names.join(', ');
}

/** Whether an item may be of a day or of one before it. */
export function mayHaveBegun({ on }: TimelineItem, day: string): boolean {
  return (on.earliest ?? day) <= day;
}

/** By the first day that an item may be of, then by the last, then by id. An unknown first day sorts first, an unknown last day last. */
export function timelineKey({ on, id }: TimelineItem): readonly [string, string] {
  return [`${on.earliest ?? ''} ${on.latest ?? '~'}`, id];
}

export function compareKeys(a: readonly [string, string], b: readonly [string, string]): number {
  const [one, other] = a[0] === b[0] ? [a[1], b[1]] : [a[0], b[0]];
  return one < other ? -1 : one > other ? 1 : 0;
}
