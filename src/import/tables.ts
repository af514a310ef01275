import { parse } from 'csv-parse/sync';
import { labelOf, entities as model, relations, type Label, type PropertyModel, idPrefix } from '../model/model.js';
import type { EntityRecord } from '../graph/stored/records.js';
import type { ClaimDraft } from '../changesets/claims.js';
import { decimal } from '../changesets/decimal.js';
import { readEntity, type RawEntity } from '../changesets/entities.js';
import { tablesSchema } from '../changesets/schema.js';
import type { ImportFile } from './files.js';
import { isLeftover } from './leftovers.js';
import type { Located, Problem, Step } from '../changesets/problem.js';
import { compile, fits } from '../changesets/validator.js';
import { dateProblem } from '../changesets/written-date.js';
import { codesOf, datedColumns, datesOf, isNameColumn, namesOf, type Row, type Table } from './table-cells.js';
import { claimsOf } from './table-claims.js';
import type { YamlFile } from './yaml.js';

interface Line {
  readonly record: Row;
  readonly info: { readonly lines: number };
}

const validate = compile(tablesSchema);

export interface TableContents {
  readonly entities: readonly Located<EntityRecord>[];
  readonly claims: readonly Located<ClaimDraft>[];
}

const nothing: TableContents = { entities: [], claims: [] };

/** The entities of the CSV tables that `tables.yaml` lists, and the claims that their data sets make of them. */
export function readTables(list: YamlFile, files: ReadonlyMap<string, ImportFile>, problems: Problem[]): TableContents[] {
  if (!fits(validate, list, [], list.item, problems)) return [];
  return (list.item as readonly Table[]).map((item, index) => {
    const table: Located<Table> = { item, problem: (at, message) => list.problem([index, ...at], message) };
    const file = files.get(item.file);
    if (file !== undefined) return readTable(table, file, problems);
    problems.push(table.problem(['file'], 'names a missing file'));
    return nothing;
  });
}

function readTable(table: Located<Table>, { path, text }: ImportFile, problems: Problem[]): TableContents {
  const lines = parseCsv(path, text, problems);
  const columns = Object.keys(lines[0]?.record ?? {});
  const wrong = lines.length === 0 ? [] : [...unknownColumns(path, columns, table.item.label), ...missingColumns(table, columns)];
  problems.push(...wrong);
  if (wrong.length > 0) return nothing;
  const located = lines.map((line) => ({ item: line.record, problem: problemOf(path, columns, line) }));
  problems.push(...located.flatMap(wrongDates));
  return {
    entities: located.flatMap((row) => readRow(row, table.item.label, problems)),
    claims: located.flatMap(({ item, problem }) => claimsOf(item, table.item).map((claim) => locatedClaim(claim, problem))),
  };
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

function unknownColumns(path: string, columns: readonly string[], label: Label): Problem[] {
  const unknown = columns.filter((column) => !isColumn(column, label));
  return unknown.map((value) => ({
    file: path,
    line: 1,
    column: columns.indexOf(value) + 1,
    value,
    message: 'is not a column that is understood: see docs/data-format.md',
  }));
}

/** Columns that the table's entry in `tables.yaml` names and the file lacks. */
function missingColumns(
  { item: { key, names = [], documents = {} }, problem }: Located<Table>,
  columns: readonly string[],
): Problem[] {
  const named: [Step[], string][] = [
    [['key'], key],
    ...names.map((name, index): [Step[], string] => [['names', index], name]),
    ...Object.entries(documents).flatMap(([column, source]): [Step[], string][] => [
      [['documents', column], column],
      [['documents', column, 'key'], source.key],
    ]),
  ];
  return named
    .filter(([, column]) => !columns.includes(column))
    .map(([at, column]) => problem(at, `names an unknown column: "${column}"`));
}

function isColumn(column: string, label: Label): boolean {
  const [kind = '', ...rest] = column.split(':');
  if (rest.length > 0) return kind === 'code' || isNameColumn(column);
  const known = ['id', 'description', ...datedColumns(Object.keys(relations))];
  return known.includes(column) || column in model[label].properties;
}

/** What is wrong with the dates of a row: each must be one, and there must be no more of them than there are values. */
function wrongDates({ item: row, problem }: Located<Row>): Problem[] {
  return Object.keys(row).flatMap((column) => {
    const { of, dates } = datesOf(row, column);
    if (of === undefined) return [];
    const wrong = dates.map((date) => (date === '' ? undefined : dateProblem(date))).find((message) => message !== undefined);
    if (wrong !== undefined) return [problem([column], wrong)];
    const values = (row[of] ?? '').split('|').length;
    return dates.length > values ? [problem([column], `must have no more parts than "${of}", which has ${values}`)] : [];
  });
}

/** Shows what is wrong with a part of an entity at its column; `names` start at the first column of a name, `codes` likewise. */
function problemOf(path: string, columns: readonly string[], { record, info }: Line): Located<Row>['problem'] {
  return ([part = 'id'], message) => {
    const column = Math.max(
      columns.findIndex((each) => each === part || `${each.split(':', 1)[0]}s` === part),
      0,
    );
    return { file: path, line: info.lines, column: column + 1, value: record[columns[column] ?? ''], message };
  };
}

/** The other end of a relation is in the column named after the relation. */
function locatedClaim(item: ClaimDraft, problem: Located<Row>['problem']): Located<ClaimDraft> {
  return {
    item,
    problem: ([part, ...rest], message) => problem([part === 'object' ? item.predicate : (part ?? 'id'), ...rest], message),
  };
}

function readRow({ item: row, problem }: Located<Row>, label: Label, problems: Problem[]): Located<EntityRecord>[] {
  const left = Object.entries(row).filter(([, cell]) => isLeftover(cell.trim()));
  problems.push(...left.map(([column]) => problem([column], 'is a placeholder for a missing value: leave the cell empty')));
  const raw = rawEntity(row, label);
  if (labelOf(raw.id) === label) return readEntity({ item: raw, problem }, problems);
  problems.push(problem(['id'], `must be the id of a ${label}: ${idPrefix(label)}…`));
  return [];
}

function rawEntity(row: Row, label: Label): RawEntity {
  const properties = Object.entries(model[label].properties).filter(([key]) => row[key]);
  return {
    id: row['id'] ?? '',
    names: namesOf(row),
    codes: codesOf(row),
    ...(row['description'] ? { description: row['description'] } : {}),
    ...Object.fromEntries(properties.map(([key, property]) => [key, valueOf(row[key] as string, property)])),
  };
}

/** What is no number stays text, and is refused as that. */
function valueOf(cell: string, { type }: PropertyModel): string | number {
  const read = type === 'integer' || type === 'number' ? decimal(cell) : undefined;
  return read === undefined || 'error' in read ? cell : read.value;
}
