/** Data extension: the values of properties, for the ids of a reconciled column. */
import type { Loaders } from '../graph/loaders/loaders.js';
import { matchProperties, propertiesOfType, type MatchProperty } from '../graph/matching/properties.js';
import { PropertyReader, type PropertyValue } from '../graph/matching/property-values.js';
import { meant } from '../graph/search/meant.js';
import { writtenCode } from '../graph/search/codes.js';
import type { Entity } from '../graph/stored/rows.js';
import type { FuzzyDate } from '../graph/time/dates.js';
import { labelOf, type Label } from '../model/model.js';
import { nameIn, typeName, type TypeName } from './answers.js';
import { cell, invalid, type Extension } from './input.js';
import { labelNamed, quoted } from './questions.js';
import { describedProperty, type Suggestion } from './suggest.js';
import type { Version } from './manifest.js';

/** Values are known by their key, not by their type; an empty object is a cell without a value. */
export type Value = Readonly<Record<string, string | number>>;

export interface Column {
  readonly property: MatchProperty;
  readonly limit: number;
}

/** The properties that a person may choose from for entities of a type: the first of them, or all. */
export function proposed(type: string, limit = 0): { type: string; properties: readonly Suggestion[]; limit?: number } {
  const all = [...propertiesOfType(labelNamed(type, 'the parameter "type"')).values()].filter(hasValues);
  const properties = all.slice(0, limit === 0 ? all.length : limit).map(describedProperty);
  return { type, properties, ...(limit === 0 ? {} : { limit }) };
}

const hasValues = ({ source }: MatchProperty): boolean => source.kind !== 'id' && source.kind !== 'day';

export function columnsOf({ properties }: Extension, root: string): readonly Column[] {
  return properties.map(({ id, settings = {} }, index) => {
    const property = matchProperties.get(id);
    if (property === undefined || property.source.kind === 'day')
      throw unknownProperty(id, [root, 'properties', index, 'id'].filter((step) => step !== '').join('.'));
    const limit = Number(settings.limit ?? 0);
    return { property, limit: limit === 0 ? cell.value : Math.min(limit, cell.value) };
  });
}

function unknownProperty(id: string, at: string) {
  const known = [...matchProperties.values()].filter((each) => each.source.kind !== 'day').map((each) => each.id);
  const advice = meant(id, known) || ' GET /reconcile/extend/propose?type=Region lists those of a type.';
  return invalid(`Unknown property ${quoted(id)} in ${at}.${advice}`);
}

/** What the columns are. A column of entities of one type can be extended in turn. */
export function metaOf({ ids }: Extension, columns: readonly Column[]): { id: string; name: string; type?: TypeName }[] {
  const asked = [...new Set(ids.flatMap((id) => labelOf(id) ?? []))];
  return columns.map(({ property: { id, name } }) => {
    const targets = new Set(asked.flatMap((label) => targetsOf(propertiesOfType(label).get(id))));
    const [target] = targets.size === 1 ? targets : [];
    return { id, name, ...(target === undefined ? {} : { type: typeName(target) }) };
  });
}

function targetsOf(property: MatchProperty | undefined): readonly Label[] {
  if (property?.source.kind === 'within') return ['Region'];
  return property?.source.kind === 'related' ? property.source.field.targets : [];
}

/** The cells of each id, in the order of the columns: an id that is unknown, or has no value, has empty ones. */
export async function rowsOf(
  { ids }: Extension,
  columns: readonly Column[],
  { version, languages }: { readonly version: Version; readonly languages: readonly string[] },
  loaders: Loaders,
): Promise<(readonly [id: string, cells: readonly (readonly Value[])[]])[]> {
  const reader = new PropertyReader(loaders);
  const cellOf = async (entity: Entity | null, { property, limit }: Column): Promise<readonly Value[]> => {
    const { values } = entity === null ? { values: [] } : await reader.of(entity, property.id, limit);
    const shown = values.filter((value) => !('code' in value && value.isId));
    return shown.length === 0 ? [{}] : shown.map((value) => written(value, version, languages));
  };
  return Promise.all(
    [...new Set(ids)].map(async (id) => {
      const entity = await loaders.entities.byId(id);
      return [id, await Promise.all(columns.map((column) => cellOf(entity, column)))] as const;
    }),
  );
}

function written(value: PropertyValue, version: Version, languages: readonly string[]): Value {
  if ('entity' in value) return { id: value.entity.id, name: nameIn(languages, value.entity) };
  if ('number' in value) return Number.isSafeInteger(value.number) ? { int: value.number } : { float: value.number };
  if ('date' in value) return dated(value.date);
  if ('code' in value) return { str: writtenCode(value.code) };
  return { str: value.text, ...(version === '0.2' || value.lang === undefined || value.lang === '' ? {} : { lang: value.lang }) };
}

/** The protocol has instants only: a date that is no single day stays text. */
const dated = ({ edtf }: FuzzyDate): Value => (/^\d{4}-\d\d-\d\d$/.test(edtf) ? { date: `${edtf}T00:00:00Z` } : { str: edtf });
