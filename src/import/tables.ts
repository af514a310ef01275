import { parse } from 'csv-parse/sync';
import { groupBy } from '../graph/group-by.js';
import { labelOf, entities as model, relations, type EntityModel, type Label, type PropertyModel } from '../graph/model.js';
import type { Code, EntityRecord, Name } from '../graph/records.js';
import type { ClaimDraft } from '../changesets/claims.js';
import { decimal } from '../changesets/decimal.js';
import { readEntity, type RawEntity } from '../changesets/entities.js';
import { tablesSchema } from '../changesets/schema.js';
import type { ImportFile } from './files.js';
import { isLeftover } from './leftovers.js';
import type { Located, Problem, Step } from '../changesets/problem.js';
import { compile, fits } from '../changesets/validator.js';
import type { YamlFile } from './yaml.js';

/** Where a fact stands: a data set, and the column that is its key there. */
interface Source {
  readonly document: string;
  readonly key: string;
}

interface Table extends Source {
  readonly file: string;
  readonly label: Label;
  /** The columns of the names that the document gives; the other names are usage or derived, and rest on no claim. */
  readonly names?: readonly string[];
  /** The columns that come from another document. */
  readonly documents?: Readonly<Record<string, Source>>;
}

type Row = Readonly<Record<string, string>>;

interface Line {
  readonly record: Row;
  readonly info: { readonly lines: number };
}

const validate = compile(tablesSchema);

const nameKindsByColumn: Readonly<Record<string, Name['kind']>> = {
  name: 'PREFERRED',
  alias: 'ALIAS',
  abbreviation: 'ABBREVIATION',
  former: 'FORMER',
  transliteration: 'TRANSLITERATION',
};

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
    problems.push(table.problem(['file'], 'names a file that is not there'));
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

/** Columns that the table's entry in `tables.yaml` speaks of and the file has not. */
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
    .map(([at, column]) => problem(at, `names a column that the table has not: "${column}"`));
}

function isColumn(column: string, label: Label): boolean {
  const [kind = '', ...rest] = column.split(':');
  if (rest.length > 0) return kind === 'code' || kind in nameKindsByColumn;
  return column === 'id' || column in relations || column in (model[label] as EntityModel).properties;
}

/** Shows what is wrong with a part of an entity at its column; `names` stand from the first column of a name on, `codes` likewise. */
function problemOf(path: string, columns: readonly string[], { record, info }: Line): Located<Row>['problem'] {
  return ([part = 'id'], message) => {
    const column = Math.max(
      columns.findIndex((each) => each === part || `${each.split(':', 1)[0]}s` === part),
      0,
    );
    return { file: path, line: info.lines, column: column + 1, value: record[columns[column] ?? ''], message };
  };
}

/** The other end of a relation stands in the column that the relation names. */
function locatedClaim(item: ClaimDraft, problem: Located<Row>['problem']): Located<ClaimDraft> {
  return {
    item,
    problem: ([part, ...rest], message) => problem([part === 'object' ? item.predicate : (part ?? 'id'), ...rest], message),
  };
}

function readRow({ item: row, problem }: Located<Row>, label: Label, problems: Problem[]): Located<EntityRecord>[] {
  const left = Object.entries(row).filter(([, cell]) => isLeftover(cell.trim()));
  problems.push(...left.map(([column]) => problem([column], 'stands where there is no value: leave the cell empty')));
  const raw = rawEntity(row, label);
  if (labelOf(raw.id) === label) return readEntity({ item: raw, problem }, problems);
  problems.push(problem(['id'], `must be the id of a ${label}: ${label.toLowerCase()}:…`));
  return [];
}

function rawEntity(row: Row, label: Label): RawEntity {
  const properties = Object.entries((model[label] as EntityModel).properties).filter(([key]) => row[key]);
  return {
    id: row['id'] ?? '',
    names: namesOf(row),
    codes: codesOf(row),
    ...Object.fromEntries(properties.map(([key, property]) => [key, valueOf(row[key] as string, property)])),
  };
}

/** What is no number stays text, and is refused as that. */
function valueOf(cell: string, { type }: PropertyModel): string | number {
  const read = type === 'integer' || type === 'number' ? decimal(cell) : undefined;
  return read === undefined || 'error' in read ? cell : read.value;
}

function namesOf(row: Row, columns: readonly string[] = Object.keys(row)): Name[] {
  return columns.flatMap((column) => {
    const [kind = '', lang = ''] = column.split(':');
    const nameKind = nameKindsByColumn[kind];
    return nameKind === undefined
      ? []
      : (row[column] ?? '')
          .split('|')
          .filter(Boolean)
          .map((value) => ({ value, lang, kind: nameKind }));
  });
}

function codesOf(row: Row, columns: readonly string[] = Object.keys(row)): Code[] {
  return columns.flatMap((column) =>
    column.startsWith('code:') && row[column] ? [{ scheme: column.slice('code:'.length), value: row[column] }] : [],
  );
}

const listed = (parts: readonly string[]) => parts.join('; ');

/** What the documents of a table say of a row: its relations, its codes by document, and the names that the document gives. */
function claimsOf(row: Row, table: Table): ClaimDraft[] {
  const sourceOf = (column: string): Source => table.documents?.[column] ?? table;
  const codeColumns = groupBy(
    Object.keys(row).filter((column) => column.startsWith('code:')),
    sourceOf,
  );
  const names = listed(namesOf(row, table.names ?? []).map(({ value }) => value));
  return [
    ...Object.keys(relations)
      .filter((type) => row[type])
      .map((type) =>
        claimOf(row, sourceOf(type), { predicate: type, object: row[type] }, `The record places it in ${row[type]}.`),
      ),
    ...[...codeColumns].map(([source, columns]) =>
      claimOf(
        row,
        source,
        { predicate: 'codes', value: listed(codesOf(row, columns).map(({ scheme, value }) => `${scheme} ${value}`)) },
        'The record gives its codes.',
      ),
    ),
    claimOf(row, table, { predicate: 'names', value: names }, 'The record gives it this name.'),
  ].filter(({ object, value }) => object !== undefined || value !== '');
}

function claimOf(
  row: Row,
  { document, key }: Source,
  says: Pick<ClaimDraft, 'predicate' | 'object' | 'value'>,
  summary: string,
): ClaimDraft {
  const subject = row['id'] ?? '';
  return { subject, ...says, attributes: {}, attributedTo: [], evidence: [{ document, record: row[key] || subject, summary }] };
}
