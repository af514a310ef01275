/** The tables of the built-in data: each is read by a mapping beside it, as any other table is. */
import { parse } from 'csv-parse/sync';
import type { Located, Problem } from '../changesets/problem.js';
import type { ImportFile } from './files.js';
import type { SourceRecord } from './load/parts.js';
import { dateReader } from './mapping/dates.js';
import type { NameReader } from './mapping/expand.js';
import { IdNames } from './mapping/id-names.js';
import { columnsOf, missingColumns, parsedMapping } from './mapping/mapping.js';
import { mappedRow, type Reading, type Row } from './mapping/row.js';
import type { Mapping } from './mapping/schema.js';

const ending = '.mapping.yaml';

export const isMapping = (path: string): boolean => path.endsWith(ending);

interface Line {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/** What the rows of all tables make. */
export function tableRecords(files: readonly ImportFile[], problems: Problem[]): SourceRecord[] {
  const mappings = new Map(
    files
      .filter(({ path }) => isMapping(path))
      .map((file) => [file.path.slice(0, -ending.length), parsedMapping(file, problems)]),
  );
  return files.filter(({ path }) => path.endsWith('.csv')).flatMap((file) => recordsOf(file, mappings, problems));
}

/** The mapping of a table has its name, or the beginning of it: `china.mapping.yaml` is for china-counties.csv. */
function recordsOf(
  file: ImportFile,
  mappings: ReadonlyMap<string, Located<Mapping> | undefined>,
  problems: Problem[],
): SourceRecord[] {
  const [name] = [...mappings.keys()].filter((each) => file.path.startsWith(each)).sort((a, b) => b.length - a.length);
  if (name === undefined) {
    problems.push({
      file: file.path,
      line: 1,
      column: 1,
      value: undefined,
      message: `is a table without a mapping: add ${mappingFor(file.path)}`,
    });
    return [];
  }
  const mapping = mappings.get(name);
  return mapping === undefined ? [] : rowsOf(file, mapping, problems);
}

const mappingFor = (table: string): string => table.replace(/\.csv$/, ending);

function rowsOf({ path, text }: ImportFile, mapping: Located<Mapping>, problems: Problem[]): SourceRecord[] {
  const lines = parseCsv(path, text, problems);
  const columns = Object.keys(lines[0]?.record ?? {});
  const wrong = lines.length === 0 ? [] : [...missingColumns(mapping, columns), ...unreadColumns(path, columns, mapping.item)];
  problems.push(...wrong);
  if (wrong.length > 0) return [];
  const reading = readingOf(path, mapping.item);
  const records = lines.map((line) => mappedRow(rowOf(line, path, columns), reading));
  problems.push(...records.flatMap((record) => [...record.problems, ...record.notes]));
  return records;
}

function parseCsv(path: string, text: string, problems: Problem[]): Line[] {
  try {
    return parse(text, { columns: true, bom: true, info: true, skip_records_with_empty_values: true }) as unknown as Line[];
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    problems.push({ file: path, line: lines ?? 1, column: 1, value: undefined, message });
    return [];
  }
}

/** A column that nothing reads is a misspelt one. */
function unreadColumns(file: string, columns: readonly string[], mapping: Mapping): Problem[] {
  const read = columnsOf(mapping);
  return columns
    .filter((column) => !read.has(column))
    .map((value) => ({
      file,
      line: 1,
      column: columns.indexOf(value) + 1,
      value,
      message: 'is a column that the mapping does not read',
    }));
}

const readingOf = (file: string, mapping: Mapping): Reading => ({
  file,
  mapping,
  rules: { lookups: mapping.lookups ?? {}, dates: dateReader(mapping.dates ?? {}), names: noNames, madeOf: new IdNames() },
});

/** There is no graph yet in which a name could be found. */
const noNames: NameReader = () => ({ error: 'must be an id: names are not looked up in the built-in data' });

const rowOf = ({ record, info }: Line, file: string, columns: readonly string[]): Row => ({
  line: info.lines,
  raw: '',
  cells: new Map(Object.entries(record)),
  problem: (column = columns[0] ?? '', message, value = record[column]) => ({
    file,
    line: info.lines,
    column: Math.max(columns.indexOf(column), 0) + 1,
    value,
    message,
  }),
});
