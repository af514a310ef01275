import { readFileSync } from 'node:fs';
import type { RecordIds } from '../export/record-ids.js';
import { neighbourhoodOf, ofTypes, subgraphOf, withIds, type Chosen } from '../export/subgraph.js';
import { GraphError } from '../graph/errors.js';
import { labels, relationTypes, usualRelationTypes } from '../model/model.js';
import type { Graph } from '../graph/port.js';
import { SettingsError } from '../settings/settings.js';
import { listOf } from './one-of.js';

/** Which part of a graph to export; all of it by default. */
export interface PartOptions {
  readonly types?: string;
  readonly from?: string;
  readonly depth?: string;
  readonly relations?: string;
  /** A file. */
  readonly query?: string;
  /** JSON. */
  readonly variables?: string;
}

type Choose = (graph: Graph) => Promise<Chosen>;

/** Finds the part in a graph; undefined for the whole. Throws a SettingsError at once for what cannot be meant. */
export function partOf(options: PartOptions): ((graph: Graph) => Promise<RecordIds>) | undefined {
  mustGoTogether(options);
  const choose = choiceOf(options);
  if (choose === undefined) return undefined;
  return async (graph) => {
    const chosen = await choose(graph);
    if (chosen.entities.size > 0) return subgraphOf(graph, chosen);
    throw new GraphError('BAD_USER_INPUT', `There is nothing to write: ${nothing(options)}.`);
  };
}

function mustGoTogether({ types, from, depth, relations, query, variables }: PartOptions): void {
  if ([types, from, query].filter((each) => each !== undefined).length > 1)
    throw new SettingsError('Give one of --types, --from and --query.');
  if (from === undefined && (depth !== undefined || relations !== undefined))
    throw new SettingsError('--depth and --relations say how far to go --from an entity: say from which.');
  if (query === undefined && variables !== undefined) throw new SettingsError('--variables are those of a --query: give it.');
}

function choiceOf({ types, from, depth = '1', relations, query, variables = '{}' }: PartOptions): Choose | undefined {
  if (types !== undefined) {
    const wanted = listOf('type', types, labels);
    return (graph) => ofTypes(graph, wanted);
  }
  if (from !== undefined) {
    const along = relations === undefined ? usualRelationTypes : listOf('relation', relations, relationTypes);
    const far = { from: [from], depth: depthOf(depth), types: along };
    return (graph) => neighbourhoodOf(graph, far);
  }
  if (query === undefined) return undefined;
  const operation = { query: textOf(query), variables: objectOf(variables) };
  return async (graph) => {
    const [{ askingOf }, { idsInAnswer }] = await Promise.all([import('../server/asking.js'), import('../export/answer-ids.js')]);
    const { ids, cut } = await idsInAnswer(await askingOf(graph), operation);
    if (cut.length > 0) process.stderr.write(`${cutSentence(cut)}\n`);
    return withIds(graph, ids);
  };
}

function depthOf(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new SettingsError('--depth must be a number from 1 to 999.');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new SettingsError(`The file ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function objectOf(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // said below, as for all that is no object
  }
  throw new SettingsError('--variables must be a JSON object, such as \'{ "id": "region:CN" }\'.');
}

/** Lists in lists may be cut by the hundred. */
function cutSentence(cut: readonly string[]): string {
  const more = cut.length > 5 ? ` and ${(cut.length - 5).toLocaleString('en')} more` : '';
  return `The answer is cut: there is more in ${cut.slice(0, 5).join(', ')}${more}. Ask for more with "first", or page a list at the root by a variable, "after: $after".`;
}

function nothing({ types, from }: PartOptions): string {
  if (types !== undefined) return `the graph has no entity of these types (${types})`;
  if (from !== undefined) return `the graph has no entity ${JSON.stringify(from)}`;
  return 'the answer to the query has no id of an entity, claim or observation; ask for "id"';
}
