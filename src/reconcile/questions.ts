/** Queries of both versions of the protocol as questions for the matcher. */
import type { Condition, Question } from '../graph/matching/question.js';
import { finds, matchProperties, propertiesOfType, type MatchProperty } from '../graph/matching/properties.js';
import { meant } from '../graph/search/meant.js';
import { edtfDays } from '../graph/time/edtf.js';
import { GraphError } from '../graph/errors.js';
import { limits } from '../limits.js';
import { labels, type Label } from '../model/model.js';
import { invalid, values as mostValues, type ListedCondition, type ListedQuery, type NamedQuery } from './input.js';

/** A question, and how many candidates are to be returned. */
export interface Asked {
  readonly question: Question;
  readonly limit: number;
}

const byDefault = limits.search.candidates.default;

/** A query of version 0.2, at a place of its batch. */
export function askedBy(
  { query = '', type = [], limit = byDefault, properties = [] }: NamedQuery,
  at: string,
  today: string,
): Asked {
  const types = [type]
    .flat()
    .map((name, index) => labelNamed(name, typeof type === 'string' ? `${at}.type` : `${at}.type.${index}`));
  const conditions = properties.map(({ pid, v }, index): Condition => {
    const place = `${at}.properties.${index}`;
    const property = propertyNamed(pid, types, `${place}.pid`);
    return { property, values: textsOf(v, `${place}.v`), quantifier: 'any', isRequired: false };
  });
  return askedOf({ names: [query], types, conditions, limit, at, today });
}

/** A query of version 1.0. Conditions on names are other ways to write one name, unless all or none of them must fit. */
export function askedOfConditions({ type, limit = byDefault, conditions }: ListedQuery, at: string, today: string): Asked {
  const types = type === undefined ? [] : [labelNamed(type, `${at}.type`)];
  const read = conditions.map((condition, index) => conditionOf(condition, types, `${at}.conditions.${index}`));
  const isName = ({ property, quantifier }: Condition) => property.id === 'name' && quantifier === 'any';
  const names = read.filter(isName).flatMap(({ values }) => values);
  const others = read.filter((condition) => !isName(condition) || condition.isRequired);
  return askedOf({ names, types, conditions: others, limit, at, today });
}

function conditionOf(condition: ListedCondition, types: readonly Label[], at: string): Condition {
  const { matchType, propertyId, propertyValue, required = false, matchQuantifier = 'any', matchQualifier } = condition;
  if (matchQualifier !== undefined)
    throw invalid(`${at}.matchQualifier is ${quoted(matchQualifier)}, and no property here has qualifiers: omit it.`);
  if (matchType === 'property' && propertyId === undefined)
    throw invalid(`${at} must have "propertyId", since its matchType is "property".`);
  if (matchType !== 'property' && propertyId !== undefined)
    throw invalid(`${at} has "propertyId", and its matchType is ${quoted(matchType)}: omit it, or write matchType "property".`);
  const property = propertyNamed(propertyId ?? matchType, types, `${at}.propertyId`);
  return { property, values: textsOf(propertyValue, `${at}.propertyValue`), quantifier: matchQuantifier, isRequired: required };
}

interface Parts {
  readonly names: readonly string[];
  readonly types: readonly Label[];
  readonly conditions: readonly Condition[];
  readonly limit: number;
  readonly at: string;
  readonly today: string;
}

function askedOf({ names: all, types, conditions, limit, at, today }: Parts): Asked {
  const names = all.map((name) => name.trim()).filter((name) => name !== '');
  if (names.length === 0 && !conditions.some(({ property, quantifier }) => finds(property) && quantifier !== 'none'))
    throw invalid(
      `${at} has nothing to find an entity by: give a name, or one of the properties id, name, code and documentNumber.`,
    );
  const [dated, ...others] = conditions.filter(({ property }) => property.source.kind === 'day');
  if (others.length > 0 || (dated?.values.length ?? 1) > 1) throw invalid(`${at} gives more than one "date": a row has one.`);
  const isOfEntity = ({ property }: Condition) => property.source.kind !== 'day';
  const days = dated === undefined ? [today] : daysOf(dated.values[0] as string, at, today);
  return {
    question: { names, labels: types.length === 0 ? undefined : types, conditions: conditions.filter(isOfEntity), days },
    limit,
  };
}

/** The first and the last day that a date allows. */
function daysOf(date: string, at: string, today: string): string[] {
  try {
    const { earliest = today, latest = today } = edtfDays(date.trim());
    return [...new Set([earliest, latest])];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new GraphError('BAD_USER_INPUT', `The "date" of ${at}, ${quoted(date)}, ${error.message}`, { cause: error });
  }
}

/** Texts, numbers, booleans and entities, one or several, as texts and ids. */
function textsOf(value: unknown, at: string): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (all.length === 0 || all.length > mostValues.value)
    throw invalid(`${at} must have from 1 to ${mostValues.value} values, and has ${all.length}.`);
  return all.map((each) => textOf(each) ?? invalidValue(at));
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'object' && value !== null ? (value as { readonly id?: unknown }).id : value;
  if (typeof text === 'number' || typeof text === 'boolean') return String(text);
  return typeof text === 'string' && text.length <= limits.writes.name.value ? text : undefined;
}

function invalidValue(at: string): never {
  throw invalid(
    `${at} must be a text of up to ${limits.writes.name.value.toLocaleString('en')} characters, a number, true, false, an entity such as {"id": "region:CN-GD"}, or a list of these.`,
  );
}

/** The type of this name, in the way that the model writes it. */
export function labelNamed(name: string, at: string): Label {
  const label = labels.find((each) => each === name);
  if (label !== undefined) return label;
  throw invalid(`Unknown type ${quoted(name)} in ${at}.${meant(name, labels) || ` The types are ${labels.join(', ')}.`}`);
}

/** A property that one of these types has; of any type where there are none. */
function propertyNamed(id: string, types: readonly Label[], at: string): MatchProperty {
  const known = types.length === 0 ? [matchProperties] : types.map(propertiesOfType);
  const found = known.map((properties) => properties.get(id)).find((each) => each !== undefined);
  if (found !== undefined) return found;
  const ids = [...new Set(known.flatMap((properties) => [...properties.keys()]))];
  const of = types.length === 0 ? '' : ` of ${types.join(' or ')}`;
  throw invalid(
    `Unknown property ${quoted(id)}${of} in ${at}.${meant(id, ids) || ' GET /reconcile/suggest/property lists all.'}`,
  );
}

export const quoted = (text: string): string => JSON.stringify(text.slice(0, 100));
