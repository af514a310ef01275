/** Nouns that mean an entity named before: "the ministry", 该协会; and surnames. */
import { entities } from '../../model/model.js';
import { letterKey } from '../../graph/search/tokens.js';
import { piecesOf } from '../../graph/search/pieces.js';
import { readingOf } from '../../graph/search/pinyin.js';
import type { Lexicon, NamedEntity } from './lexicon.js';
import type { Found } from './mention.js';
import type { Word } from './words.js';

const han = /\p{Script=Han}/u;
const determiner = /\b(?:the|this|that|said|its)\s+$/iu;

/** The mentions by nouns and surnames, of what was named before each. `found` is in order. */
export function referencesIn(text: string, words: readonly Word[], found: readonly Found[], lexicon: Lexicon): Found[] {
  const last = new Map<string, Found>();
  const references: Found[] = [];
  let next = 0;
  for (const word of words) {
    for (; next < found.length && (found[next] as Found).end <= word.start; next++) remember(found[next] as Found, last, lexicon);
    if ((found[next]?.start ?? Infinity) <= word.start) continue;
    if (found[next - 1]?.end === word.start - 1 && /^\p{Lu}/u.test(word.raw)) continue; // the Province of "Guangdong Province"
    const reference = surname(word, last) ?? noun(text, word, last) ?? chineseNoun(text, word, last);
    if (reference !== undefined) references.push(reference);
  }
  return references;
}

function remember(found: Found, last: Map<string, Found>, lexicon: Lexicon): void {
  const entity = found.entity === undefined ? undefined : lexicon.entity(found.entity);
  const names = entity?.names.map(({ value }) => value) ?? [found.newName ?? found.text];
  if (found.label === 'Person') for (const each of surnames(entity, names)) last.set(each, found);
  else if (entities[found.label].inTexts !== 'COMMON_NOUNS')
    for (const key of nouns(names, entity?.kinds ?? [])) last.set(key, found);
}

/** What nouns may mean it: the head of its names ("ministry" of "Ministry of Commerce"), and its kind ("central bank"). */
function nouns(names: readonly string[], kinds: readonly string[]): string[] {
  const heads = names.flatMap((name) => (han.test(name) ? chineseHeads(name) : (englishHead(name) ?? [])));
  return [...heads, ...kinds.map((kind) => kind.toLowerCase().replaceAll('_', ' '))];
}

function englishHead(name: string): string | undefined {
  const words = name
    .replaceAll(/\(.*?\)|\d+/g, ' ')
    .trim()
    .split(/\s+/);
  const of = words.findIndex((word) => /^(?:of|for|on|to)$/.test(word));
  const head = (of > 0 ? words[of - 1] : words.length > 1 ? words.at(-1) : undefined)?.toLowerCase();
  return head !== undefined && head.length > 3 && /^\p{L}+$/u.test(head) ? head : undefined;
}

const chineseHeads = (name: string): string[] =>
  [1, 2, 3].map((length) => `该${name.slice(-length)}`).filter((head) => head.length > 1);

function noun(text: string, word: Word, last: ReadonlyMap<string, Found>): Found | undefined {
  const before = text.slice(Math.max(0, word.start - 8), word.start);
  if (!/^\p{L}{4,}$/u.test(word.raw) || !(determiner.test(before) || /^\p{Lu}.*\p{Ll} $/u.test(word.raw + before.slice(-2))))
    return undefined;
  const after = text.slice(word.end, word.end + 20);
  const two = `${word.raw} ${/^ (\p{Ll}+)/u.exec(after)?.[1] ?? ''}`.toLowerCase();
  const key = last.has(two) ? two : word.raw.toLowerCase();
  const of = last.get(key);
  if (of === undefined || /^\s+(?:of|for)\b/u.test(text.slice(word.start + key.length, word.start + key.length + 6)))
    return undefined;
  return reference(text, of, word.start, word.start + key.length, 'REFERENCE');
}

function chineseNoun(text: string, word: Word, last: ReadonlyMap<string, Found>): Found | undefined {
  if (word.raw !== '该') return undefined;
  const length = [4, 3, 2].find((each) => last.has(text.slice(word.start, word.start + each)));
  if (length === undefined) return undefined;
  return reference(
    text,
    last.get(text.slice(word.start, word.start + length)) as Found,
    word.start,
    word.start + length,
    'REFERENCE',
  );
}

function surname(word: Word, last: ReadonlyMap<string, Found>): Found | undefined {
  const of = /^\p{Lu}\p{Ll}/u.test(word.raw) ? last.get(`${word.raw} `) : undefined;
  return of === undefined ? undefined : { ...referenceOf(of, 'SURNAME'), start: word.start, end: word.end, text: word.raw };
}

/** The part of a person's name that stays: the first of a Chinese name, the last of others. Kept with a space, apart from nouns. */
function surnames(entity: NamedEntity | undefined, names: readonly string[]): string[] {
  const syllable = entity?.names.flatMap(({ value }) => readingOf(value)?.[0] ?? [])[0];
  return names.flatMap((name) => {
    const words = name.split(/\s+/);
    const [first, final] = [words[0], words.at(-1)];
    if (words.length < 2 || words.length > 3 || first === undefined || final === undefined || han.test(name)) return [];
    const isFirst = syllable === undefined ? looksChinese(words) : letterKey(piecesOf(first)) === syllable;
    return [`${isFirst ? first : final} `];
  });
}

const looksChinese = ([first = '', second = '', third]: readonly string[]): boolean =>
  third === undefined &&
  /^(?:Zhong|Zhu|Li|Wang|Zhang|Liu|Chen|Yang|Zhao|Huang|Zhou|Wu|Xu|Sun|Hu|Gao|Lin|He|Guo|Luo|Bai|Pan|Xi|Han|Tang|Feng|Yu|Dong|Xiao|Cheng|Cao|Yuan|Deng|Shen|Zeng|Peng|Lu|Su|Jiang|Cai|Jia|Ding|Wei|Xue|Ye|Yan|Du|Dai|Xia|Tian|Ren|Fan|Fang|Shi|Yao|Tan|Liao|Zou|Xiong|Jin|Hao|Kong|Cui|Kang|Mao|Qiu|Qin|Gu|Hou|Shao|Meng|Long|Wan|Duan|Lei|Qian|Yin|Yi|Chang|Qiao|Lai|Gong|Wen|Ni|Ma)$/.test(
    first,
  ) &&
  /^\p{Lu}\p{Ll}+$/u.test(second);

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
