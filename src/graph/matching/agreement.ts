/** Whether what a row says of an entity is what the graph says. */
import { labelOf } from '../../model/model.js';
import { isCode } from '../search/codes.js';
import { piecesOf } from '../search/pieces.js';
import { rank } from '../search/rank.js';
import { letterKey } from '../search/tokens.js';
import type { Entity } from '../stored/rows.js';
import { edtfDays } from '../time/edtf.js';
import type { FuzzyDate } from '../time/dates.js';
import type { PropertyValue, PropertyValues } from './property-values.js';
import type { Condition } from './question.js';

/** A name is another's from here on. Between the two, as with "Anhui Province" and "Anhui", nothing is known. */
const same = 0.95;
const alike = 0.2;

/** Undefined where the graph has no value to compare, or the row's value cannot be read. */
export async function agreement(
  { property, values, quantifier }: Condition,
  found: PropertyValues,
): Promise<boolean | undefined> {
  const each = await Promise.all(values.map((value) => has(value, found, property.source)));
  if (quantifier === 'all') return either(each, false);
  const any = either(each, true);
  return quantifier === 'none' && any !== undefined ? !any : any;
}

/** `decisive` where one of them is; its opposite where all are. */
function either(each: readonly (boolean | undefined)[], decisive: boolean): boolean | undefined {
  if (each.includes(decisive)) return decisive;
  return each.includes(undefined) ? undefined : !decisive;
}

async function has(value: string, { values, isWhole }: PropertyValues, source: Condition['property']['source']) {
  if (values.length === 0 || !isReadable(value, source)) return undefined;
  const each = await Promise.all(values.map((other) => equals(value, other)));
  const any = either(each, true);
  return any === false && !isWhole ? undefined : any;
}

/** Whether a value could be one of the property: "big" is no level of a region. */
function isReadable(value: string, source: Condition['property']['source']): boolean {
  if (source.kind !== 'stored' || source.model.values === undefined) return true;
  return Object.keys(source.model.values).some((each) => keyOf(each) === keyOf(value));
}

async function equals(value: string, other: PropertyValue): Promise<boolean | undefined> {
  if ('entity' in other) return isEntity(value, other.entity);
  if ('date' in other) return overlaps(value, other.date);
  if ('number' in other) return Number.isNaN(Number(value)) ? undefined : Number(value) === other.number;
  if ('code' in other) return isCode(piecesOf(value), other.code);
  return keyOf(value) === keyOf(other.text);
}

const keyOf = (text: string): string => letterKey(piecesOf(text));

async function isEntity(value: string, { id, label, name, names, codes }: Entity): Promise<boolean | undefined> {
  if (labelOf(value) !== undefined) return value === id;
  const candidate = { id, labels: [label], name, names: names.map((each) => each.value), codes };
  const [ranked] = await rank(value, [candidate]);
  if ((ranked?.score ?? 0) >= same) return true;
  const isLike = (ranked?.score ?? 0) > alike || candidate.names.some((each) => keyOf(value).startsWith(keyOf(each)));
  return isLike ? undefined : false;
}

function overlaps(value: string, { earliest = '', latest = '~' }: FuzzyDate): boolean | undefined {
  try {
    const days = edtfDays(value);
    return (days.earliest ?? '') <= latest && (days.latest ?? '~') >= earliest;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
