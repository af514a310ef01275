/** The records of a file of any form, in their order, in lists as they are read. */
import { ImportError, type Located, type Problem } from '../../changesets/problem.js';
import { jsonRecord } from '../json-lines.js';
import type { SourceRecord } from '../load/parts.js';
import type { Rules } from '../mapping/expand.js';
import { missingColumns } from '../mapping/mapping.js';
import { mappedRow } from '../mapping/row.js';
import type { Mapping } from '../mapping/schema.js';
import { rowsOf } from './csv.js';
import { linesOf, type InputFile } from './file.js';
import { yamlRecords } from './yaml-records.js';

type Form = 'csv' | 'json-lines' | 'yaml';

/** A file to load, and how it is written. */
export interface Source extends InputFile {
  readonly form: Form;
}

/** How records are to be understood. */
export interface Reading {
  readonly mapping: Located<Mapping> | undefined;
  readonly rules: Rules;
  /** The ids that lines of JSON give observations, where the contents give another. */
  readonly observationIds: Map<string, string>;
}

/** Throws an ImportError where a file cannot be read on. */
export async function* recordsOf(source: Source, reading: Reading): AsyncGenerator<SourceRecord[]> {
  let isEmpty = true;
  for await (const records of inForm(source, reading)) {
    isEmpty &&= records.length === 0;
    yield records;
  }
  if (isEmpty)
    throw new ImportError([
      { file: source.name, line: 1, column: 1, value: undefined, message: 'holds no records: it is empty' },
    ]);
}

function inForm(source: Source, reading: Reading): AsyncGenerator<SourceRecord[]> {
  if (source.form === 'csv') return tableRecords(source, reading);
  return source.form === 'yaml' ? yamlRecords(source) : jsonRecords(source, reading);
}

async function* jsonRecords(source: Source, { observationIds }: Reading): AsyncGenerator<SourceRecord[]> {
  for await (const lines of linesOf(source))
    yield lines.filter(({ text }) => text.trim() !== '').map((line) => jsonRecord(line, source.name, observationIds));
}

async function* tableRecords(source: Source, { mapping, rules }: Reading): AsyncGenerator<SourceRecord[]> {
  if (mapping === undefined)
    throw new ImportError([
      { file: source.name, line: 1, column: 1, value: undefined, message: 'is a table, and there is no mapping for it' },
    ]);
  let columns: readonly string[] | undefined;
  for await (const rows of rowsOf(source)) {
    const head = columns === undefined ? rows.shift() : undefined;
    if (head !== undefined) columns = columnsOf(head.cells, source, mapping);
    yield rows.map((row) => mappedRow(row, { file: source.name, columns: columns ?? [], mapping: mapping.item, rules }));
  }
}

/** The head of a table, as it stood. */
export async function headOf(source: InputFile): Promise<string> {
  for await (const rows of rowsOf(source)) if (rows[0] !== undefined) return rows[0].raw;
  return '';
}

function columnsOf(cells: readonly string[], { name }: Source, mapping: Located<Mapping>): string[] {
  const columns = cells.map((cell) => cell.trim());
  const problems: Problem[] = columns.flatMap((value, index) =>
    value !== '' && columns.indexOf(value) < index
      ? [{ file: name, line: 1, column: index + 1, value, message: 'is the name of another column already' }]
      : [],
  );
  problems.push(...missingColumns(mapping, columns));
  if (problems.length > 0) throw new ImportError(problems);
  return columns;
}
