import { sentence } from '../changesets/problem.js';
import { storedEntities } from '../changesets/stored.js';
import { readerOf, type Graph } from '../graph/port.js';
import { labelOf } from '../model/model.js';
import { datesIn } from '../reading/dates.js';
import { problemOfGiven, type GivenText } from '../reading/given-text.js';
import { lexiconOf } from '../reading/graph-names.js';
import { keepReading, mustHaveRoom } from '../reading/kept/kept-readings.js';
import { proposedByModel, proposedByRules, type TextToRead } from '../reading/kept/new-reading.js';
import { LanguageModel } from '../reading/language-model/asked-model.js';
import type { Lexicon } from '../reading/mentions/lexicon.js';
import { readText, type ReadText } from '../reading/read-text.js';
import type { ModelSettings } from '../settings/model-settings.js';
import { SettingsError, type Settings } from '../settings/settings.js';
import { withGraph } from './built-in-graph.js';
import { pagesNote, textAt } from './file-text.js';
import { knownMetadata, pageLine } from './given-metadata.js';
import { graphIsThere } from './graph-there.js';
import { modelLines } from './model-report.js';
import { cutLines, proposalLines, reviewAddress } from './proposals.js';
import { ReadingProgress } from './reading-progress.js';
import { readingLines } from './reading-report.js';
import type { Report } from './report.js';

export interface ReadOptions {
  readonly date?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly lang?: string;
  readonly title?: string;
  /** The id of the document that is read again. */
  readonly document?: string;
  /** Of the file. */
  readonly encoding?: string;
  readonly json: boolean;
  /** Keeps the reading for editors. */
  readonly propose: boolean;
  /** Has the language model of the settings propose what the text says. */
  readonly model: boolean;
}

/** The command ends with its process. */
const neverEnded = new AbortController().signal;

/** Reads a text with the names of a graph. Changes nothing in the graph: a reading is kept beside it. Throws a SettingsError or a GraphError. */
export async function read(
  settings: Settings,
  file: string,
  { date, url, outlet, lang, title, document, encoding, json, propose, model: isAsked }: ReadOptions,
  input: NodeJS.ReadableStream,
): Promise<Report> {
  if (propose && !graphIsThere(settings))
    throw new SettingsError('There is no graph to keep a reading in: start the service first, or leave --propose out.');
  const model = isAsked ? new LanguageModel(mustHaveModel(settings)) : undefined;
  const source = await textAt(file, encoding, input);
  const { text, metadata: page = {} } = source;
  const { metadata: known, fromPage } = knownMetadata({ date, url, outlet, title }, page);
  const metadata = { ...known, ...(lang === undefined ? {} : { language: lang }) };
  mustBeGiven({ text, ...metadata });
  return withGraph(settings, async (graph) => {
    await mustBeDocument(graph, document);
    if (propose) await mustHaveRoom(readerOf(graph)); // before time and tokens are spent
    const lexicon = await lexiconOf(graph);
    const { found, made } = await readWith(lexicon, { ...metadata, text, document }, model);
    const id = propose ? await keepReading(graph, { ...made, author: 'policygraph read' }) : undefined;
    const { proposals, cuts, model: asking } = made;
    const whole = { ...(id === undefined ? {} : { reading: id }), ...found, fromPage, proposals, cuts, model: asking };
    const notes = [pagesNote(file, source), undated(found)].filter((each) => each !== undefined);
    const noted = notes.length === 0 ? {} : { note: notes.join('\n') };
    if (json) return { lines: [JSON.stringify(whole, undefined, 2)], ...noted, ok: true };
    const asked = asking === undefined ? [] : modelLines(asking);
    const kept = id === undefined ? [] : ['', `Kept as ${id}. Review it while the service runs: ${reviewAddress(settings, id)}`];
    return {
      lines: [
        ...pageLine(fromPage),
        ...readingLines(found),
        '',
        ...proposalLines(proposals),
        ...cutLines(cuts),
        ...asked,
        ...kept,
      ],
      ...noted,
      ok: true,
    };
  });
}

/** What a text names and proposes. Shows at a terminal how far that is. */
async function readWith(lexicon: Lexicon, given: TextToRead, model: LanguageModel | undefined) {
  const progress = new ReadingProgress(process.stderr, given.text, model !== undefined);
  try {
    const { text, document: _, ...metadata } = given;
    const found = readText(text, metadata, lexicon);
    const asking = { signal: neverEnded, progress: progress.answers };
    const made =
      model === undefined
        ? proposedByRules(given, found, lexicon, progress.claims)
        : await proposedByModel(given, found, lexicon, { model, ...asking });
    return { found, made };
  } finally {
    progress.end();
  }
}

function mustHaveModel({ model }: Settings): ModelSettings {
  if (model !== undefined) return model;
  throw new SettingsError(
    '--model needs POLICYGRAPH_MODEL_URL and POLICYGRAPH_MODEL: the server of a language model, and its name.',
  );
}

function mustBeGiven(given: GivenText): void {
  const found = problemOfGiven(given, new Date().toISOString().slice(0, 10));
  if (found === undefined) return;
  const { name, problem } = found;
  const option = name === 'language' ? '--lang' : `--${name}`;
  throw new SettingsError(`${sentence({ file: option, value: given[name], message: problem })}.`);
}

async function mustBeDocument(graph: Graph, id: string | undefined): Promise<void> {
  if (id === undefined) return;
  const isKnown = labelOf(id) === 'Document' && (await storedEntities(readerOf(graph), [id])).has(id);
  if (!isKnown) throw new SettingsError(`There is no document "${id}" in the graph: leave --document out to read a new one.`);
}

/** What a reader misses without a date: nothing says from when "last year" counts. */
function undated({ text, date, dates }: ReadText): string | undefined {
  if (date !== undefined) return undefined;
  const places = new Set(dates.map(({ start }) => start));
  const [first, ...others] = datesIn(text, { published: '2024-02-27' }).filter(({ start }) => !places.has(start));
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `"${first.text}"${more} cannot be read without --date, the day of the article.`;
}
