/** Reads mapping files, and holds them to the head of a table. */
import { readFileSync, statSync } from 'node:fs';
import { readEntity, type RawEntity } from '../../changesets/entities.js';
import { InvalidInput, type Located, type Problem, type Step } from '../../changesets/problem.js';
import { fits } from '../../changesets/validator.js';
import { hint } from '../../graph/search/meant.js';
import { limits } from '../../limits.js';
import type { ImportFile } from '../files.js';
import { parseBoundedYaml } from '../yaml.js';
import { formatProblem } from '../source/table-format.js';
import { dateFormat } from './date-format.js';
import { itemProblems } from './item-checks.js';
import { fieldsOf } from './lists.js';
import { validateMapping, type Conditional, type Mapping } from './schema.js';
import { filterNames, templateOf, unknownFilters } from './template.js';

/** The mapping of a file, which problems call by its name. Throws an InvalidInput that lists what is wrong with it. */
export function readMapping(path: string, name = path): Located<Mapping> {
  const problems: Problem[] = [];
  mustBeSmall(path, name);
  const mapping = parsedMapping({ path: name, text: readFileSync(path, 'utf8') }, problems);
  if (mapping === undefined || problems.length > 0) throw new InvalidInput(problems);
  return mapping;
}

/** In bytes: a text of so many characters may take four for each. */
function mustBeSmall(path: string, name: string): void {
  const most = limits.imports.yaml.value;
  const message = `has more than ${most.toLocaleString('en')} characters: no mapping may have more`;
  if (statSync(path).size > 4 * most) throw new InvalidInput([{ file: name, line: 1, column: 1, value: undefined, message }]);
}

/** The mapping of a text; undefined, with what is wrong among the problems, when it is none. */
export function parsedMapping(text: ImportFile, problems: Problem[]): Located<Mapping> | undefined {
  const file = parseBoundedYaml(text, problems);
  if (file === undefined || !fits(validateMapping, file, [], file.item, problems)) return undefined;
  const mapping = file as Located<Mapping>;
  const wrong = [
    ...wrongTemplates(mapping),
    ...wrongLookups(mapping),
    ...wrongLists(mapping),
    ...wrongDates(mapping),
    ...wrongFormat(mapping),
  ];
  for (const entity of onceOf(mapping)) readEntity(entity, wrong);
  if (wrong.length === 0) wrong.push(...itemProblems(mapping));
  problems.push(...wrong);
  return wrong.length > 0 ? undefined : mapping;
}

/** The entities of a mapping that no row makes. */
export function onceOf({ item, problem }: Located<Mapping>): Located<RawEntity>[] {
  return (item.once ?? []).map((entity, index) => ({
    item: entity,
    problem: (at, message) => problem(['once', index, ...at], message),
  }));
}

/** Columns of a table that a problem lists. */
const shownColumns = 50;

/** A column that a mapping names, and where. */
interface NamedColumn {
  readonly at: readonly Step[];
  readonly column: string;
}

/** The columns that a mapping reads. */
export const columnsOf = (mapping: Mapping): ReadonlySet<string> => new Set(namedColumns(mapping).map(({ column }) => column));

/** What a mapping says of columns that a table does not have. `noun` is what its columns are called. */
export function missingColumns(
  { item, problem }: Located<Mapping>,
  columns: Iterable<string>,
  noun: 'column' | 'key' = 'column',
): Problem[] {
  const known = new Set(columns);
  const listed = `${[...known].slice(0, shownColumns).join(', ')}${known.size > shownColumns ? ', …' : ''}`;
  return namedColumns(item)
    .filter(({ column }) => !known.has(column))
    .map(({ at, column }) =>
      problem(at, `names an unknown ${noun}: "${column}"; the table has ${listed}${hint(column, [...known])}`),
    );
}

/** All columns that templates and conditions name, but for the fields of the list that an item is made for. */
function namedColumns(mapping: Mapping): NamedColumn[] {
  const inTemplates = templatesOf(mapping).flatMap(({ at, text }) => templateOf(text).columns.map((column) => ({ at, column })));
  const inConditions = leavesOf(rules(mapping)).flatMap(({ at }) => {
    const place = at.findIndex((step) => step === 'when' || step === 'unless');
    const isFirstValue = at.length === place + 2 || at[place + 2] === 0;
    return place < 0 || !isFirstValue ? [] : [{ at: at.slice(0, place + 2), column: String(at[place + 1]) }];
  });
  return [...inTemplates, ...inConditions].filter(({ at, column }) => !fieldsAt(mapping, at).includes(column));
}

/** The fields that the item at a path has in addition to its row's columns. */
function fieldsAt(mapping: Mapping, [part, index]: readonly Step[]): string[] {
  const items = mapping[part as 'entities'] as unknown;
  const { each } = (Array.isArray(items) ? (items as readonly Conditional[])[Number(index)] : undefined) ?? {};
  const list = each === undefined ? undefined : mapping.lists?.[each];
  return list === undefined ? [] : fieldsOf(list);
}

/** Columns of one template: each may fill a million characters. */
const mostPlaces = 100;

function wrongTemplates({ item, problem }: Located<Mapping>): Problem[] {
  return templatesOf(item).flatMap(({ at, text }) => [
    ...unknownFilters(text).map((name) =>
      problem(at, `names an unknown filter: "${name}"; available: ${filterNames.join(', ')}${hint(name, filterNames)}`),
    ),
    ...(templateOf(text).columns.length > mostPlaces ? [problem(at, `names more than ${mostPlaces} columns`)] : []),
  ]);
}

function wrongLookups({ item, problem }: Located<Mapping>): Problem[] {
  const tables = Object.keys(item.lookups ?? {});
  return leavesOf(rules(item)).flatMap(({ at, value }) =>
    at.at(-1) === 'lookup' && !tables.includes(value)
      ? [problem(at, `names an unknown lookup table: "${value}"; defined: ${tables.join(', ') || 'none'}${hint(value, tables)}`)]
      : [],
  );
}

function wrongLists({ item, problem }: Located<Mapping>): Problem[] {
  const names = Object.keys(item.lists ?? {});
  const wrongPatterns = Object.entries(item.lists ?? {}).flatMap(([name, list]) => {
    try {
      return fieldsOf(list).length > 0
        ? []
        : [problem(['lists', name, 'pattern'], 'names no field: a group such as (?<title>.+) does')];
    } catch (error) {
      return [problem(['lists', name, 'pattern'], `is no regular expression (${(error as SyntaxError).message})`)];
    }
  });
  const unknown = leavesOf(rules(item)).flatMap(({ at, value }) =>
    at.length === 3 && at[2] === 'each' && !names.includes(value)
      ? [problem(at, `names an unknown list: "${value}"; defined: ${names.join(', ') || 'none'}${hint(value, names)}`)]
      : [],
  );
  return [...wrongPatterns, ...unknown];
}

function wrongDates({ item: { dates = {} }, problem }: Located<Mapping>): Problem[] {
  const { formats = [], earliest, latest } = dates;
  const wrongFormats = formats.flatMap((format, index) => {
    try {
      dateFormat(format);
      return [];
    } catch (error) {
      return [problem(['dates', 'formats', index], (error as SyntaxError).message)];
    }
  });
  if (earliest === undefined || latest === undefined || earliest <= latest) return wrongFormats;
  return [...wrongFormats, problem(['dates', 'latest'], `must not be before earliest, ${earliest}`)];
}

const wrongFormat = ({ item, problem }: Located<Mapping>): Problem[] =>
  (['delimiter', 'encoding'] as const).flatMap((key) => {
    const wrong = item[key] === undefined ? undefined : formatProblem(key, item[key]);
    return wrong === undefined ? [] : [problem([key], wrong)];
  });

/** The parts of a mapping that hold templates. */
const rules = ({ record, summary, lists, entities, claims, observations }: Mapping) => ({
  record,
  summary,
  lists,
  entities,
  claims,
  observations,
});

/** Keys whose text is no template. */
const notTemplates = new Set(['lookup', 'split', 'each', 'pattern', 'otherwise', 'match', 'as']);

function templatesOf(mapping: Mapping): { readonly at: Step[]; readonly text: string }[] {
  return leavesOf(rules(mapping)).flatMap(({ at, value }) =>
    at.some((step) => step === 'when' || step === 'unless') || notTemplates.has(String(at.at(-1))) ? [] : [{ at, text: value }],
  );
}

function leavesOf(node: unknown, at: Step[] = []): { readonly at: Step[]; readonly value: string }[] {
  if (typeof node === 'string') return [{ at, value: node }];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => leavesOf(value, [...at, Array.isArray(node) ? Number(key) : key]));
}
