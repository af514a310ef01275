/** What a client asks of /export: its parameters, in the query string or as a JSON body. */
import type { FastifyRequest } from 'fastify';
import type { Operation } from '../../export/answer-ids.js';
import { whyNotAsOf } from '../../export/day.js';
import { formats, type FormatName } from '../../export/formats.js';
import type { Formulas } from '../../export/formulas.js';
import { labelsNamed, relationTypesNamed, type Part } from '../../export/part.js';
import { GraphError } from '../../graph/errors.js';
import { meant } from '../../graph/search/meant.js';
import { limits } from '../../limits.js';
import { mustBeBounded, mustReadOneWay } from '../body.js';
import { oversize } from '../document-limits.js';

export interface ExportRequest {
  readonly format: FormatName;
  /** One of the files of a folder; all of them, as a ZIP, by default. */
  readonly file: string | undefined;
  readonly formulas: Formulas | undefined;
  /** The ISO day on which relations hold; all relations by default. */
  readonly asOf: string | undefined;
  /** Undefined for the whole graph. */
  readonly part: Part | { readonly operation: Operation } | undefined;
}

const names = ['types', 'about', 'depth', 'relations', 'query', 'variables', 'file', 'formulas', 'asOf'] as const;

type Given = Readonly<Partial<Record<(typeof names)[number], unknown>>>;

const invalid = (message: string) => new GraphError('BAD_USER_INPUT', message);

/** Throws BAD_USER_INPUT that says what would be right, and NOT_FOUND for an unknown format. */
export function exportRequestOf({ params, query, body }: FastifyRequest): ExportRequest {
  const given = (body ?? query) as Given;
  for (const name of Object.keys(given)) mustBeKnown(name);
  const format = formatOf((params as { readonly format: string }).format);
  return {
    format,
    file: textOf(given, 'file'),
    formulas: formulasOf(given, format),
    asOf: dayOf(given, format),
    part: partOf(given),
  };
}

function mustBeKnown(name: string): void {
  if (names.some((each) => each === name)) return;
  throw invalid(`Unknown parameter ${quoted(name)} of /export.${meant(name, names)}`);
}

function formatOf(name: string): FormatName {
  const known = Object.keys(formats) as FormatName[];
  const found = known.find((each) => each === name);
  if (found !== undefined) return found;
  throw new GraphError('NOT_FOUND', `Unknown format ${quoted(name)}: it must be one of ${known.join(', ')}.`);
}

function formulasOf(given: Given, format: FormatName): Formulas | undefined {
  const formulas = textOf(given, 'formulas');
  if (formulas === undefined) return undefined;
  if (formats[format].isSpreadsheet !== true) throw invalid(`"formulas" is for tables: ${format} leaves all text unchanged.`);
  if (formulas !== 'escape' && formulas !== 'keep') throw invalid('"formulas" must be escape or keep.');
  return formulas;
}

function dayOf(given: Given, format: FormatName): string | undefined {
  const day = textOf(given, 'asOf');
  if (day === undefined) return undefined;
  const problem = whyNotAsOf('"asOf"', day, format);
  if (problem !== undefined) throw invalid(problem);
  return day;
}

function partOf(given: Given): ExportRequest['part'] {
  const [types, about, query] = [listOf(given, 'types'), listOf(given, 'about'), textOf(given, 'query')];
  if ([types, about, query].filter((each) => each !== undefined).length > 1)
    throw invalid('Only one of "types", "about" and "query" can select what is exported.');
  for (const name of ['depth', 'relations'] as const)
    if (about === undefined && given[name] !== undefined) throw invalid(`"${name}" needs "about": the id of an entity.`);
  if (query === undefined && given.variables !== undefined) throw invalid('"variables" needs "query".');
  if (types !== undefined) return { types: labelsNamed('types', types) };
  if (query !== undefined) return { operation: { query: documentOf(query), variables: variablesOf(given.variables) } };
  if (about === undefined) return undefined;
  const relations = listOf(given, 'relations');
  return {
    about: idsOf(about),
    depth: depthOf(given),
    ...(relations === undefined ? {} : { relations: relationTypesNamed('relations', relations) }),
  };
}

const { ids, id } = limits.lists;

function idsOf(about: readonly string[]): readonly string[] {
  if (about.length > ids.value) throw invalid(`"about" must have at most ${ids.value} ids.`);
  if (about.some((each) => each.length > id.value)) throw invalid(`An id must have at most ${id.value} characters.`);
  return about;
}

function depthOf(given: Given): number {
  const depth = given.depth === undefined ? 1 : Number(given.depth);
  const most = limits.walks.depth.value;
  if (Number.isInteger(depth) && depth >= 0 && depth <= most) return depth;
  throw invalid(`"depth" must be a number from 0 to ${most}.`);
}

/** Refuses a document that is too large to be parsed. */
function documentOf(query: string): string {
  const error = oversize(query);
  if (error !== undefined) throw new GraphError('QUERY_TOO_EXPENSIVE', error.message);
  return query;
}

function variablesOf(given: unknown): Readonly<Record<string, unknown>> {
  const variables = typeof given === 'string' ? parsed(given) : (given ?? {});
  if (typeof variables === 'object' && variables !== null && !Array.isArray(variables))
    return variables as Readonly<Record<string, unknown>>;
  throw invalid('"variables" must be a JSON object, such as { "id": "region:CN" }.');
}

function parsed(json: string): unknown {
  mustBeBounded(Buffer.from(json));
  mustReadOneWay(json);
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function textOf(given: Given, name: keyof Given): string | undefined {
  const value = given[name];
  if (value === undefined || typeof value === 'string') return value;
  throw invalid(`"${name}" must be given once, as text.`);
}

/** Names with commas between them, or the parameter given several times. */
function listOf(given: Given, name: keyof Given): readonly string[] | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const list = values.flatMap((each) => (typeof each === 'string' ? each.split(',') : [])).map((each) => each.trim());
  if (values.every((each) => typeof each === 'string') && list.every((each) => each !== '')) return list;
  throw invalid(`"${name}" must be names with commas between them.`);
}

const quoted = (name: string): string => JSON.stringify(name.slice(0, 100));
