/** What is wrong with a proposal of a language model: what the model of the graph, or its passage, does not bear out. */
import { propertiesOfId, textPredicates } from '../../model/model.js';
import { plainName } from '../../import/mapping/slug.js';
import { overlap, sentencesOf, type Span } from '../../sentences.js';
import type { Proposal, ProposedClaim, ProposedEntity, ProposedObservation } from '../claims/proposal.js';
import type { Lexicon } from '../mentions/lexicon.js';
import type { ReadText } from '../read-text.js';
import { isAllowed } from './allowed.js';
import type { DropReason } from './dropped.js';
import type { NamesInText } from './names.js';
import {
  contradictsDirection,
  contradictsUnit,
  passageAt,
  saysDate,
  saysNumbersOf,
  saysRank,
  saysValue,
  type Passage,
} from './said-in-text.js';

/** What items are held to. */
export interface ReadContext {
  readonly reading: ReadText;
  readonly characters: readonly string[];
  readonly lexicon: Lexicon;
  readonly document: string;
  readonly names: NamesInText;
  /** Where the text gives orders to its reader. */
  readonly addressed: readonly Span[];
}

/** The first thing that is wrong with a proposal. */
export function problemOf(made: Proposal, span: Span, context: ReadContext): DropReason | undefined {
  const { reading, characters, lexicon, document, names } = context;
  const [passage] = made.passages;
  if (passage === undefined) return 'WRONG_FORM';
  const isEntity = (id: string) => names.get(id) !== undefined || lexicon.entity(id) !== undefined;
  if (!isAllowed(made, passage, document, isEntity)) return 'NOT_IN_MODEL';
  const nearby = passageBefore(span, context);
  const read = passageAt(span, nearby, characters, reading);
  if (made.kind === 'ENTITY') return entityProblem(made.entity, read, context);
  if (made.kind === 'OBSERVATION') return observationProblem(made.observation, passage.summary, read, nearby, context);
  return claimProblem(made.claim, passage.summary, read, { nearby, sentences: sentencesAt(span, context) }, context);
}

/** Where what a claim is about must be named: shortly before its quote, and one end of a relation in the sentence. */
interface Surroundings {
  readonly nearby: Span;
  readonly sentences: readonly Span[];
}

/** The sentences that a quote is in. */
const sentencesAt = (span: Span, { reading: { paragraphs } }: ReadContext): Span[] =>
  paragraphs
    .filter((paragraph) => overlap(paragraph, span))
    .flatMap(({ start, text }) => sentencesOf(text).map((each) => ({ start: start + each.start, end: start + each.end })))
    .filter((sentence) => overlap(sentence, span));

/** Paragraphs before the one of a quote: what "it" and "the ministry" mean is there. */
const paragraphsBefore = 3;

function passageBefore(span: Span, { reading: { paragraphs } }: ReadContext): Span {
  const index = Math.max(
    0,
    paragraphs.findIndex((paragraph) => overlap(paragraph, span)),
  );
  const first = paragraphs[Math.max(0, index - paragraphsBefore)] ?? span;
  const last = paragraphs.findLast((paragraph) => overlap(paragraph, span)) ?? span;
  return { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) };
}

/** Labels whose entities a text may speak of without a name. */
const maybeUnnamed: ReadonlySet<string> = new Set(['Policy', 'Program', 'Event', 'Indicator']);

function entityProblem(
  { id, label, names: [name] }: ProposedEntity,
  { quote }: Passage,
  { lexicon }: ReadContext,
): DropReason | undefined {
  if (lexicon.entity(id) !== undefined) return 'NOT_NEW';
  const [words, text] = [plainName(name?.value ?? ''), plainName(quote)];
  if (text.includes(words)) return undefined;
  return maybeUnnamed.has(label) && sharesWords(words, text) ? undefined : 'NAME_NOT_IN_QUOTE';
}

/** Whether half of the words of a name, or of the characters of a script without spaces, are in a text. */
function sharesWords(name: string, text: string): boolean {
  const words = name.match(/\p{Script=Han}|[\p{L}\p{N}]{3,}/gu) ?? [];
  return words.length > 0 && words.filter((word) => text.includes(word)).length >= words.length / 2;
}

function claimProblem(
  claim: ProposedClaim,
  summary: string,
  read: Passage,
  { nearby, sentences }: Surroundings,
  { names, addressed, lexicon }: ReadContext,
): DropReason | undefined {
  const { subject, predicate, object, value, from, until, saidOn } = claim;
  const ids = [subject, ...(object === undefined ? [] : [object])];
  const property = propertiesOfId(subject)[predicate];
  const isText = Object.hasOwn(textPredicates, predicate);
  const told = isText ? [nearby] : withoutAddressed(nearby, addressed);
  if (![...ids, ...sourcesOf(claim)].every((id) => names.isNamedIn(id, told))) return 'NOT_NAMED_NEARBY';
  if (object !== undefined && !ids.some((id) => names.isNamedIn(id, sentences))) return 'NOT_NAMED_NEARBY';
  const { dates, published } = read;
  const happened = [from, until, property?.type === 'date' ? value : undefined];
  if (!areSaid(happened, dates) || !areSaid([saidOn], [...dates, published ?? ''])) return 'DATE_NOT_IN_TEXT';
  if (property?.type === 'integer' && !saysValue(Number(value), read)) return 'NUMBER_NOT_IN_QUOTE';
  const own = [...ids, ...(claim.about ?? [])].flatMap((id) => namesOf(id, names, lexicon));
  const texts = [summary, ...(isText || property?.type === 'string' ? [value ?? ''] : [])];
  return texts.every((text) => saysNumbersOf(text, read, own)) ? undefined : 'NUMBER_NOT_IN_QUOTE';
}

function observationProblem(
  observation: ProposedObservation,
  summary: string,
  read: Passage,
  nearby: Span,
  { names, lexicon, addressed }: ReadContext,
): DropReason | undefined {
  const { indicator, about, region, value, unit, rank, period, basePeriod, convertedValue } = observation;
  const others = [...about, ...(region === undefined ? [] : [region])];
  const told = withoutAddressed(nearby, addressed);
  if (![...others, ...sourcesOf(observation)].every((id) => names.isNamedIn(id, told))) return 'NOT_NAMED_NEARBY';
  const values = [value, convertedValue].filter((each) => each !== undefined);
  if (!values.every((each) => saysValue(each, read))) return 'NUMBER_NOT_IN_QUOTE';
  if (values.some((each) => contradictsDirection(each, read))) return 'NUMBER_NOT_IN_QUOTE';
  if (rank !== undefined && !saysRank(rank, read)) return 'NUMBER_NOT_IN_QUOTE';
  if (value !== undefined && unit !== undefined && contradictsUnit(value, unit, read)) return 'UNIT_NOT_IN_QUOTE';
  if (!areSaid([period, basePeriod], read.dates)) return 'DATE_NOT_IN_TEXT';
  const own = [indicator, ...others].flatMap((id) => namesOf(id, names, lexicon));
  return saysNumbersOf(summary, read, own) ? undefined : 'NUMBER_NOT_IN_QUOTE';
}

const areSaid = (dates: readonly (string | undefined)[], given: readonly string[]): boolean =>
  dates.every((date) => date === undefined || saysDate(date, given));

/** According to whom it is, to whom it was said, and where. */
const sourcesOf = ({ attributedTo = [], saidTo, event }: Pick<ProposedClaim, 'attributedTo' | 'saidTo' | 'event'>): string[] =>
  [...attributedTo, saidTo, event].filter((id) => id !== undefined);

const namesOf = (id: string, names: NamesInText, lexicon: Lexicon): readonly string[] => [
  ...(names.get(id)?.names ?? []),
  ...(lexicon.entity(id)?.names ?? []).map(({ value }) => value),
];

/** The parts of a passage that tell of the world. */
function withoutAddressed(span: Span, addressed: readonly Span[]): Span[] {
  const cut = addressed.filter((each) => overlap(each, span)).toSorted((a, b) => a.start - b.start);
  const told: Span[] = [];
  let { start } = span;
  for (const each of cut) {
    if (start < each.start) told.push({ start, end: each.start });
    start = Math.max(start, each.end);
  }
  return start < span.end ? [...told, { start, end: span.end }] : told;
}
