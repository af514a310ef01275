/** The records of a table: its head names the columns of a mapping. */
import { InvalidInput, type Located, type Problem } from '../../changesets/problem.js';
import { limits } from '../../limits.js';
import { noParts, type SourceRecord } from '../load/parts.js';
import { unescapeFormula } from '../../export/formulas.js';
import { missingColumns } from '../mapping/mapping.js';
import { mappedRow, type Row } from '../mapping/row.js';
import type { Mapping } from '../mapping/schema.js';
import type { CsvRow } from './csv.js';
import type { InputFile } from './file.js';
import { rowsOf } from './rows.js';
import type { Reading, Source } from './source-records.js';
import { delimiterName, delimiterOf, delimiterOption, usualDelimiters } from './table-format.js';

const most = limits.imports.columns.value;

/** Throws an InvalidInput where the head does not fit the mapping. */
export async function* tableRecords(source: Source, { mapping, rules }: Reading): AsyncGenerator<SourceRecord[]> {
  if (mapping === undefined) throw withoutMapping(source);
  let columns: readonly string[] | undefined;
  for await (const rows of rowsOf(source)) {
    const head = columns === undefined ? rows.shift() : undefined;
    if (head !== undefined) columns = columnsOf(head, source, mapping);
    const reading = { file: source.name, mapping: mapping.item, rules };
    const known = columns ?? [];
    yield rows
      .filter(isFilled)
      .map(mapping.item.formulas === 'escaped' ? unescaped : (row) => row)
      .map((row) => malformed(row, source, known) ?? mappedRow(rowOf(row, source.name, known), reading));
  }
}

const unescaped = (row: CsvRow): CsvRow => ({ ...row, cells: row.cells.map(unescapeFormula) });

/** Spreadsheets leave rows of commas below a table. */
const isFilled = ({ cells, wrong }: CsvRow): boolean => wrong !== undefined || cells.some((cell) => cell.trim() !== '');

/** The header of a table, as written. */
export async function headOf(source: Source): Promise<string> {
  for await (const rows of rowsOf(source)) if (rows[0] !== undefined) return rows[0].raw;
  return '';
}

/** Refuses a table that no mapping is for. */
export const withoutMapping = ({ name }: InputFile): InvalidInput =>
  new InvalidInput([{ file: name, line: 1, column: 1, value: undefined, message: 'is a table, and there is no mapping for it' }]);

function columnsOf(head: CsvRow, source: Source, mapping: Located<Mapping>): string[] {
  const columns = headOfColumns(head, source);
  const missing = missingColumns(mapping, columns);
  if (missing.length > 0) throw new InvalidInput(missing);
  return columns;
}

/** The names in a head. Throws an InvalidInput where they are no columns. */
export function headOfColumns({ cells, raw, line }: CsvRow, { name, form, format }: Source): string[] {
  const columns = cells.map((cell) => cell.trim());
  const cause = form === 'csv' ? otherDelimiter(raw, delimiterOf(format?.delimiter ?? ',')) : undefined;
  if (cause !== undefined) throw new InvalidInput([{ file: name, line, column: 1, value: undefined, message: cause }]);
  if (columns.length > most)
    throw new InvalidInput([
      {
        file: name,
        line,
        column: most + 1,
        value: columns[most],
        message: `is one of ${columns.length.toLocaleString('en')} columns: a table has at most ${most.toLocaleString('en')}`,
      },
    ]);
  const problems: Problem[] = columns.flatMap((value, index) =>
    value !== '' && columns.indexOf(value) < index
      ? [{ file: name, line, column: index + 1, value, message: 'is the name of another column already' }]
      : [],
  );
  if (problems.length > 0) throw new InvalidInput(problems);
  return columns;
}

/** Why the head of a table does not have this sign between its cells. */
function otherDelimiter(head: string, delimiter: string): string | undefined {
  if (/^sep=/i.test(head))
    return `begins with a line that only Excel understands ("sep=…"): take it out, and pass --delimiter where the sign is not a comma`;
  const outside = head.replaceAll(/"[^"]*"/g, '');
  const count = (sign: string) => outside.split(sign).length - 1;
  const other = usualDelimiters.find((sign) => count(sign) > count(delimiter));
  if (other === undefined) return undefined;
  const option = delimiterOption(other);
  return `has ${delimiterName(other)} between its columns, not ${delimiterName(delimiter)}: pass --delimiter ${option} (delimiter: ${option} in the mapping)`;
}

/** The record of a row whose form is wrong. */
function malformed(
  { line, raw, cells, wrong }: CsvRow,
  { name: file, format }: Source,
  columns: readonly string[],
): SourceRecord | undefined {
  if (wrong === undefined && cells.length === columns.length) return undefined;
  const ragged = {
    column: 1,
    value: undefined,
    message: `has ${cells.length} cells where the head has ${columns.length}: quote cells that contain ${delimiterName(delimiterOf(format?.delimiter ?? ','))}`,
  };
  return { ...noParts, file, line, raw, notes: [], problems: [{ file, line, ...(wrong ?? ragged) }] };
}

function rowOf({ line, raw, cells }: CsvRow, file: string, columns: readonly string[]): Row {
  const problem: Row['problem'] = (column, message, value) => {
    const index = column === undefined ? 0 : Math.max(columns.indexOf(column), 0);
    return { file, line, column: index + 1, value: value ?? cells[index], message };
  };
  return { line, raw, cells: new Map(columns.map((column, index) => [column, cells[index] ?? ''])), problem };
}
