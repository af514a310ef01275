/** An item of an answer as a change of the graph, with ids for the entities that it names. */
import { slugOf } from '../../import/mapping/slug.js';
import {
  givenFields,
  claimFields,
  idPrefix,
  labelOf,
  observationFields,
  relationModel,
  type Fields,
  type Label,
} from '../../model/model.js';
import type { ProposedChange, ProposedClaim, ProposedEntity, ProposedObservation } from '../claims/proposal.js';
import type { DropReason } from './dropped.js';
import type { NamesInText } from './names.js';

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** What an item that fits the schema may have; keys that it does not name are never read. */
interface Answered {
  readonly quote: string;
  readonly paragraph?: number | null;
  readonly summary: string;
  readonly why?: string | null;
  readonly confidence?: number | null;
}

interface AnsweredEntity {
  readonly label: Label;
  readonly name: string;
  readonly lang?: string | null;
  readonly properties?: readonly NamedValue[] | null;
}

type Values = Readonly<Record<string, unknown>>;

export type AnsweredItem = Answered &
  (
    | { readonly kind: 'ENTITY'; readonly entity: AnsweredEntity }
    | { readonly kind: 'CLAIM'; readonly claim: Values }
    | { readonly kind: 'OBSERVATION'; readonly observation: Values }
  );

/** The id of an entity that an answer proposes: of what the text names so, or made of its type and name. */
function newId({ label, name }: AnsweredEntity, names: NamesInText): string {
  const named = names.resolve(name);
  const isSame = typeof named !== 'string' && labelOf(named.id) === label;
  return isSame ? named.id : `${idPrefix(label)}${slugOf(name)}`;
}

/** The change of an item; or why there is none. */
export function changeOf(item: AnsweredItem, names: NamesInText, language: string): ProposedChange | DropReason {
  if (item.kind === 'ENTITY') return { kind: 'ENTITY', entity: entityOf(item.entity, names, language) };
  const [values, fields] = item.kind === 'CLAIM' ? [item.claim, claimFields] : [item.observation, observationFields];
  const resolved = withIds(values, fields, names);
  if (typeof resolved === 'string') return resolved;
  if (item.kind === 'OBSERVATION') {
    const attributedTo = listOfIds(values['attributedTo'], names);
    if (typeof attributedTo === 'string') return attributedTo;
    const observation = { about: [], comparator: 'EXACT', ...resolved, ...notEmpty({ attributedTo }) };
    return { kind: 'OBSERVATION', observation: observation as unknown as ProposedObservation };
  }
  const qualifiers = qualifiersOf(values, names);
  if (typeof qualifiers === 'string') return qualifiers;
  const claim = { ...resolved, ...notEmpty({ qualifiers }) };
  return { kind: 'CLAIM', claim: withTextValue(claim) as unknown as ProposedClaim };
}

function entityOf(entity: AnsweredEntity, names: NamesInText, language: string): ProposedEntity {
  const { label, name, lang, properties } = entity;
  return {
    id: newId(entity, names),
    label,
    names: [{ value: name.trim(), lang: lang ?? language, kind: 'PREFERRED' }],
    ...notEmpty({ properties: properties?.map(({ name: own, value }) => ({ name: own, value })) }),
  };
}

/** Values of the fields of the model alone, without what is null, each name as the id that it means. */
function withIds(values: Values, fields: Fields, names: NamesInText): Values | DropReason {
  const entries: [string, unknown][] = [];
  for (const [name, field] of givenFields(fields)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value == null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    const ids = field.edge === undefined ? undefined : listOfIds(value, names);
    if (typeof ids === 'string') return ids;
    entries.push([name, ids === undefined ? value : field.many === true ? ids : ids[0]]);
  }
  return Object.fromEntries(entries);
}

function listOfIds(value: unknown, names: NamesInText): readonly string[] | DropReason {
  const ids: string[] = [];
  for (const reference of [value ?? []].flat() as string[]) {
    const found = names.resolve(reference);
    if (typeof found === 'string') return found;
    if (!ids.includes(found.id)) ids.push(found.id);
  }
  return ids;
}

/** Those that are ids are resolved too. */
function qualifiersOf(values: Values, names: NamesInText): readonly NamedValue[] | DropReason {
  const attributes = relationModel(String(values['predicate']))?.attributes ?? {};
  const qualifiers: NamedValue[] = [];
  for (const { name, value } of (values['qualifiers'] ?? []) as readonly NamedValue[]) {
    const isId = Object.hasOwn(attributes, name) && attributes[name]?.isId === true;
    const found = isId ? names.resolve(value) : { id: value };
    if (typeof found === 'string') return found;
    qualifiers.push({ name, value: found.id });
  }
  return qualifiers;
}

/** Inputs of claims have numbers as text. */
const withTextValue = (claim: Values): Values =>
  typeof claim['value'] === 'number' ? { ...claim, value: String(claim['value']) } : claim;

const notEmpty = (lists: Readonly<Record<string, readonly unknown[] | undefined>>): object =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined && list.length > 0));
