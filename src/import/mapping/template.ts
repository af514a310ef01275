/** Text with places for columns: "policy:{number}", "agency:{issuer|slug}". */
import { trimmed } from '../../changesets/text.js';
import { slugOf } from './slug.js';

/** The cells of a row by column, as a map has them: a column may be called `__proto__`. */
export type Cells = Pick<ReadonlyMap<string, string>, 'get'>;

export interface Template {
  readonly columns: readonly string[];
  /** Those whose text becomes a slug. */
  readonly slugged: readonly string[];
  /** The text for a row; empty where a column that it names is empty. */
  readonly fill: (cells: Cells) => string;
}

const filters: Readonly<Record<string, (text: string) => string>> = {
  slug: slugOf,
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
};

const templates = new Map<string, Template>();

/** Reads a template; the same text is read once. */
export function templateOf(source: string): Template {
  const known = templates.get(source) ?? parsed(source);
  templates.set(source, known);
  return known;
}

function parsed(source: string): Template {
  const parts = source.split(/(\{[^{}]+\})/).map(partOf);
  const columns = parts.flatMap(({ column }) => (column === undefined ? [] : [column]));
  const fill = (cells: Cells) => {
    const filled = parts.map(({ of }) => of(cells));
    return parts.some(({ column }, index) => column !== undefined && filled[index] === '') ? '' : filled.join('');
  };
  const slugged = parts.flatMap(({ column, isSlug }) => (column !== undefined && isSlug === true ? [column] : []));
  return { columns, slugged, fill: onceEach(fill) };
}

/** A mapping names the same id in many places: a template is filled once a row. */
function onceEach(fill: Template['fill']): Template['fill'] {
  let last: { readonly cells: Cells; readonly text: string } | undefined;
  return (cells) => {
    if (last?.cells !== cells) last = { cells, text: fill(cells) };
    return last.text;
  };
}

interface Part {
  readonly column?: string;
  readonly isSlug?: boolean;
  readonly of: (cells: Cells) => string;
}

function partOf(part: string): Part {
  if (!/^\{[^{}]+\}$/.test(part)) return { of: () => part };
  const [column = '', ...names] = part.slice(1, -1).split('|');
  const applied = names.map((name) => filters[name.trim()] ?? (() => ''));
  const of = (cells: Cells) => {
    const text = trimmed(cells.get(column) ?? '');
    return text === '' ? '' : applied.reduce((value, filter) => filter(value), text);
  };
  return { column, isSlug: names.some((name) => name.trim() === 'slug'), of };
}

/** The unknown filters of a template. */
export function unknownFilters(source: string): string[] {
  return [...source.matchAll(/\{[^{}|]+\|([^{}]+)\}/g)]
    .flatMap(([, names = '']) => names.split('|').map((name) => name.trim()))
    .filter((name) => !Object.hasOwn(filters, name));
}

export const filterNames = Object.keys(filters);
