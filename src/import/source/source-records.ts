/** The records of a file of any form, in their order, in lists as they are read. */
import { InvalidInput, type Located } from '../../changesets/problem.js';
import { jsonRecord } from '../json-lines.js';
import type { SourceRecord } from '../load/parts.js';
import type { Rules } from '../mapping/expand.js';
import type { Mapping } from '../mapping/schema.js';
import { linesOf, type InputFile } from './file.js';
import { jsonTableRecords } from './json-table.js';
import { isTable } from './rows.js';
import { tableRecords } from './table.js';
import { yamlRecords } from './yaml-records.js';

/** A "json-table" is JSON Lines that a mapping is for. */
type Form = 'csv' | 'workbook' | 'json-table' | 'json-lines' | 'yaml';

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

/** Throws an InvalidInput where a file cannot be read on. */
export async function* recordsOf(source: Source, reading: Reading): AsyncGenerator<SourceRecord[]> {
  let isEmpty = true;
  for await (const records of inForm(source, reading)) {
    isEmpty &&= records.length === 0;
    yield records;
  }
  if (isEmpty)
    throw new InvalidInput([
      { file: source.name, line: 1, column: 1, value: undefined, message: 'holds no records: it is empty' },
    ]);
}

function inForm(source: Source, reading: Reading): AsyncGenerator<SourceRecord[]> {
  if (isTable(source)) return tableRecords(source, reading);
  if (source.form === 'json-table') return jsonTableRecords(source, reading);
  return source.form === 'yaml' ? yamlRecords(source) : jsonRecords(source, reading);
}

async function* jsonRecords(source: Source, { observationIds }: Reading): AsyncGenerator<SourceRecord[]> {
  for await (const lines of linesOf(source))
    yield lines.filter(({ text }) => text.trim() !== '').map((line) => jsonRecord(line, source.name, observationIds));
}
