/** The records of JSON Lines that a mapping is for: each line is a flat object, and its keys are the columns. */
import { InvalidInput, type Located, type Problem } from '../../changesets/problem.js';
import { noParts, type SourceRecord } from '../load/parts.js';
import { columnsOf, missingColumns } from '../mapping/mapping.js';
import { mappedRow, type Row } from '../mapping/row.js';
import { linesOf, type InputFile, type TextLine } from './file.js';
import { jsonObject, type JsonObject } from './json-object.js';
import type { Reading } from './source-records.js';
import { withoutMapping } from './table.js';

/** A line need not have all keys: missing ones are empty. Throws an InvalidInput where no line has a key that the mapping names. */
export async function* jsonTableRecords(source: InputFile, { mapping, rules }: Reading): AsyncGenerator<SourceRecord[]> {
  if (mapping === undefined) throw withoutMapping(source);
  const named = columnsOf(mapping.item);
  const keys = new Set<string>();
  for await (const lines of linesOf(source))
    yield lines
      .filter(({ text }) => text.trim() !== '')
      .map((line) => {
        const problems: Problem[] = [];
        const [row] = rowOf(line, source.name, named, keys, problems);
        if (row !== undefined && problems.length === 0)
          return mappedRow(row, { file: source.name, mapping: mapping.item, rules });
        return { ...noParts, file: source.name, line: line.number, raw: line.text, problems, notes: [] };
      });
  const missing = keys.size === 0 ? [] : missingColumns(mapping, keys, 'key');
  if (missing.length > 0) throw new InvalidInput(missing);
}

function rowOf(
  { text, number }: TextLine,
  file: string,
  named: ReadonlySet<string>,
  keys: Set<string>,
  problems: Problem[],
): Row[] {
  const line = number === 1 ? text.replace(/^\uFEFF/, '') : text;
  return jsonObject(line, file, number, problems).map((object) => {
    const cells = new Map(Object.entries(object.item).flatMap(([key, value]) => cellOf(key, value)));
    for (const key of cells.keys()) keys.add(key);
    for (const key of named) problems.push(...unreadable(key, object));
    const problem: Row['problem'] = (key, message, value) => at(object, key, message, value ?? cells.get(key ?? ''));
    return { line: number, raw: text, cells, problem };
  });
}

/** Empty when the value is null; a list or an object is not text. */
function cellOf(key: string, value: unknown): [string, string][] {
  if (value === null) return [[key, '']];
  return typeof value === 'object' ? [[key, '']] : [[key, String(value)]];
}

/** What a mapping cannot read under a key that it names. */
function unreadable(key: string, object: Located<JsonObject>): Problem[] {
  const value = object.item[key];
  if (typeof value !== 'object' || value === null) return [];
  return [
    at(
      object,
      key,
      `holds ${Array.isArray(value) ? 'a list' : 'an object'}, and a mapping reads texts, numbers and truth values: write it as one text (a list joined by a sign, which the mapping splits)`,
    ),
  ];
}

function at({ problem }: Located<JsonObject>, key: string | undefined, message: string, value?: string): Problem {
  const found = problem(key === undefined ? [] : [key], message);
  return { ...found, field: key, value: value ?? found.value };
}
