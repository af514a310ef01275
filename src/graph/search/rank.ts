/** Scores what an engine found by the names themselves, so that both engines answer in the same order. */
import { Slices } from '../slices.js';
import type { Code } from '../stored/record-types.js';
import { isCode, writtenCode } from './codes.js';
import { editDistance } from './edit-distance.js';
import { piecesOf } from './pieces.js';
import { pinyinScore } from './pinyin-score.js';
import { pinyinOf, type PinyinQuestion } from './pinyin.js';
import { editsIn, joinedWords, letterKey, nameTerms, stemKey, wordsOf } from './tokens.js';

/** What an entity is scored by. */
export interface Candidate {
  readonly id: string;
  readonly labels: readonly string[];
  /** The name that lists show. */
  readonly name: string;
  readonly names: readonly string[];
  readonly codes?: readonly Code[] | undefined;
  /** What it was part of it is no more part of on the day asked for, and of nothing else: such as a city that was dissolved. */
  readonly isFormer?: boolean | undefined;
  readonly description?: string | null | undefined;
}

/** An entity that a question found. */
export interface Ranked {
  readonly candidate: Candidate;
  /** From 0 to 1: 1 for a name or code that is exactly the question. */
  readonly score: number;
  /** The name or code that fits best; undefined where it is the description that fits. */
  readonly matchedName: string | undefined;
}

/** What a question found is not worth showing below this score. */
const leastScore = 0.2;

/** What each way of matching is worth; `…Part` is added in proportion to how much of the name the question is. */
const worth = {
  letters: 0.98,
  stems: 0.95,
  start: 0.8,
  startPart: 0.14,
  words: 0.65,
  wordsPart: 0.14,
  some: 0.52,
  somePart: 0.12,
  description: 0.3,
};

/** The least share of a query's letters that a name, or a description, must contain. */
const leastShare = { name: 0.5, description: 0.7 };

interface Question {
  readonly text: string;
  readonly pieces: readonly string[];
  readonly letters: string;
  readonly stems: string;
  readonly words: readonly string[];
  readonly joined: readonly string[];
  readonly pinyin: PinyinQuestion | undefined;
}

/** The entities that the question finds, the best first; ties by existence on the requested day, then by name and id. Gives way to other requests. */
export async function rank(text: string, candidates: readonly Candidate[], slices = new Slices()): Promise<Ranked[]> {
  const question = questionOf(text);
  if (question.letters === '') return [];
  const all = await slices.map(candidates, (candidate) => scored(question, candidate));
  const ranked = all.filter(({ score }) => score >= leastScore);
  return ranked.sort(
    (a, b) =>
      b.score - a.score ||
      Number(a.candidate.isFormer ?? false) - Number(b.candidate.isFormer ?? false) ||
      compare(a.candidate.name, b.candidate.name) ||
      compare(a.candidate.id, b.candidate.id),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function questionOf(text: string): Question {
  const pieces = piecesOf(text);
  return {
    text: text.trim(),
    pieces,
    letters: letterKey(pieces),
    stems: stemKey(pieces),
    words: wordsOf(pieces),
    joined: joinedWords(pieces),
    pinyin: pinyinOf(pieces),
  };
}

function scored(question: Question, candidate: Candidate): Ranked {
  let best: Ranked = { candidate, score: 0, matchedName: undefined };
  for (const name of candidate.names) {
    const score = nameScore(question, name);
    if (score > best.score) best = { candidate, score, matchedName: name };
  }
  if (best.score < 1) best = byCode(question, best);
  if (question.pinyin !== undefined) best = byPinyin(question.pinyin, best);
  if (best.score < worth.description) best = byDescription(question, best);
  return { ...best, score: Math.round(best.score * 10_000) / 10_000 };
}

/** A code is the question or it is not: a part of one is none. */
function byCode(question: Question, byName: Ranked): Ranked {
  const found = (byName.candidate.codes ?? []).find((code) => isCode(question.pieces, code));
  if (found === undefined) return byName;
  const score = [found.value, writtenCode(found)].includes(question.text) ? 1 : worth.letters;
  return score > byName.score ? { ...byName, score, matchedName: writtenCode(found) } : byName;
}

/** The name whose pinyin fits best, where none fits better by its letters. */
function byPinyin(question: PinyinQuestion, byName: Ranked): Ranked {
  let best = byName;
  for (const name of byName.candidate.names) {
    const score = pinyinScore(question, name, best.score);
    if (score > best.score) best = { candidate: byName.candidate, score, matchedName: name };
  }
  return best;
}

/** Only where no name fits better than any description could. */
function byDescription(question: Question, byName: Ranked): Ranked {
  const score = descriptionScore(question, byName.candidate.description ?? '');
  return score > byName.score ? { ...byName, score, matchedName: undefined } : byName;
}

function nameScore(question: Question, name: string): number {
  if (name === question.text) return 1;
  const pieces = piecesOf(name);
  const letters = letterKey(pieces);
  if (letters === question.letters) return worth.letters;
  const stems = stemKey(pieces);
  if (stems === question.stems) return worth.stems;
  const part = Math.min(1, question.stems.length / Math.max(1, stems.length));
  if (begins(letters, question)) return worth.start + worth.startPart * part;
  const share = shareOf(question, new Set(nameTerms(pieces)), similarity);
  if (share === 1) return worth.words + worth.wordsPart * part;
  return share < leastShare.name ? 0 : worth.some * share + worth.somePart * part;
}

/** "Qing" begins "Qingdao" and "used car" begins "Used-car export pilot"; a single letter begins nothing. */
function begins(letters: string, question: Question): boolean {
  return (question.letters.length > 1 || letters.length < 3) && letters.startsWith(question.letters);
}

function descriptionScore(question: Question, description: string): number {
  if (description === '') return 0;
  const share = shareOf(question, new Set(wordsOf(piecesOf(description))), (word, words) => Number(words.has(word)));
  return share < leastShare.description ? 0 : worth.description * share;
}

/** How much of the query, by its letters, is among these words. */
function shareOf(
  { words, joined }: Question,
  among: ReadonlySet<string>,
  likeness: (word: string, among: ReadonlySet<string>) => number,
): number {
  const asOne = joined.filter((pair) => among.has(pair));
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
