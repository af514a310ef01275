/** The values that entities have for a property, read for many entities together. */
import type { Label } from '../../model/model.js';
import type { Loaders } from '../loaders/loaders.js';
import type { Ids } from '../loaders/reader.js';
import { groupBy } from '../group-by.js';
import { query } from '../query.js';
import type { Entity } from '../stored/rows.js';
import { codesOf } from '../stored/storage.js';
import type { Code, Name } from '../stored/record-types.js';
import type { FuzzyDate } from '../time/dates.js';
import { propertiesOfType, type Source } from './properties.js';

export type PropertyValue =
  | { readonly text: string; readonly lang?: string }
  | { readonly number: number }
  | { readonly date: FuzzyDate }
  /** Ids of some types are codes too, which other schemes list as well. */
  | { readonly code: Code; readonly isId: boolean }
  | { readonly entity: Entity };

/** The first values of a property. */
export interface PropertyValues {
  readonly values: readonly PropertyValue[];
  /** Whether there are no others. */
  readonly isWhole: boolean;
}

const placed = query<{ ids: readonly string[] }, { readonly id: string; readonly place: string }>('search/placed');
const byName = { property: 'name', direction: 'ASC' } as const;
const none: PropertyValues = { values: [], isWhole: true };

export class PropertyReader {
  constructor(private readonly loaders: Loaders) {}

  /** Up to `most` values; none where entities of its type do not have the property. */
  async of(entity: Entity, property: string, most: number): Promise<PropertyValues> {
    const source = propertiesOfType(entity.label).get(property)?.source;
    if (source === undefined) return none;
    if (source.kind === 'related') return this.related(entity, source.field, most);
    const values = source.kind === 'within' ? await this.around(entity) : ownValues(entity, source);
    return { values: values.slice(0, most), isWhole: values.length <= most };
  }

  private async related(entity: Entity, field: Extract<Source, { kind: 'related' }>['field'], most: number) {
    const list = this.loaders.relations.related(entity.id, field, { first: most, order: byName });
    const { edges, hasNextPage } = await list.page();
    const found = new Map(edges.map(({ item: { node } }) => [node.id, { entity: node }])); // several relations may lead to one
    return { values: [...found.values()], isWhole: !hasNextPage };
  }

  /** What an entity lies in, and for others than regions where they are or what they cover. */
  private async around({ id, label }: Entity): Promise<PropertyValue[]> {
    const { entities } = this.loaders;
    const places = label === 'Region' ? [] : await entities.byIds(await this.placesOf(id));
    const above = await Promise.all([id, ...places.map((place) => place.id)].map((each) => entities.ancestors(each)));
    const regions = [...places, ...above.flat()].filter((each) => each.label === ('Region' satisfies Label));
    return [...new Map(regions.map((entity) => [entity.id, { entity }])).values()];
  }

  private placesOf(id: string): Promise<readonly string[]> {
    const { reader } = this.loaders;
    const fetch = async (ids: Ids['ids']) =>
      new Map(
        [...groupBy(await reader.read(placed({ ids })), (row) => row.id)].map(([key, rows]) => [
          key,
          rows.map((row) => row.place),
        ]),
      );
    return reader.batches.load<readonly string[]>('places of matching', null, id, fetch, []);
  }
}

function ownValues(entity: Entity, source: Exclude<Source, { kind: 'related' }>): PropertyValue[] {
  switch (source.kind) {
    case 'id':
      return [{ text: entity.id }];
    case 'names':
      return entity.names.map(({ value, lang }: Name) => ({ text: value, lang }));
    case 'description':
      return entity.description === undefined ? [] : [{ text: entity.description }];
    case 'codes':
      return codesOfEntity(entity).map((code) => ({ code, isId: `${code.scheme}:${code.value}` === entity.id }));
    case 'stored':
      return storedValue(entity[source.name], source);
    default:
      return [];
  }
}

function storedValue(value: unknown, { model }: Extract<Source, { kind: 'stored' }>): PropertyValue[] {
  if (value == null) return [];
  if (model.type === 'date') return [{ date: value as FuzzyDate }];
  return [typeof value === 'number' ? { number: value } : { text: String(value) }];
}

/** All that names an entity in some scheme; document numbers too. */
export function codesOfEntity(entity: Entity): Code[] {
  const { id, label, codes, identifiers } = entity;
  const properties: Readonly<Record<string, unknown>> = entity;
  return codesOf({ id, label, codes, identifiers, properties: properties as Readonly<Record<string, string | number>> });
}
