/** From a part of a mapping and a row to what the row makes of it. */
import { decimal } from '../../changesets/decimal.js';
import { trimmed } from '../../changesets/text.js';
import { limits } from '../../limits.js';
import { labelOf, type Label } from '../../model/model.js';
import { isLeftover, leftoverSentence } from '../leftovers.js';
import type { DateReader } from './dates.js';
import type { IdNames } from './id-names.js';
import type { DetailedValue, Mapping } from './schema.js';
import { templateOf, type Cells } from './template.js';

/** What a name means: an id; undefined to leave it out; an error says why a person must decide. */
export type NameReader = (
  type: Label,
  name: string,
  /** ISO day as of which it is meant; today where the row gives none. */
  on: string | undefined,
) => { readonly id: string | undefined } | { readonly error: string };

export interface Rules {
  readonly lookups: NonNullable<Mapping['lookups']>;
  readonly dates: DateReader;
  readonly names: NameReader;
  readonly madeOf: IdNames;
  /** A template for the day as of which names are meant. */
  readonly on?: string | undefined;
}

/** Told of what a row has that is not understood, and whether the row goes on without it. */
export type Complain = (node: unknown, value: string, message: string, isLeftOut: boolean) => void;

type Value = string | number;

/** Items that a list of one row makes. */
export const most = limits.imports.entries.value;
export const tooMany = `makes more than ${most.toLocaleString('en')} items of one row`;

/** Without one of these an item says nothing. */
const needed = new Set(['id', 'subject', 'object', 'indicator', 'value', 'lang']);

/** All that a part of a mapping makes of a row: a list where a text is split, none where the columns are empty. */
export function expand(node: unknown, cells: Cells, rules: Rules, complain: Complain): unknown[] {
  if (typeof node !== 'object' || node === null) return typeof node === 'string' ? textOf(node, cells, rules, complain) : [node];
  if (Array.isArray(node)) return [node.flatMap((item) => expand(item, cells, rules, complain))];
  if (isDetailed(node)) return valuesOf(node, cells, rules, complain);
  let made: Record<string, unknown>[] = [{}];
  for (const [key, part] of Object.entries(node)) {
    const values = expand(part, cells, rules, complain);
    if (values.length === 0 && needed.has(key)) return [];
    if (values.length === 1) for (const item of made) item[key] = values[0];
    else if (made.length * values.length > most) return (complain(part, String(made.length * values.length), tooMany, false), []);
    else if (values.length > 1) made = made.flatMap((item) => values.map((value) => ({ ...item, [key]: value })));
  }
  return made;
}

const isDetailed = (node: object): node is DetailedValue =>
  typeof (node as DetailedValue).from === 'string' && !('subject' in node);

/** The text of a template, unless a column of it holds no value, or another name has made the same id. */
function textOf(template: string, cells: Cells, { madeOf }: Rules, complain: Complain): string[] {
  const { columns, slugged } = templateOf(template);
  const left = columns.map((column) => trimmed(cells.get(column) ?? '')).find(isLeftover);
  if (left !== undefined) return (complain(template, left, leftoverSentence, false), []);
  const [text] = filled(template, cells);
  if (text === undefined) return [];
  const names = slugged.map((column) => trimmed(cells.get(column) ?? '')).join(', ');
  const other = names === '' ? undefined : madeOf.other(text, names);
  if (other === undefined) return [text];
  const message = `makes the id ${text}, and so does "${other}": write both alike where they are one, or give one of them an id in a lookup`;
  return (complain(template, names, message, false), []);
}

function filled(template: string, cells: Cells): string[] {
  const text = templateOf(template).fill(cells);
  return text === '' ? [] : [text];
}

function valuesOf(node: DetailedValue, cells: Cells, rules: Rules, complain: Complain): Value[] {
  const texts = new Set(
    filled(node.from, cells)
      .flatMap((text) => (node.split === undefined ? [text] : text.split(node.split)))
      .map(trimmed),
  );
  texts.delete('');
  if (texts.size > most) return (complain(node, String(texts.size), tooMany, false), []);
  return [...texts].flatMap((text) => {
    const read = isLeft(node, text, rules) ? { error: leftoverSentence } : valueOf(node, text, cells, rules);
    if (!('error' in read)) return read.value === undefined ? [] : [read.value];
    if (node.otherwise === 'keep') return [text];
    complain(node, text, read.error, node.otherwise === 'skip');
    return [];
  });
}

/** A lookup may have a meaning for it, and the rules of dates may know it for none. */
const isLeft = ({ lookup, as = 'text' }: DetailedValue, text: string, { lookups }: Rules): boolean =>
  isLeftover(text) && !as.startsWith('date') && !Object.hasOwn(lookups[lookup ?? ''] ?? {}, text);

type Read = { readonly value: Value | undefined } | { readonly error: string };

function valueOf(node: DetailedValue, text: string, cells: Cells, { lookups, dates, names, on }: Rules): Read {
  const table = node.lookup === undefined ? undefined : lookups[node.lookup];
  if (table !== undefined && Object.hasOwn(table, text)) return { value: table[text] };
  if (node.match !== undefined) return nameOf(node.match, text, names, dayOf(node.on ?? on, cells, dates));
  if (node.default !== undefined) return { value: filled(node.default, cells)[0] };
  if (table !== undefined) return { error: `is not in the lookup table "${node.lookup}": add it there` };
  if (node.as?.startsWith('date') === true) return dateOf(text, node.as, dates);
  return node.as === 'number' || node.as === 'integer' ? numberOf(text, node.as) : { value: text };
}

/** The first day that a date allows; a date that cannot be read is reported where it is a value. */
function dayOf(template: string | undefined, cells: Cells, dates: DateReader): string | undefined {
  const [text] = template === undefined ? [] : filled(template, cells);
  const read = text === undefined ? { date: undefined } : dates(text);
  if ('error' in read || read.date === undefined) return undefined;
  return read.date.earliest ?? read.date.latest;
}

function nameOf(type: Label, text: string, names: NameReader, on: string | undefined): Read {
  if (labelOf(text) === type) return { value: text };
  const read = names(type, text, on);
  return 'error' in read ? read : { value: read.id };
}

function dateOf(text: string, as: NonNullable<DetailedValue['as']>, dates: DateReader): Read {
  const read = dates(text);
  if ('error' in read || read.date === undefined) return 'error' in read ? read : { value: undefined };
  const { edtf, earliest, latest } = read.date;
  if (as === 'date') return { value: edtf };
  const isOne = !/[[{/]/.test(edtf); // sets and spans have no place inside a set
  const end = as === 'date-or-earlier' ? latest : earliest;
  if (!isOne && end === undefined)
    return { error: `has no ${as === 'date-or-earlier' ? 'last' : 'first'} day, which "${as}" needs` };
  const date = isOne ? edtf : end;
  return { value: as === 'date-or-earlier' ? `[..${date}]` : `[${date}..]` };
}

/** Commas may part thousands, and digits have any width. */
function numberOf(text: string, as: 'number' | 'integer'): Read {
  const plain = text.normalize('NFKC');
  const read = decimal(/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain);
  if ('error' in read || as === 'number') return read;
  return Number.isSafeInteger(read.value) ? read : { error: 'must be a whole number, such as 1200' };
}
