/** Scores what an engine found by the names themselves, so that both engines answer in the same order. */
import type { Entity } from '../rows.js';
import { editDistance } from './edit-distance.js';
import { editsIn, folded, joinedWords, letterKey, nameTerms, stemKey, wordsOf } from './tokens.js';

/** An entity that a question found. */
export interface Ranked {
  readonly entity: Entity;
  /** From 0 to 1: 1 for a name that is exactly the question. */
  readonly score: number;
  /** The name that fits best; undefined where it is the description that fits. */
  readonly matchedName: string | undefined;
}

/** What a question found is not worth showing below this score. */
const leastScore = 0.2;

/** What each way of matching is worth; `…Part` is added in proportion to how much of the name the question is. */
const worth = { letters: 0.98, stems: 0.95, start: 0.8, startPart: 0.14, words: 0.65, wordsPart: 0.14, some: 0.52, somePart: 0.12, description: 0.3 };

/** The least share of a question's letters that must stand in a name, or in a description. */
const leastShare = { name: 0.5, description: 0.7 };

interface Question {
  readonly text: string;
  readonly letters: string;
  readonly stems: string;
  readonly words: readonly string[];
  readonly joined: ReadonlySet<string>;
}

/** The entities that the question finds, the best first, then by name and id. */
export function rank(text: string, entities: readonly Entity[]): Ranked[] {
  const question = questionOf(text);
  if (question.letters === '') return [];
  const ranked = entities.map((entity) => scored(question, entity)).filter(({ score }) => score >= leastScore);
  return ranked.sort((a, b) => b.score - a.score || compare(a.entity.name, b.entity.name) || compare(a.entity.id, b.entity.id));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function questionOf(text: string): Question {
  return { text: text.trim(), letters: letterKey(text), stems: stemKey(text), words: wordsOf(text), joined: new Set(joinedWords(text)) };
}

function scored(question: Question, entity: Entity): Ranked {
  let best: Ranked = { entity, score: descriptionScore(question, entity.description ?? ''), matchedName: undefined };
  for (const { value } of entity.names) {
    const score = nameScore(question, value);
    if (score > best.score) best = { entity, score, matchedName: value };
  }
  return { ...best, score: Math.round(best.score * 10_000) / 10_000 };
}

function nameScore(question: Question, name: string): number {
  if (name === question.text) return 1;
  const letters = letterKey(name);
  if (letters === question.letters) return worth.letters;
  const stems = stemKey(name);
  if (stems === question.stems) return worth.stems;
  const part = Math.min(1, question.stems.length / Math.max(1, stems.length));
  if (startsWithWords(name, letters, question)) return worth.start + worth.startPart * part;
  const share = shareOf(question, new Set(nameTerms(name)), similarity);
  if (share === 1) return worth.words + worth.wordsPart * part;
  return share < leastShare.name ? 0 : worth.some * share + worth.somePart * part;
}

/** "Qing" begins "Qingdao" and "used car" begins "Used-car export pilot"; a single letter begins nothing. */
function startsWithWords(name: string, letters: string, question: Question): boolean {
  return (question.letters.length > 1 || folded(name).length < 3) && letters.startsWith(question.letters);
}

function descriptionScore(question: Question, description: string): number {
  if (description === '') return 0;
  const share = shareOf(question, new Set(wordsOf(description)), (word, words) => Number(words.has(word)));
  return share < leastShare.description ? 0 : worth.description * share;
}

/** How much of the question, by its letters, stands among these words. */
function shareOf({ words, joined }: Question, among: ReadonlySet<string>, likeness: (word: string, among: ReadonlySet<string>) => number): number {
  const asOne = [...joined].filter((pair) => among.has(pair));
  let found = 0;
  let all = 0;
  for (const word of words) {
    const whole = asOne.some((pair) => pair.startsWith(word) || pair.endsWith(word));
    found += word.length * (whole ? 1 : likeness(word, among));
    all += word.length;
  }
  return all === 0 ? 0 : found / all;
}

/** How like a word the likeliest of these is: 1 for the same, less for the beginning of one, less for a typing error. */
function similarity(word: string, among: ReadonlySet<string>): number {
  if (among.has(word)) return 1;
  const edits = editsIn(word);
  let best = 0;
  for (const other of among) {
    if (word.length > 2 && other.startsWith(word)) best = Math.max(best, 0.6 + (0.35 * word.length) / other.length);
    if (edits > 0) best = Math.max(best, likenessWithErrors(word, other, edits));
  }
  return best;
}

function likenessWithErrors(word: string, other: string, edits: number): number {
  const distance = editDistance(word, other, edits);
  return distance > edits ? 0 : 1 - (1.5 * distance) / Math.max(word.length, other.length);
}
