import { isUnspaced } from '../../search/tokens.js';
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
  /** By the tokens of names that only their whole text means: names, codes, and what is written without spaces. */
  readonly wholes: Postings;
  readonly descriptions: Postings;
}

export const tables = ['words', 'wholes', 'descriptions'] as const;

/** The table that a token of a name is in. */
export const tableOf = (token: string): 'words' | 'wholes' => (isWhole(token) || isUnspaced(token) ? 'wholes' : 'words');

/** Whole names of more letters are kept as a hash: ranking tells apart two with the same one. */
const longest = 12;

/** A token as segments keep it. */
export function keptToken(token: string): string {
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

function namePostings(lists: Lists): Pick<Segment, 'words' | 'wholes'> {
  const [words, wholes]: [Lists, Lists] = [new Map(), new Map()];
  for (const [token, places] of lists) {
    if (tableOf(token) === 'words') words.set(token, places);
    else wholes.set(keptToken(token), merged(wholes.get(keptToken(token)), places));
  }
  return { words: postingsOf(words), wholes: postingsOf(wholes) };
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
