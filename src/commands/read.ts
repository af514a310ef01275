import { groupBy } from '../graph/group-by.js';
import { lexiconOf } from '../reading/graph-names.js';
import { LanguageModel } from '../reading/language-model/asked-model.js';
import type { ModelSettings } from '../settings/model-settings.js';
import { modelLines } from './model-report.js';
import type { AmountInText } from '../reading/amounts.js';
import type { Mention } from '../reading/mentions/mention.js';
import { keepReading } from '../reading/kept/kept-readings.js';
import { readByModel, readByRules } from '../reading/kept/new-reading.js';
import { readText, type ReadText } from '../reading/read-text.js';
import { storedEntities } from '../changesets/stored.js';
import type { ReadableGraph } from '../graph/port.js';
import { SettingsError, type Settings } from '../settings/settings.js';
import { withGraph } from './built-in-graph.js';
import { textOfFile } from './file-text.js';
import { knownMetadata, pageLine } from './given-metadata.js';
import { graphIsThere } from './graph-there.js';
import { cutLines, proposalLines, reviewAddress } from './proposals.js';
import { counted, type Report } from './report.js';

export interface ReadOptions {
  readonly date?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly lang?: string;
  readonly title?: string;
  /** The id of the document that is read again. */
  readonly document?: string;
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
  { date, url, outlet, lang, title, document, json, propose, model: isAsked }: ReadOptions,
  input: NodeJS.ReadableStream,
): Promise<Report> {
  mustBeDay(date);
  mustBeAddress(url);
  if (propose && !graphIsThere(settings))
    throw new SettingsError('There is no graph to keep a reading in: start the service first, or leave --propose out.');
  const model = isAsked ? new LanguageModel(mustHaveModel(settings)) : undefined;
  const { text, note, metadata: page = {} } = await textOfFile(file, input);
  const { metadata: known, fromPage } = knownMetadata({ date, url, outlet, title }, page);
  const metadata = { ...known, ...(lang === undefined ? {} : { language: lang }) };
  return withGraph(settings, async (graph) => {
    await mustBeDocument(graph, document);
    const lexicon = await lexiconOf(graph);
    const found = readText(text, metadata, lexicon);
    const given = { ...metadata, text, document };
    const made = model === undefined ? readByRules(given, lexicon) : await readByModel(given, lexicon, model, neverEnded);
    const id = propose ? await keepReading(graph, { ...made, author: 'policygraph read' }) : undefined;
    const whole = {
      ...(id === undefined ? {} : { reading: id }),
      ...found,
      fromPage,
      proposals: made.proposals,
      cuts: made.cuts,
      model: made.model,
    };
    const noted = note === undefined ? {} : { note };
    if (json) return { lines: [JSON.stringify(whole, undefined, 2)], ...noted, ok: true };
    const asked = made.model === undefined ? [] : modelLines(made.model);
    const kept = id === undefined ? [] : ['', `Kept as ${id}. Review it at ${reviewAddress(settings, id)}`];
    return {
      lines: [
        ...pageLine(fromPage),
        ...report(found),
        '',
        ...proposalLines(made.proposals),
        ...cutLines(made.cuts),
        ...asked,
        ...kept,
      ],
      ...noted,
      ok: true,
    };
  });
}

async function mustBeDocument(graph: ReadableGraph, id: string | undefined): Promise<void> {
  if (id === undefined) return;
  const found = (await storedEntities({ run: (statement) => graph.read(statement) }, [id])).get(id);
  if (found?.label !== 'Document')
    throw new SettingsError(`There is no document "${id}" in the graph: leave --document out to read a new one.`);
}

function mustHaveModel({ model }: Settings): ModelSettings {
  if (model !== undefined) return model;
  throw new SettingsError(
    '--model needs POLICYGRAPH_MODEL_URL and POLICYGRAPH_MODEL: the server of a language model, and its name.',
  );
}

function mustBeDay(date: string | undefined): void {
  if (date === undefined || (/^\d{4}-\d\d-\d\d$/.test(date) && new Date(Date.parse(date) || 0).toISOString().startsWith(date)))
    return;
  throw new SettingsError(`--date must be a day such as 2024-02-27, not "${date}".`);
}

function mustBeAddress(url: string | undefined): void {
  if (url === undefined || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) return;
  throw new SettingsError(`--url must be an address such as https://example.org/article, not "${url}".`);
}

/** For people: each paragraph with what it names, then a list of the entities. */
function report({ paragraphs, mentions, dates, amounts, date, outlet, url, language }: ReadText): string[] {
  const source = [outlet, date, url, language].filter((part) => part !== undefined).join(', ');
  const parts = [
    ...mentions.map((mention) => ({ start: mention.start, text: line(mention) })),
    ...dates.map((found) => ({ start: found.start, text: `${place(found)} = ${found.edtf}` })),
    ...amounts.map((found) => ({ start: found.start, text: `${place(found)} = ${amount(found)}` })),
  ].sort((a, b) => a.start - b.start);
  let next = 0;
  const lines = paragraphs.flatMap(({ start, end, text }) => {
    const own: string[] = [];
    while ((parts[next]?.start ?? Infinity) < end) own.push(`    ${parts[next++]?.text}`);
    return [`[${start}-${end}] ${text}`, ...own, ''];
  });
  const counts = [
    counted(paragraphs.length, 'paragraph'),
    counted(mentions.length, 'mention'),
    counted(dates.length, 'date'),
    counted(amounts.length, 'amount'),
  ];
  return [`${counts.join(', ')} (${source})`, '', ...lines, ...entities(mentions)];
}

const place = ({ start, end, text }: Pick<Mention, 'start' | 'end' | 'text'>): string => `${start}-${end} "${text}"`;

const amount = ({ comparator, value, upper, unit, isChange }: AmountInText): string =>
  [
    ...(isChange ? ['change'] : []),
    ...(comparator === 'EXACT' ? [] : [comparator]),
    upper === undefined ? value : `${value} to ${upper}`,
    unit ?? '',
  ]
    .join(' ')
    .trim();

function line(mention: Mention): string {
  const { label, entity, newName, candidates = [], confidence, reason } = mention;
  const several = `${label}, one of ${candidates.map(({ id }) => id).join(', ')}`;
  const meaning = entity ?? (newName === undefined ? several : `new ${label}`);
  return `${place(mention)} = ${meaning} (${confidence.toFixed(2)}: ${reason})`;
}

function entities(mentions: readonly Mention[]): string[] {
  const groups = groupBy(
    mentions,
    ({ entity, newName, label, text }) => entity ?? (newName === undefined ? `ambiguous: ${text}` : `new ${label}: ${newName}`),
  );
  return [
    `${counted(groups.size, 'entity', 'entities')}:`,
    ...[...groups].map(([key, group]) => `  ${key}, ${counted(group.length, 'mention')}`),
  ];
}
