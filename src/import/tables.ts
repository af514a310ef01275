import { parse } from 'csv-parse/sync';
import { entities as model, relations, type EntityModel, type Label } from '../graph/model.js';
import type { Code, EntityRecord, Name } from '../graph/records.js';
import type { ClaimDraft, Located } from './claims.js';
import { tablesSchema } from './file-schema.js';
import type { ImportFile } from './files.js';
import type { Problem } from './problem.js';
import { compile, fits } from './validator.js';
import type { YamlFile } from './yaml.js';

interface Table {
  readonly file: string;
  readonly label: Label;
  readonly document: string;
  readonly key: string;
}

type Row = Readonly<Record<string, string>>;

interface Line {
  readonly record: Row;
  readonly info: { readonly lines: number };
}

const validate = compile(tablesSchema);

const nameKindsByColumn: Readonly<Record<string, Name['kind']>> = {
  name: 'PREFERRED', alias: 'ALIAS', abbreviation: 'ABBREVIATION', former: 'FORMER', transliteration: 'TRANSLITERATION',
};

export interface TableContents {
  readonly entities: readonly EntityRecord[];
  readonly claims: readonly Located<ClaimDraft>[];
}

/** The entities of the CSV tables that `tables.yaml` lists, and the claims that their data sets make of them. */
export function readTables(list: YamlFile, files: ReadonlyMap<string, ImportFile>, problems: Problem[]): TableContents[] {
  if (!fits(validate, list, [], list.value, problems)) return [];
  return (list.value as readonly Table[]).flatMap((table, index) => {
    const file = files.get(table.file);
    if (file !== undefined) return [readTable(table, file, problems)];
    problems.push(list.problem([index, 'file'], 'names a file that is not there'));
    return [];
  });
}

function readTable(table: Table, { path, text }: ImportFile, problems: Problem[]): TableContents {
  const lines = parseCsv(path, text, problems);
  const columns = Object.keys(lines[0]?.record ?? {});
  const unknown = columns.filter((column) => !isColumn(column, table.label));
  for (const column of unknown) problems.push({ file: path, line: 1, column: columns.indexOf(column) + 1, value: column, message: 'is not a column that is understood: see docs/data-format.md' });
  if (unknown.length > 0) return { entities: [], claims: [] };
  const at = (line: number) => (rest: readonly unknown[], message: string) =>
    ({ file: path, line, column: Math.max(columns.indexOf(String(rest[0] ?? 'id')), 0) + 1, value: undefined, message });
  return {
    entities: lines.map(({ record }) => entityOf(record, table.label)),
    claims: lines.flatMap(({ record, info }) => claimsOf(record, table).map((item) => ({ item, problem: at(info.lines) }))),
  };
}

function parseCsv(path: string, text: string, problems: Problem[]): Line[] {
  try {
    return parse(text, { columns: true, bom: true, info: true }) as unknown as Line[];
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    problems.push({ file: path, line: lines ?? 1, column: 1, value: undefined, message });
    return [];
  }
}

function isColumn(column: string, label: Label): boolean {
  const [kind = '', ...rest] = column.split(':');
  if (rest.length > 0) return kind === 'code' || kind in nameKindsByColumn;
  return column === 'id' || column in relations || column in (model[label] as EntityModel).properties;
}

function entityOf(row: Row, label: Label): EntityRecord {
  const properties = Object.keys((model[label] as EntityModel).properties).filter((key) => row[key]);
  return {
    id: row['id'] ?? '',
    label,
    names: namesOf(row),
    codes: codesOf(row),
    identifiers: [],
    properties: Object.fromEntries(properties.map((key) => [key, row[key] as string])),
  };
}

function namesOf(row: Row): Name[] {
  return Object.entries(row).flatMap(([column, cell]) => {
    const [kind = '', lang = ''] = column.split(':');
    const nameKind = nameKindsByColumn[kind];
    return nameKind === undefined ? [] : cell.split('|').filter(Boolean).map((value) => ({ value, lang, kind: nameKind }));
  });
}

function codesOf(row: Row): Code[] {
  return Object.entries(row).flatMap(([column, value]) => (column.startsWith('code:') && value !== '' ? [{ scheme: column.slice('code:'.length), value }] : []));
}

function claimsOf(row: Row, { document, key }: Table): ClaimDraft[] {
  const subject = row['id'] ?? '';
  const codes = codesOf(row).map(({ scheme, value }) => `${scheme} ${value}`).join('; ');
  const names = namesOf(row).map(({ value }) => value).join('; ');
  const related = Object.keys(relations).filter((type) => row[type]);
  return [
    ...related.map((type) => ({ predicate: type, object: row[type], summary: `The record places it in ${row[type]}.` })),
    { predicate: 'codes', value: codes, summary: 'The record gives its codes.' },
    { predicate: 'names', value: names, summary: 'The record gives its names.' },
  ].map(({ summary, ...says }) => ({ subject, ...says, attributes: {}, attributedTo: [], evidence: [{ document, record: row[key] ?? subject, summary }] }));
}
