/** What a text says, as a language model of the operator's choice reads it: nothing it says is believed without its passage. */
import { setMaxListeners } from 'node:events';
import { GraphError } from '../../graph/errors.js';
import { limits } from '../../limits.js';
import { compile } from '../../changesets/validator.js';
import type { Span } from '../../sentences.js';
import { documentId, proposed, type Proposed, type ReadProgress } from '../claims/propose.js';
import { Naming } from '../claims/naming.js';
import type { Proposal, ProposedEntity } from '../claims/proposal.js';
import { sentencesToRead } from '../claims/sentences.js';
import type { Lexicon } from '../mentions/lexicon.js';
import type { ReadText } from '../read-text.js';
import { addressedIn } from './addressed.js';
import { itemSchema } from './answer-schema.js';
import type { LanguageModel, ModelAnswer, Tokens } from './asked-model.js';
import type { AnsweredItem } from './change.js';
import { checkedItem } from './checked-item.js';
import { countedByReason, type Dropped, type DropReason } from './dropped.js';
import { indicatorsFor } from './indicators.js';
import { instructionsFor } from './instructions.js';
import { itemsIn } from './items-in-answer.js';
import { NamesInText } from './names.js';
import { partsOf, type Part } from './parts.js';
import type { ReadContext } from './problems.js';
import { promptFor } from './prompt.js';
import { QuotedText } from './quotes.js';
import { withRules } from './with-rules.js';

/** What a model was asked and what it said, kept with what came of it. */
export interface ModelRecord {
  readonly name: string;
  /** Sent before each prompt. */
  readonly instructions: string;
  /** One for each part of the text. */
  readonly prompts: readonly string[];
  /** As they came, in the order of the prompts. */
  readonly answers: readonly string[];
  readonly dropped: readonly Dropped[];
  /** Undefined where the server does not count them. */
  readonly tokens?: Tokens | undefined;
}

/** How a model is asked. */
export interface ModelAsking {
  readonly model: LanguageModel;
  /** Ends the requests. */
  readonly signal: AbortSignal;
  readonly progress?: ReadProgress | undefined;
}

/** Throws a GraphError where the text is too long, or no answer can be used; or the reason of the signal. */
export async function proposalsByModel(
  reading: ReadText,
  lexicon: Lexicon,
  { model, signal, progress }: ModelAsking,
  document = documentId(reading),
): Promise<Proposed & { readonly model: ModelRecord }> {
  const context = contextOf(reading, lexicon, document);
  const parts = partsOf(reading.paragraphs, model.settings.part);
  mustBeFew(parts, model.settings.part);
  const instructions = instructionsFor(model.settings);
  const prompts = parts.map((part) => promptFor(reading, part, namedFor(part, context)));
  const advance = advancing(parts, progress);
  const ask = async (prompt: string, index: number, end: AbortSignal) => {
    const answer = await model.ask(instructions, prompt, end);
    advance(parts[index]);
    return answer;
  };
  const answers = await allAnswers(prompts, ask, signal);
  const { proposals, dropped } = readAnswers(answers, parts, context);
  if (dropped.filter((reason) => reason === 'UNREADABLE_ANSWER').length === parts.length)
    throw new GraphError('MODEL_FAILED', unreadable(answers));
  const record = {
    name: model.settings.model,
    instructions,
    prompts,
    answers: answers.map(({ text }) => text),
    dropped: countedByReason(dropped),
    tokens: sumOf(answers),
  };
  const byRules = proposed(reading, lexicon, document);
  return { proposals: withRules(proposals, byRules.proposals, document), cuts: byRules.cuts, model: record };
}

function contextOf(reading: ReadText, lexicon: Lexicon, document: string): ReadContext {
  const sentences = sentencesToRead(reading, lexicon);
  const characters = Array.from(reading.text);
  const mentions = sentences.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'Mention' ? [part.mention] : [])));
  const { idOf } = new Naming(sentences, characters, lexicon);
  const names = new NamesInText(mentions, idOf, lexicon);
  return { reading, lexicon, document, characters, names, addressed: addressedIn(reading.paragraphs) };
}

const { modelRequests, modelItems, modelNames } = limits.reading;

function mustBeFew({ length }: readonly Part[], size: number): void {
  if (length <= modelRequests.value) return;
  throw new GraphError(
    'BAD_USER_INPUT',
    `The text makes ${length} requests to the language model, of some ${size} characters each, and a text may make ${modelRequests.value}: have it read in pieces, or by RULES.`,
  );
}

/** The entities of the text, those of the part first, and the indicators that its words suggest. */
function namedFor(part: Part, { names, lexicon }: ReadContext) {
  const indicators = indicatorsFor(part, lexicon);
  for (const { id, label, names: own } of indicators) names.add(id, label, own);
  return [...names.nearest(part, modelNames.value), ...indicators];
}

/** Reports the parts that are answered, by their characters. */
function advancing(parts: readonly Part[], progress: ReadProgress | undefined): (part: Part | undefined) => void {
  const sizeOf = (part: Part | undefined) => (part === undefined ? 0 : part.end - part.start);
  const total = parts.reduce((sum, part) => sum + sizeOf(part), 0);
  let read = 0;
  progress?.(read, total);
  return (part) => progress?.((read += sizeOf(part)), total);
}

/** One that fails ends the others: what they cost would be for nothing. */
async function allAnswers(
  prompts: readonly string[],
  ask: (prompt: string, index: number, signal: AbortSignal) => Promise<ModelAnswer>,
  signal: AbortSignal,
): Promise<ModelAnswer[]> {
  const others = new AbortController();
  const ended = AbortSignal.any([signal, others.signal]);
  setMaxListeners(0, ended); // one for each request
  try {
    return await Promise.all(prompts.map((prompt, index) => ask(prompt, index, ended)));
  } catch (error) {
    others.abort(error);
    throw error;
  }
}

const validate = compile(itemSchema);

interface PlacedItem {
  readonly item: AnsweredItem;
  readonly span: Span;
}

/** New entities of all parts before what is said of them. */
function readAnswers(answers: readonly ModelAnswer[], parts: readonly Part[], context: ReadContext) {
  const dropped: DropReason[] = [];
  const proposals: Proposal[] = [];
  const quoted = new QuotedText(context.characters);
  const placed = answers.flatMap(({ text }, index) => placedItems(text, parts[index] as Part, quoted, dropped));
  for (const { item, span } of [...placed.filter(isOfEntity), ...placed.filter((each) => !isOfEntity(each))]) {
    const result = checkedItem(item, span, context);
    if (typeof result === 'string') dropped.push(result);
    else proposals.push(result);
    if (typeof result !== 'string' && result.kind === 'ENTITY') nameEntity(result.entity, span, context);
  }
  return { proposals, dropped };
}

const isOfEntity = ({ item }: PlacedItem): boolean => item.kind === 'ENTITY';

const nameEntity = ({ id, label, names }: ProposedEntity, span: Span, context: ReadContext): void =>
  context.names.add(
    id,
    label,
    names.map(({ value }) => value),
    span,
  );

function placedItems(text: string, part: Part, quoted: QuotedText, dropped: DropReason[]): PlacedItem[] {
  const answered = itemsIn(text);
  if (answered === undefined) dropped.push('UNREADABLE_ANSWER');
  if (answered?.isCutOff === true) dropped.push('CUT_OFF');
  const { items = [] } = answered ?? {};
  dropped.push(...items.slice(modelItems.value).map((): DropReason => 'TOO_MANY'));
  return items.slice(0, modelItems.value).flatMap((item) => {
    const isItem = validate()(item);
    const span = isItem
      ? quoted.find((item as AnsweredItem).quote, part, (item as AnsweredItem).paragraph ?? undefined)
      : 'WRONG_FORM';
    if (typeof span !== 'string') return [{ item: item as AnsweredItem, span }];
    dropped.push(span);
    return [];
  });
}

/** The beginning of the first answer, on one line, in characters. */
const shown = 100;

function unreadable([first]: readonly ModelAnswer[]): string {
  const text = (first?.text ?? '').replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  const said = text === '' ? 'with nothing' : `"${text.slice(0, shown)}"`;
  return `The language model answered ${said}, and not with JSON of the form that it was given: try POLICYGRAPH_MODEL_FORMAT, or another model.`;
}

function sumOf(answers: readonly ModelAnswer[]): Tokens | undefined {
  const counted = answers.flatMap(({ tokens }) => tokens ?? []);
  if (counted.length < answers.length || counted.length === 0) return undefined;
  const sum = (name: keyof Tokens) => counted.reduce((total, tokens) => total + tokens[name], 0);
  return { prompt: sum('prompt'), answer: sum('answer') };
}
