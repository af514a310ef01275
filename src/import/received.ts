/** Imports files that a program sent, as the command imports those of its user: checked first, then written in batches, and idempotent. */
import { readFileSync } from 'node:fs';
import type { Entry } from '../changesets/report.js';
import { InvalidInput, sentence, type Located } from '../changesets/problem.js';
import { GraphError } from '../graph/errors.js';
import { limits } from '../limits.js';
import type { Label } from '../model/model.js';
import type { ReadWriteGraph } from '../graph/port.js';
import { loadFiles, type Outcome } from './load/load-files.js';
import { isLoadName, loadNameRule, type Load } from './load/load.js';
import { unmatched } from './mapping/match.js';
import { isColumnList } from './mapping/lists.js';
import { readMapping } from './mapping/mapping.js';
import type { Mapping } from './mapping/schema.js';
import type { InputFile } from './source/file.js';
import { FileSet } from './source/file-set.js';
import { sourceNamed } from './source/sources.js';
import { formatFor, formatProblem, wordsOf, type TableFormat } from './source/table-format.js';

export interface Received {
  readonly files: readonly InputFile[];
  /** Of the tables among them. */
  readonly mapping: InputFile | undefined;
  readonly format?: TableFormat | undefined;
  /** The name of the import; one of its own for other files where it is left out. */
  readonly id: string | undefined;
  readonly dryRun: boolean;
  readonly author: string;
  /** The types that the author may write; all where it is left out. */
  readonly types: readonly Label[] | undefined;
  /** Ends the import between two batches. */
  readonly signal?: AbortSignal | undefined;
}

/** What an import did, or with `dryRun` would do. */
export interface Imported {
  readonly outcome: 'WRITTEN' | 'WOULD_WRITE' | 'UNCHANGED';
  /** Its changesets are `changeset:import-<id>-<number>`. */
  readonly id: string;
  readonly records: number;
  /** How many of each kind of change. */
  readonly changes: Readonly<Record<string, number>>;
  /** Entities and claims that the graph had as the files say. */
  readonly unchanged: number;
  /** Batches that an earlier import of the same files had written. */
  readonly repeated: number;
  /** What was not understood and is left out, as the mapping says. */
  readonly notes: readonly string[];
  /** The first changes, of a dry run. */
  readonly first?: readonly Entry[];
}

/** Records of a batch: others that write have their turn between two. */
const [batch, batchItems] = [limits.imports.batch.value, limits.imports.batchItems.value];

const { lines, unpacked } = limits.imports;
const bounds = { lines: lines.value, unpacked: unpacked.value };

/** How many problems an answer lists. */
const listed = 100;

/** Throws BAD_USER_INPUT with the problems when anything is wrong, which leaves the graph as it was, and a CONFLICT when the id is another import's. */
export async function importReceived(graph: ReadWriteGraph, received: Received): Promise<Imported> {
  const { id, dryRun, format = {} } = received;
  for (const key of ['delimiter', 'encoding'] as const) {
    const wrong = format[key] === undefined ? undefined : formatProblem(key, format[key]);
    if (wrong !== undefined) throw new GraphError('BAD_USER_INPUT', `"${key}" ${wrong}`);
  }
  if (id !== undefined && !isLoadName(id)) throw new GraphError('BAD_USER_INPUT', `The id must be ${loadNameRule}.`);
  try {
    const load = await loadOf(received);
    const outcome = await loadFiles(graph, load);
    if (outcome.written === undefined) throw refused(outcome.problems.lines(), outcome.problems.total);
    return answerOf(load.name, dryRun, outcome.written, outcome);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw refused(error.problems.slice(0, listed).map(sentence), error.problems.length);
  }
}

async function loadOf({ files, mapping: map, format, id, ...rest }: Received): Promise<Load> {
  const mapping = map === undefined ? undefined : mappingOf(map);
  const formatted = { bounds, format: formatFor(mapping?.item, format) };
  const sources = await Promise.all(files.map((file) => sourceNamed({ ...file, ...formatted }, mapping !== undefined)));
  const words = [map === undefined ? '' : readFileSync(map.path, 'utf8'), `${batch} ${batchItems}`, ...wordsOf(format)];
  const contents = await new FileSet(sources, mapping).contents(words, id, unmatched);
  return { ...rest, ...contents, batch, batchItems, rejects: undefined, keepGood: false, progress: () => undefined };
}

/** A pattern of somebody else's may be one that a text keeps busy for years, and the service with it. */
function mappingOf({ path, name }: InputFile): Located<Mapping> {
  const mapping = readMapping(path, name);
  const problems = Object.entries(mapping.item.lists ?? {}).flatMap(([name, list]) =>
    isColumnList(list) || /^\(\?<\w+>\.\+\)$/.test(list.pattern)
      ? []
      : [
          mapping.problem(
            ['lists', name, 'pattern'],
            'must be of the form (?<name>.+) over HTTP: import with the command instead',
          ),
        ],
  );
  if (problems.length > 0) throw new InvalidInput(problems);
  return mapping;
}

function refused(sentences: readonly string[], total: number): GraphError {
  const problems = sentences.slice(0, listed);
  const message = `Nothing is written: ${total === 1 ? 'there is a problem' : `there are ${total.toLocaleString('en')} problems`}.`;
  return new GraphError('BAD_USER_INPUT', message, {}, { problems, total });
}

function answerOf(
  id: string,
  dryRun: boolean,
  { kinds, unchanged, repeated, first }: NonNullable<Outcome['written']>,
  { rows, notes }: Outcome,
): Imported {
  const outcome = kinds.size === 0 ? 'UNCHANGED' : dryRun ? 'WOULD_WRITE' : 'WRITTEN';
  const told = { outcome, id, records: rows, changes: Object.fromEntries(kinds), unchanged, repeated } as const;
  return { ...told, notes: notes.lines().slice(0, listed), ...(dryRun ? { first } : {}) };
}
