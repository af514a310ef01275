import { stringify, type Options } from 'csv-stringify/sync';

export type Cell = string | number | undefined;
/** A column's head, and what it shows of a record. */
export type Column<T> = readonly [head: string, cell: (record: T) => Cell];

/** Records as CSV, page by page, under one head. */
export class Table<T> {
  private isBegun = false;

  constructor(
    private readonly columns: readonly Column<T>[],
    private readonly options: Options,
  ) {}

  /** The records as lines, after the head where they are the first. */
  lines(records: readonly T[]): string {
    const rows = records.map((record) => this.columns.map(([, cell]) => cell(record)));
    if (this.isBegun) return stringify(rows, { ...this.options, bom: false });
    this.isBegun = true;
    return stringify([this.columns.map(([head]) => head), ...rows], this.options);
  }
}
