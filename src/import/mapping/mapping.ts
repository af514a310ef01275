/** Reads mapping files, and holds them to the head of a table. */
import { readFileSync } from 'node:fs';
import { readEntity, type RawEntity } from '../../changesets/entities.js';
import { ImportError, type Located, type Problem, type Step } from '../../changesets/problem.js';
import { fits } from '../../changesets/validator.js';
import { parseYaml } from '../yaml.js';
import { validateMapping, type Mapping } from './schema.js';
import { filterNames, templateOf, unknownFilters } from './template.js';

/** The mapping of a file, which problems call by its name. Throws an ImportError that lists what is wrong with it. */
export function readMapping(path: string, name = path): Located<Mapping> {
  const problems: Problem[] = [];
  const file = parseYaml({ path: name, text: readFileSync(path, 'utf8') }, problems);
  if (file === undefined || !fits(validateMapping, file, [], file.item, problems)) throw new ImportError(problems);
  const mapping = file as Located<Mapping>;
  problems.push(...wrongTemplates(mapping), ...wrongLookups(mapping));
  for (const entity of onceOf(mapping)) readEntity(entity, problems);
  if (problems.length > 0) throw new ImportError(problems);
  return mapping;
}

/** The entities of a mapping that no row makes. */
export function onceOf({ item, problem }: Located<Mapping>): Located<RawEntity>[] {
  return (item.once ?? []).map((entity, index) => ({
    item: entity,
    problem: (at, message) => problem(['once', index, ...at], message),
  }));
}

/** What a mapping says of columns that a table does not have. */
export function missingColumns({ item, problem }: Located<Mapping>, columns: readonly string[]): Problem[] {
  const known = new Set(columns);
  const conditions = [...(item.entities ?? []), ...(item.claims ?? []), ...(item.observations ?? [])].flatMap(
    ({ when = {}, unless = {} }) => [...Object.keys(when), ...Object.keys(unless)],
  );
  const named = [
    ...templatesOf(item).flatMap(({ at, text }) => templateOf(text).columns.map((column) => ({ at, column }))),
    ...conditions.map((column) => ({ at: [], column })),
  ];
  return named
    .filter(({ column }) => !known.has(column))
    .map(({ at, column }) => problem(at, `names a column that the table has not: "${column}"; it has ${columns.join(', ')}`));
}

function wrongTemplates({ item, problem }: Located<Mapping>): Problem[] {
  return templatesOf(item).flatMap(({ at, text }) =>
    unknownFilters(text).map((name) =>
      problem(at, `names a filter that there is not: "${name}"; there are ${filterNames.join(', ')}`),
    ),
  );
}

function wrongLookups({ item, problem }: Located<Mapping>): Problem[] {
  const tables = Object.keys(item.lookups ?? {});
  return leavesOf(rules(item)).flatMap(({ at, value }) =>
    at.at(-1) === 'lookup' && !tables.includes(value)
      ? [problem(at, `names a table that stands not under lookups: "${value}"; there are ${tables.join(', ') || 'none'}`)]
      : [],
  );
}

/** The parts of a mapping that hold templates. */
const rules = ({ record, summary, entities, claims, observations }: Mapping) => ({
  record,
  summary,
  entities,
  claims,
  observations,
});

function templatesOf(mapping: Mapping): { readonly at: Step[]; readonly text: string }[] {
  return leavesOf(rules(mapping)).flatMap(({ at, value }) =>
    at.some((step) => step === 'when' || step === 'unless') || ['lookup', 'split'].includes(String(at.at(-1)))
      ? []
      : [{ at, text: value }],
  );
}

function leavesOf(node: unknown, at: Step[] = []): { readonly at: Step[]; readonly value: string }[] {
  if (typeof node === 'string') return [{ at, value: node }];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => leavesOf(value, [...at, Array.isArray(node) ? Number(key) : key]));
}
