/** Tables for people, in spreadsheet programs: with no cell that a program would take for a formula. */
import type { Piece } from './formats.js';
import { cellsWith, type Formulas } from './formulas.js';
import type { GraphReader } from './graph-reader.js';
import { recordTables, type RecordTable } from './record-tables.js';
import { Table, type Cell, type TableOptions } from './table.js';
import type { Entry } from './zip.js';

/** With the mark by which Excel knows UTF-8. */
const optionsFor = (formulas: Formulas): TableOptions => ({ bom: true, record_delimiter: '\r\n', ...cellsWith(formulas) });

export async function* spreadsheets(graph: GraphReader, _suffix = '', formulas: Formulas = 'escape'): AsyncGenerator<Piece> {
  for (const { name, chunks } of spreadsheetFiles(graph, formulas)) for await (const text of chunks()) yield { file: name, text };
}

/** The files, each of which can be written by itself. */
export const spreadsheetFiles = (graph: GraphReader, formulas: Formulas = 'escape'): Entry[] =>
  recordTables.map((table) => ({ name: `${table.name}.csv`, chunks: () => lines(table, graph, optionsFor(formulas)) }));

async function* lines({ heads, pages }: RecordTable, graph: GraphReader, options: TableOptions): AsyncGenerator<string> {
  const table = new Table<readonly Cell[]>(
    heads.map((head, index) => [head, (row) => row[index]]),
    options,
  );
  yield table.lines([]);
  for await (const page of pages(graph)) yield table.lines(page);
}
