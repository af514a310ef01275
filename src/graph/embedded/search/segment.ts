import { isUnspaced } from '../../search/pieces.js';
import { isPair, isReading } from '../../search/pinyin-tokens.js';
import { isWhole } from '../../search/worth.js';
import { PostingsWriter, type Postings } from './postings.js';
import { StringsWriter, type Strings } from './strings.js';

/** Tokens that entities are found by. */
export interface TermRow {
  readonly id: string;
  readonly names: string;
  readonly description?: string | null;
}

/** The index of some entities, which never changes. The place of an entity is the index of its id. */
export interface Segment {
  readonly ids: Strings;
  /** By the tokens of names that a beginning, or a word with errors, may mean. */
  readonly words: Postings;
  /** By the tokens of names that only their whole text means: names, codes, what is written without spaces, and two syllables of pinyin. */
  readonly wholes: Postings;
  /** By the beginnings of the pinyin of names: beside words, which a question with errors would look through for nothing. */
  readonly readings: Postings;
  readonly descriptions: Postings;
}

export const tables = ['words', 'wholes', 'readings', 'descriptions'] as const;

/** A table of tokens of names. */
type NameTable = Exclude<(typeof tables)[number], 'descriptions'>;

/** The table that a token of a name is in. */
export function tableOf(token: string): NameTable {
  if (isReading(token)) return 'readings';
  return isWhole(token) || isPair(token) || isUnspaced(token) ? 'wholes' : 'words';
}

/** Whole names of more letters are kept as a hash, and so are pairs of syllables: ranking tells apart two with the same one. */
const longest = 12;

/** A token as segments keep it. */
export function keptToken(token: string): string {
  if (isPair(token)) return `${token[0]}${hash(token, 0x81_1c_9d_c5)}`;
  return token.length <= longest || !isWhole(token)
    ? token
    : `${token[0]}${hash(token, 0x81_1c_9d_c5)}${hash(token, 0x9e_37_79_b9)}`;
}

/** FNV-1a: 32 bits, as two units. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01_00_01_93);
  return String.fromCharCode(value >>> 16, value & 0xff_ff);
}

/** Places by token. */
type Lists = Map<string, number[]>;

/** The segment of some entities, each given once. */
export function segmentOf(rows: readonly TermRow[]): Segment {
  const ids = new StringsWriter();
  const [names, descriptions]: [Lists, Lists] = [new Map(), new Map()];
  for (const { id, names: tokens, description } of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const place = ids.add(id);
    for (const token of tokensOf(tokens)) append(names, token, place);
    for (const token of tokensOf(description ?? '')) append(descriptions, token, place);
  }
  return { ids: ids.done(), ...namePostings(names), descriptions: postingsOf(descriptions) };
}

function namePostings(lists: Lists): Pick<Segment, NameTable> {
  const by: Record<NameTable, Lists> = { words: new Map(), wholes: new Map(), readings: new Map() };
  for (const [token, places] of lists) {
    const kept = keptToken(token);
    const table = by[tableOf(token)];
    table.set(kept, merged(table.get(kept), places));
  }
  return { words: postingsOf(by.words), wholes: postingsOf(by.wholes), readings: postingsOf(by.readings) };
}

/** The places of two tokens that are kept as one. */
const merged = (places: readonly number[] | undefined, others: number[]): number[] =>
  places === undefined ? others : [...new Set([...places, ...others])].sort((a, b) => a - b);

const tokensOf = (text: string): string[] => (text === '' ? [] : text.split(' '));

function append(lists: Lists, token: string, place: number): void {
  const places = lists.get(token);
  if (places === undefined) lists.set(token, [place]);
  else places.push(place);
}

function postingsOf(lists: Lists): Postings {
  const writer = new PostingsWriter();
  for (const token of [...lists.keys()].sort()) writer.add(token, lists.get(token) ?? []);
  return writer.done();
}
