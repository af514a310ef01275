import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { ArgsType, Field, type ClassType } from '../type-graphql/decorators.js';
import type { Certainty } from '../graph/time/certainty.js';
import type { EdgeFilter, EdgeModel } from '../graph/lists/filter/edges.js';
import type { Filter } from '../graph/lists/filter/filter.js';
import {
  labels,
  propertyModel,
  relationTypes,
  regionLevels,
  targetOf,
  type Listed,
  type RelationField,
  type RelationType as RelationTypeName,
} from '../model/model.js';
import { edgeOrderings } from '../graph/lists/edge-order.js';
import { orderings } from '../graph/lists/order.js';
import { Certainty as CertaintyType, Direction, EntityType, ObservationKind, RelationType, enumType } from './enums.js';
import { addEntity } from './entity-ids.js';
import { filterInput } from './filter-inputs.js';
import { addField } from './filter-tests.js';
import { edgeFilter, edgeName } from './relation-filters.js';
import { PageArguments } from './page-arguments.js';
import { PeriodRange } from './period-range.js';

/** The arguments of any list. What a list does not offer stays undefined. */
export interface ListInput extends PageArguments {
  readonly where?: Filter;
  readonly orderBy?: string;
  readonly types?: readonly string[];
  readonly level?: string;
  readonly within?: string;
  readonly includeParts?: boolean;
  readonly scope?: string;
  readonly rollUpTo?: string;
  readonly certainty?: readonly Certainty[];
  readonly edge?: EdgeFilter;
  readonly region?: string;
  readonly kind?: string;
  readonly indicator?: string;
  readonly about?: string;
  readonly period?: { readonly from?: string | null; readonly to?: string | null };
}

const made = new Map<string, ClassType<ListInput>>();
const orders = new Map<string, object>();

/** What some lists take besides page, filter and order: the row of a relation's field says which. */
export type ListExtras = Partial<Pick<RelationField, 'scope' | 'rollUp' | 'parts'>> & {
  /** What the relations to the items are, where they can be filtered. */
  readonly edge?: EdgeModel;
};

/** The arguments of the list that a relation field leads to. */
export const fieldArguments = (field: RelationField): ClassType<ListInput> => {
  const { types, attributes, scope, rollUp, parts } = field;
  return listArguments(targetOf(field), { edge: { types, attributes }, scope, rollUp, parts });
};

/** The arguments of a list of items of one kind: page, filter, order, and shortcuts for what is asked most. */
export function listArguments(listed: Listed | 'Entity', extras: ListExtras = {}): ClassType<ListInput> {
  const { edge, scope = false, rollUp = false, parts } = extras;
  const key = JSON.stringify([listed, edge, scope, rollUp, parts]);
  const existing = made.get(key);
  if (existing !== undefined) return existing;
  class ListArguments extends PageArguments {}
  ArgsType()(ListArguments);
  made.set(key, ListArguments);
  const filter = filterInput(listed);
  const order = orderEnum(listed, edge);
  addField(ListArguments, 'where', () => filter, 'Only items that pass this filter.', ValidateNested());
  addField(ListArguments, 'orderBy', () => order, 'In which order; by name by default, observations by period.');
  if (listed === 'Entity')
    addField(ListArguments, 'types', () => [EntityType], 'Only entities of these types.', ArrayMaxSize(20));
  if (listed === 'Region') addRegionShortcuts(ListArguments);
  if (listed === 'Observation') addObservationShortcuts(ListArguments);
  addExtras(ListArguments, extras);
  return ListArguments;
}

function addExtras(type: ClassType, { edge, scope = false, rollUp = false, parts }: ListExtras): void {
  if (edge !== undefined) addEdge(type, edge);
  if (scope) addField(type, 'scope', () => Scope, scopeMeaning);
  if (rollUp) addField(type, 'rollUpTo', () => regionLevel(), rollUpMeaning);
  if (parts?.byDefault === true)
    Field(() => Boolean, { defaultValue: true, description: parts.description })(type.prototype, 'includeParts');
  else if (parts !== undefined) addField(type, 'includeParts', () => Boolean, parts.description);
}

function addEdge(type: ClassType, edge: EdgeModel): void {
  const filter = edgeFilter(edge);
  addField(type, 'edge', () => filter, 'Only where the relation passes this filter.', ValidateNested());
  addField(type, 'certainty', () => [CertaintyType], 'Only relations that hold with one of these certainties.', ArrayMaxSize(3));
}

const scopeMeaning =
  'Of which regions; DIRECT by default. What is of several of them is listed and counted once, through the nearest: the region itself, else what it lies in, else what lies in it.';
const rollUpMeaning =
  'Folds regions into those of this level that they lie in; larger regions are kept as they are. Filters and orders are those of the folded regions.';

const Scope = enumType('Scope', 'Which regions a question about a region is about.', {
  DIRECT: 'The region itself.',
  INHERITED: 'The regions that it lies in, whose policies and programs hold for it too.',
  CONTAINED: 'The regions that lie in it.',
  ANY: 'All of these.',
});

export const regionLevel = (): object => enumType('RegionLevel', propertyModel('Region', 'level').description, regionLevels);

/** The arguments of all that an entity is related to. */
export interface RelationInput extends PageArguments {
  readonly where?: Filter;
  readonly orderBy?: string;
  readonly types?: readonly RelationTypeName[];
  readonly certainty?: readonly Certainty[];
  readonly edge?: EdgeFilter;
  readonly direction: 'out' | 'in' | 'any';
}

export function relationArguments(): ClassType<RelationInput> {
  const existing = made.get('relations');
  if (existing !== undefined) return existing as ClassType<RelationInput>;
  class RelationArguments extends PageArguments {}
  ArgsType()(RelationArguments);
  made.set('relations', RelationArguments);
  const ofAny = { types: relationTypes, attributes: {} };
  const [filter, order] = [filterInput('Entity'), orderEnum('Entity', ofAny)];
  addField(
    RelationArguments,
    'where',
    () => filter,
    'Only where the entity at the other end passes this filter.',
    ValidateNested(),
  );
  addField(
    RelationArguments,
    'orderBy',
    () => order,
    'In which order of the relations, or of the entities at the other end; by name by default.',
  );
  addField(RelationArguments, 'types', () => [RelationType], 'Only relations of these types.', ArrayMaxSize(50));
  addEdge(RelationArguments, ofAny);
  Field(() => Direction, { defaultValue: 'any', description: 'Only relations that lead from it, or to it.' })(
    RelationArguments.prototype,
    'direction',
  );
  return RelationArguments as ClassType<RelationInput>;
}

function addRegionShortcuts(type: ClassType): void {
  const level = regionLevel();
  addField(type, 'level', () => level, 'Only regions of this level.');
  addEntity(type, 'within', ['Region'], 'Only this region, and what lies in it at any depth.');
}

function addObservationShortcuts(type: ClassType): void {
  addEntity(type, 'region', ['Region'], 'Only of this region.');
  addField(type, 'kind', () => ObservationKind, 'Only of this kind.');
  addEntity(type, 'indicator', ['Indicator'], 'Only values of this indicator.');
  addEntity(type, 'about', labels, 'Only values about this entity.');
  addField(type, 'period', () => PeriodRange, 'Only of periods that lie in this time.', ValidateNested());
}

/** `NAME_ASC`, `ANNOUNCED_DESC`: what items of a kind can be ordered by, both ways; `edge` are the relations to them. */
function orderEnum(listed: Listed | 'Entity', edge?: EdgeModel): object {
  const name = edge === undefined ? `${listed}Order` : `${edgeName(edge)}${listed}RelationOrder`;
  const known = orders.get(name);
  if (known !== undefined) return known;
  const values = edge === undefined ? bothWays(orderings(listed)) : [...ofItems(listed), ...bothWays(edgeOrderings(edge))];
  const type = enumType(
    name,
    'The order of a list; ties are ordered by id.',
    Object.fromEntries(values) as Record<string, string>,
  );
  orders.set(name, type);
  return type;
}

const bothWays = (all: ReturnType<typeof orderings>): string[][] =>
  [...all].flatMap(([name, { description }]) => [
    [`${name}_ASC`, `${description} Smallest or earliest first; unknown last.`],
    [`${name}_DESC`, `${description} Largest or latest first; unknown first.`],
  ]);

/** The orders of items, which are described once. */
const ofItems = (listed: Listed | 'Entity'): string[][] =>
  bothWays(orderings(listed)).map(([name = '']) => [name, `As in ${listed}Order.`]);
