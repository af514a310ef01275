import { stringify, type Options } from 'csv-stringify/sync';

export type Cell = string | number | undefined;
/** A column's head, and what it shows of a record. */
export type Column<T> = readonly [head: string, cell: (record: T) => Cell];

export interface TableOptions {
  /** Begins with a byte order mark. */
  readonly bom?: boolean;
  /** What ends a line, outside of quotes. */
  readonly record_delimiter?: '\n' | '\r\n';
  /** How a cell is written in place of what it holds. */
  readonly cell?: (cell: Cell) => Cell;
}

/** In quotes, beside what holds a quote or a comma: any end of a line, whichever the file has, and white space that a reader may trim. */
const quoted_match = /[\r\n\u0085\u2028\u2029]|^\s|\s$/;

/** Records as CSV (RFC 4180), page by page, under one head. */
export class Table<T> {
  private isBegun = false;
  private readonly cell: (cell: Cell) => Cell;
  private readonly options: Options;

  constructor(
    private readonly columns: readonly Column<T>[],
    { cell = (each) => each, ...options }: TableOptions = {},
  ) {
    this.cell = cell;
    this.options = { ...options, quoted_match };
  }

  /** The records as lines, after the head where they are the first. */
  lines(records: readonly T[]): string {
    const rows = records.map((record) => this.columns.map(([, of]) => this.cell(of(record))));
    if (this.isBegun) return stringify(rows, { ...this.options, bom: false });
    this.isBegun = true;
    return stringify([this.columns.map(([head]) => head), ...rows], this.options);
  }
}
