/** Texts of our own with traps, and what a person found in each before it was read: texts/NAME.txt with texts/NAME.yaml. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Dataset } from '../../src/graph/stored/record-types.js';
import { labelOf, type Label } from '../../src/model/model.js';
import { namedEntity, Places } from '../../src/reading/graph-names.js';
import { Lexicon } from '../../src/reading/mentions/lexicon.js';
import { overlap, sentencesOf, type Span } from '../../src/sentences.js';
import type { ReviewedAmount, ReviewedClaim, ReviewedEntity, ReviewedObservation, ReviewedText } from './reviewed-text.js';

/** Lines, each one thing, in the order of the text. */
interface Review {
  readonly date: string;
  /** `id = name | other name` */
  readonly entities?: string;
  /** `words = id`; where the words are there before, with some around them: `[[May]] said = id` */
  readonly mentions?: string;
  /** `words = EDTF` */
  readonly dates?: string;
  /** `words = COMPARATOR value unit`, a range as `5..10` */
  readonly amounts?: string;
  /** `subject PREDICATE object @ words of the sentence`, a text in quotes in place of the object */
  readonly claims?: string;
  /** `COMPARATOR value unit period region @ words of the sentence`, a rank as `#2`, `-` for what the text does not say */
  readonly observations?: string;
}

const folder = new URL('texts/', import.meta.url);

/** All names of a data set. */
export function namesIn(dataset: Dataset): Lexicon {
  const places = new Places();
  for (const { predicate, subject, object, until } of dataset.claims)
    if (object !== undefined) places.add(predicate, subject, object, until !== undefined);
  return new Lexicon(dataset.entities.map((entity) => namedEntity(entity, places)));
}

export function ownTexts(dataset: Dataset): ReviewedText[] {
  const lexicon = namesIn(dataset);
  const names = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return names.map((file) => textOf(file.slice(0, -'.txt'.length), dataset, lexicon));
}

function textOf(name: string, dataset: Dataset, lexicon: Lexicon): ReviewedText {
  const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
  const review = parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8')) as Review;
  const own = linesOf(review.entities).map(entityOf);
  const entities = new Map<string, ReviewedEntity>([...dataset.entities, ...own].map((entity) => [entity.id, entity]));
  const mentions = placed(text, review.mentions).map(({ value, ...place }) => ({
    ...place,
    entity: known(value, entities, name),
  }));
  const sentence = (words: string) => sentenceWith(text, words, name);
  const id = `document:${name}`;
  const stated = linesOf(review.claims).map((line) => claimOf(line, sentence));
  for (const { subject, object } of stated) for (const end of [subject, object ?? subject]) known(end, entities, name);
  return {
    id,
    text,
    metadata: { date: review.date },
    lexicon,
    entities,
    own: new Set([...own.map((entity) => entity.id), ownIndicator]),
    mentions,
    passages: passagesOf(mentions, text),
    claims: [...stated, ...mentioned(id, mentions)],
    hasAttributes: false,
    observations: linesOf(review.observations).map((line) => observationOf(line, sentence)),
    dates: placed(text, review.dates).map(({ value, ...place }) => ({ ...place, edtf: value })),
    amounts: placed(text, review.amounts).map(({ value, ...place }) => ({ ...place, ...amountOf(value) })),
  };
}

/** No text of our own measures what the graph measures. */
const ownIndicator = 'indicator:own';

const linesOf = (lines = ''): string[] => lines.split('\n').filter((line) => line !== '');

/** The parts of a line around the last of a sign. */
function halves(line: string, sign: string): [string, string] {
  const at = line.lastIndexOf(` ${sign} `);
  if (at === -1) throw new Error(`"${line}" has no "${sign}".`);
  return [line.slice(0, at), line.slice(at + sign.length + 2)];
}

function entityOf(line: string): ReviewedEntity {
  const [id, names] = halves(line, '=');
  const values = names.split(' | ');
  return { id, label: labelOf(id) as Label, names: values.map((value) => ({ value, lang: 'en', kind: 'ALIAS' })) };
}

/** The words of each line at their place: each after those of the line before. */
function placed(text: string, lines: string | undefined): (Span & { readonly name: string; readonly value: string })[] {
  const found = [];
  let position = 0;
  for (const line of linesOf(lines)) {
    const [words, value] = halves(line, '=');
    const [, before = '', name = words] = /^(.*)\[\[(.+)\]\]/.exec(words) ?? [];
    const at = text.indexOf(words.replace(/\[\[|\]\]/g, ''), position) + before.length;
    if (at < before.length) throw new Error(`"${name}" is not in the text after ${position}: ${text.slice(0, 40)}`);
    const start = Array.from(text.slice(0, at)).length;
    found.push({ start, end: start + Array.from(name).length, name, value });
    position = at + name.length;
  }
  return found;
}

function known(id: string, entities: ReadonlyMap<string, ReviewedEntity>, name: string): string {
  if (!entities.has(id)) throw new Error(`${name} names an unknown entity: ${id}`);
  return id;
}

function sentenceWith(text: string, words: string, name: string): Span {
  const [sentence, ...others] = sentencesOf(text).filter((each) => each.text.includes(words));
  if (sentence === undefined || others.length > 0)
    throw new Error(`${name} has ${others.length === 0 ? 'no' : 'several'} sentences with "${words}".`);
  return { start: sentence.start, end: sentence.end };
}

function claimOf(line: string, sentence: (words: string) => Span): ReviewedClaim {
  const [said, words] = halves(line, '@');
  const [, subject = '', predicate = '', rest = ''] = /^(\S+) (\S+) (.+)$/.exec(said) ?? [];
  const isEntity = labelOf(rest) !== undefined && !rest.startsWith('"');
  const end = isEntity ? { object: rest } : { value: rest.replace(/^"(.*)"$/, '$1') };
  return { subject, predicate, ...end, attributes: {}, passages: [sentence(words)] };
}

function observationOf(line: string, sentence: (words: string) => Span): ReviewedObservation {
  const [said, words] = halves(line, '@');
  const [comparator, value = '', ...rest] = said.split(' ');
  const [unit, period, region] = rest.map((part) => (part === '-' ? undefined : part));
  const measure = value.startsWith('#') ? { rank: Number(value.slice(1)) } : { value: Number(value) };
  return { indicator: ownIndicator, comparator, unit, period, region, ...measure, passages: [sentence(words)] };
}

function amountOf(words: string): Omit<ReviewedAmount, keyof Span> {
  const [comparator, value = '', unit] = words.split(' ');
  const [lower, upper] = value.split('..').map(Number);
  return { comparator: comparator as ReviewedAmount['comparator'], value: lower ?? 0, upper, unit };
}

interface MentionAt extends Span {
  readonly entity: string;
}

function passagesOf(mentions: readonly MentionAt[], text: string): Map<string, Span[]> {
  const sentences = sentencesOf(text);
  const found = new Map<string, Span[]>();
  for (const mention of mentions) {
    const passages = sentences.filter((sentence) => overlap(sentence, mention));
    found.set(mention.entity, [...(found.get(mention.entity) ?? []), ...passages]);
  }
  return found;
}

/** A document mentions what it names. */
const mentioned = (document: string, mentions: readonly MentionAt[]): ReviewedClaim[] =>
  [...new Set(mentions.map(({ entity }) => entity))].map((object) => ({
    subject: document,
    predicate: 'MENTIONS',
    object,
    attributes: {},
    passages: mentions.filter(({ entity }) => entity === object),
  }));
