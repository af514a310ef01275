/** The cells of a table's row: names, codes and relations, several separated by "|", with their validity. */
import type { Label } from '../model/model.js';
import type { Code, Name } from '../graph/stored/records.js';

export type Row = Readonly<Record<string, string>>;

/** The source of a fact: a data set, and the column with its key there. */
export interface Source {
  readonly document: string;
  readonly key: string;
}

/** An entry of `tables.yaml`. */
export interface Table extends Source {
  readonly file: string;
  readonly label: Label;
  /** The columns of the names that the document gives; the other names are usage or derived, and rest on no claim. */
  readonly names?: readonly string[];
  /** The columns that come from another document. */
  readonly documents?: Readonly<Record<string, Source>>;
}

const nameKindsByColumn: Readonly<Record<string, Name['kind']>> = {
  name: 'PREFERRED',
  alias: 'ALIAS',
  abbreviation: 'ABBREVIATION',
  former: 'FORMER',
  transliteration: 'TRANSLITERATION',
};

const kindOf = (column: string): string => column.split(':', 1)[0] ?? '';
export const isNameColumn = (column: string): boolean => kindOf(column) in nameKindsByColumn;

export function namesOf(row: Row, columns: readonly string[] = Object.keys(row)): Name[] {
  return columns.filter(isNameColumn).flatMap((column) => {
    const kind = nameKindsByColumn[kindOf(column)] as Name['kind'];
    return partsOf(row[column])
      .filter(Boolean)
      .map((value) => ({ value, lang: column.split(':')[1] ?? '', kind }));
  });
}

/** The columns with the validity of another column's values: "PART_OF.from", "code:GB/T 2260.until". */
const dated = /^(.+)\.(from|until)$/;
export const datedColumns = (columns: readonly string[]): string[] =>
  columns.flatMap((column) => [column, `${column}.from`, `${column}.until`]);

/** The dates of a column that says when another one held. */
export function datesOf(row: Row, column: string): { readonly of: string | undefined; readonly dates: readonly string[] } {
  const [, of] = dated.exec(column) ?? [];
  return { of, dates: of === undefined ? [] : partsOf(row[column]) };
}

/** One of the values of a cell, and when it held. */
export interface DatedValue {
  readonly value: string;
  readonly from?: string;
  readonly until?: string;
}

export function valuesOf(row: Row, column: string): DatedValue[] {
  const [from, until] = [partsOf(row[`${column}.from`]), partsOf(row[`${column}.until`])];
  const values = partsOf(row[column]).map((value, index) => ({
    value,
    ...(from[index] ? { from: from[index] } : {}),
    ...(until[index] ? { until: until[index] } : {}),
  }));
  return values.filter(({ value }) => value !== '');
}

const partsOf = (cell = ''): string[] => cell.split('|');

export const codeColumns = (row: Row): string[] =>
  Object.keys(row).filter((column) => kindOf(column) === 'code' && !dated.test(column));
export const schemeOf = (column: string): string => column.slice('code:'.length);

/** Each code once, though it may have been given twice. */
export const codesOf = (row: Row): Code[] =>
  codeColumns(row).flatMap((column) => {
    const values = new Set(valuesOf(row, column).map(({ value }) => value));
    return [...values].map((value) => ({ scheme: schemeOf(column), value }));
  });
