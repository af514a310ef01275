/** Nouns that mean an entity named before: "the ministry", 该协会; and surnames. */
import { entities } from '../../model/model.js';
import { letterKey } from '../../graph/search/tokens.js';
import { piecesOf } from '../../graph/search/pieces.js';
import { readingOf } from '../../graph/search/pinyin.js';
import { isBareNoun, isFirmName } from './chinese/bare-nouns.js';
import { looksChinese } from './chinese-people.js';
import { firmTail, hasHead, legalForms } from './name-types.js';
import { ordinaryEnglish } from './ordinary-words.js';
import type { Lexicon, NamedEntity } from './lexicon.js';
import type { Found } from './mention.js';
import type { Word } from './words.js';

const han = /\p{Script=Han}/u;
const determiner = /\b(?:the|this|that|said|its|her|his|their|your|our)\s+$/iu;

/** The mentions by nouns and surnames, of what was named before each. `found` is in order. */
export function referencesIn(text: string, words: readonly Word[], found: readonly Found[], lexicon: Lexicon): Found[] {
  const last = new Map<string, Found>();
  const references: Found[] = [];
  let next = 0;
  for (const word of words) {
    for (; next < found.length && (found[next] as Found).end <= word.start; next++)
      remember(text, found[next] as Found, last, lexicon);
    if ((found[next]?.start ?? Infinity) <= word.start) continue;
    if (found[next - 1]?.end === word.start - 1 && /^\p{Lu}/u.test(word.raw)) continue; // the Province of "Guangdong Province"
    const reference = surname(text, word, last) ?? noun(text, word, last) ?? chineseNoun(text, word, last);
    if (reference !== undefined) references.push(reference);
  }
  return references;
}

function remember(text: string, found: Found, last: Map<string, Found>, lexicon: Lexicon): void {
  const entity = found.entity === undefined ? undefined : lexicon.entity(found.entity);
  const names = entity?.names.map(({ value }) => value) ?? [found.newName ?? found.text];
  if (found.label === 'Person') for (const each of surnames(entity, names)) last.set(each, found);
  else if (entities[found.label].inTexts !== 'COMMON_NOUNS')
    for (const key of [...nouns(names, entity?.kinds ?? []), ...firmNouns(found, names)])
      if (!isPartner(text, found, last.get(key))) last.set(key, found);
  if (found.label === 'Policy') rememberPolicy(found, last);
}

/** 商务部会同公安部印发: 该部 goes on to mean the one that acts. */
const isPartner = (text: string, { start, label }: Found, other: Found | undefined): boolean =>
  label === 'Agency' &&
  other !== undefined &&
  start - other.end < 60 &&
  /(?:会同|联合|[与和、及同])$/u.test(text.slice(Math.max(0, start - 2), start)) &&
  !/[。！？；\n]/u.test(text.slice(other.end, start));

/** "The document"; and "the pilot" of a "Notice on Expanding the Wand Pilot". */
function rememberPolicy(found: Found, last: Map<string, Found>): void {
  last.set('document', found);
  const program = programAtEnd.exec(found.newName ?? '')?.[1];
  const noun = program?.split(' ').at(-1)?.toLowerCase();
  if (program !== undefined && noun !== undefined) last.set(noun, { ...found, label: 'Program', newName: program });
}

const programAtEnd = /\s\p{Ll}+ ((?:\p{Lu}[\p{L}-]* )+(?:Pilot|Program|Programme|Scheme|Initiative|Campaign))$/u;

/** What the text may call a new organization that its name shows to be nothing but a firm; and the first word of its name. */
function firmNouns({ label, newName }: Found, names: readonly string[]): string[] {
  if (label === 'Organization' && names.some(isFirmName)) return ['该公司', '该企业'];
  if (label !== 'Organization' || newName === undefined || hasHead(newName)) return [];
  const plain = newName.replace(legalForm, '');
  const [first = '', ...others] = newName.split(' ');
  const isShort =
    (others.length === 1 || plain !== newName) &&
    !hasHead(plain) &&
    others.length < 3 &&
    firmTail.test(newName) &&
    first.length > 3 &&
    !ordinaryEnglish.has(first.toLowerCase());
  return ['company', 'firm', ...(isShort ? [`${first} `] : [])];
}

/** What nouns may mean it: the head of its names ("ministry" of "Ministry of Commerce"), and its kind ("central bank"). */
function nouns(names: readonly string[], kinds: readonly string[]): string[] {
  const heads = names.flatMap((name) => (han.test(name) ? chineseHeads(name) : (englishHead(name) ?? [])));
  const common = names.flatMap((name) => commonNouns.filter(([pattern]) => pattern.test(name)).map(([, noun]) => noun));
  return [...heads, ...common, ...kinds.map((kind) => kind.toLowerCase().replaceAll('_', ' '))];
}

/** What else a name shows its owner to be. */
const commonNouns: readonly (readonly [RegExp, string])[] = [
  [/\b(?:Daily|Times|Post|Herald|Gazette|Tribune|Chronicle|Guardian|Journal)\b/u, 'newspaper'],
  [/\b(?:Group|Corp|Corporation|Inc|Ltd|Co|Technologies|Holdings|Motors?|Airlines)\b/u, 'company'],
  [/\bBank\b/u, 'lender'],
  [/\b(?:Broadcasting|Television|Radio)\b/u, 'broadcaster'],
  [/\b(?:Rules|Measures|Regulations?)\b/u, 'rules'],
];

function englishHead(name: string): string | undefined {
  const words = name
    .replace(legalForm, '')
    .replaceAll(/\(.*?\)|\d+/g, ' ')
    .trim()
    .split(/\s+/);
  const of = words.findIndex((word) => /^(?:of|for|on|to)$/.test(word));
  const head = (of > 0 ? words[of - 1] : words.length > 1 ? words.at(-1) : undefined)?.toLowerCase();
  return head !== undefined && (head.length > 3 || /^(?:act|law)$/.test(head)) && /^\p{L}+$/u.test(head) ? head : undefined;
}

const legalForm = new RegExp(String.raw`,? (?:${legalForms}|Ltd|Inc|Corp|Co)\.?$`, 'u');

const chineseHeads = (name: string): string[] => [
  ...[1, 2, 3].map((length) => `该${name.slice(-length)}`).filter((head) => head.length > 1),
  ...(/(?:大会|论坛|峰会|座谈会|研讨会)$/u.test(name) ? ['该会议'] : []),
];

function noun(text: string, word: Word, last: ReadonlyMap<string, Found>): Found | undefined {
  const before = text.slice(Math.max(0, word.start - 8), word.start);
  if (
    !/^(?:\p{L}{4,}|act|law)$/u.test(word.raw) ||
    !(determiner.test(before) || /^\p{Lu}.*\p{Ll} $/u.test(word.raw + before.slice(-2)))
  )
    return undefined;
  if (/\btold\sthe\s$/i.test(text.slice(Math.max(0, word.start - 10), word.start))) return undefined; // the listener does not speak
  const after = text.slice(word.end, word.end + 20);
  const two = `${word.raw} ${/^ (\p{Ll}+)/u.exec(after)?.[1] ?? ''}`.toLowerCase();
  const key = last.has(two) ? two : word.raw.toLowerCase();
  const of = last.get(key);
  if (of === undefined || /^\s+(?:of|for)\b/u.test(text.slice(word.start + key.length, word.start + key.length + 6)))
    return undefined;
  return reference(text, of, word.start, word.start + key.length, 'REFERENCE');
}

/** 该协会; and at the beginning of a clause also without 该: 会议指出, 规定明确. */
function chineseNoun(text: string, word: Word, last: ReadonlyMap<string, Found>): Found | undefined {
  const isMarked = word.raw === '该';
  if (!isMarked && !isBareNoun(text, word.start)) return undefined;
  const noun = (length: number) => (isMarked ? '' : '该') + text.slice(word.start, word.start + length);
  const length = (isMarked ? [4, 3, 2] : [3, 2]).find((each) => last.has(noun(each)));
  if (length === undefined) return undefined;
  return reference(text, last.get(noun(length)) as Found, word.start, word.start + length, 'REFERENCE');
}

/** "In May", "May 30": a month, also where somebody is called so. */
function isMonth(text: string, { raw, start, end }: Word): boolean {
  if (!/^(?:January|March|April|May|June|July|August)$/.test(raw)) return false;
  const before = text.slice(Math.max(0, start - 12), start);
  return (
    /^\s(?:\d|of\s\d)/.test(text.slice(end, end + 6)) ||
    /\b(?:in|on|by|since|of|until|till|from|during|last|next|this|early|late|mid|and|to|\d)[\s-]$/i.test(before)
  );
}

function surname(text: string, word: Word, last: ReadonlyMap<string, Found>): Found | undefined {
  if (isMonth(text, word)) return undefined;
  const of = /^\p{Lu}\p{Ll}/u.test(word.raw) ? last.get(`${word.raw} `) : undefined;
  return of === undefined ? undefined : { ...referenceOf(of, 'SURNAME'), start: word.start, end: word.end, text: word.raw };
}

/** The part of a person's name that stays: the first of a Chinese name, the last of others, and their given name. Kept with a space, apart from nouns. */
function surnames(entity: NamedEntity | undefined, names: readonly string[]): string[] {
  const syllable = entity?.names.flatMap(({ value }) => readingOf(value)?.[0] ?? [])[0];
  return names.flatMap((name) => {
    const words = name.split(/\s+/);
    const [first, final] = [words[0], words.at(-1)];
    if (words.length < 2 || words.length > 3 || first === undefined || final === undefined || han.test(name)) return [];
    const isFirst = syllable === undefined ? looksChinese(words) : letterKey(piecesOf(first)) === syllable;
    const isGiven = !isFirst && syllable === undefined && first.length > 2 && !ordinaryEnglish.has(first.toLowerCase());
    return [`${isFirst ? first : final} `, ...(isGiven ? [`${first} `] : [])];
  });
}

const reference = (text: string, of: Found, start: number, end: number, how: 'REFERENCE'): Found => ({
  ...referenceOf(of, how),
  start,
  end,
  text: text.slice(start, end),
});

const referenceOf = (of: Found, how: 'REFERENCE' | 'SURNAME'): Found => ({
  ...of,
  how,
  confidence: Math.min(of.confidence, how === 'SURNAME' ? 0.85 : 0.7),
  reason: `${of.text} was named before`,
});
