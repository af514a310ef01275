/** Proper names that the graph does not have, with the type that their words suggest. */
import { endsInAbbreviation } from '../../abbreviations.js';
import type { Label } from '../../model/model.js';
import { actsIn } from './acts.js';
import { chineseNamesIn, repeated } from './chinese-names.js';
import { looksChinese } from './chinese-people.js';
import { withoutOverlaps, type Found } from './mention.js';
import { field, honorific, ministerOf, office, owner, profession, title, withoutOpening } from './name-beginnings.js';
import { isLatinName } from './chinese/latin.js';
import { cityOf } from './cities.js';
import { dayAfter, firmTail, hasHead, properName as name, typeOf } from './name-types.js';

/** Characters around a name that show what it is. */
const near = 60;
const far = 140;

const fields = String.raw`(?:(?=, ${field})(?<=\b(?:Ministry|Department|Bureau|Commission|Committee|Office|Agency|Council|Administration) (?:of|for) (?:${name} ){0,4}${name}), ${field}(?: ${name}){0,3}(?:, ${field}(?: ${name}){0,3}){0,6},? and ${field}(?: ${field})*)`;
const sequence = new RegExp(
  String.raw`${name}(?:(?: | of the | of | for | and | on | de | & |(?<=Embassy|Consulate) (?:in|to) )${name}|${fields})*`,
  'gu',
);
/** Found by capitals inside of sentences, and by the endings of Chinese names. Headlines are left out: all their words have capitals. */
export function unknownIn(text: string): { readonly phrases: readonly Found[]; readonly single: readonly Found[] } {
  const found: Found[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (!isHeadline(line)) found.push(...latin(line, start), ...actsIn(line, start, proposal));
    found.push(...chineseNamesIn(line, start, proposal));
    start += line.length + 1;
  }
  found.push(...repeated(text, found), ...repeatedWords(text, found));
  const isSingle = ({ text: own }: Found) => !/[\s\p{Script=Han}]/u.test(own);
  const people = new Set(found.filter(({ label }) => label === 'Person').map(({ text: own }) => own));
  const sorted = found
    .map((each): Found => (people.has(each.text) && each.label === 'Organization' ? asPerson(each) : each))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  return {
    phrases: withoutOverlaps(
      sorted.filter((each) => !isSingle(each)),
      [],
    ),
    single: withoutOverlaps(sorted.filter(isSingle), []),
  };
}

/** What is a person in one place of a text is one in all. */
const asPerson = (found: Found): Found => proposal(found.text, found.start, 'Person', found.confidence);

function isHeadline(line: string): boolean {
  const words = line.match(/[\p{L}]{4,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return !/^(?:Sources?|By|From)\b/u.test(line) && !/[.!?。"”]\s*$/u.test(line) && capitals.length >= words.length * 0.6;
}

function latin(line: string, from: number): Found[] {
  return [...line.matchAll(sequence)].flatMap(({ 0: raw, index }) =>
    separated(raw, listed.test(line.slice(Math.max(0, index - near), index)))
      .flatMap(withoutEmployer)
      .flatMap(withOwner)
      .flatMap(({ part, at }) => nameAt(line, part, index + at, from) ?? []),
  );
}

/** Before the last names of a list: "Avenlea, Old Crannoch and Mordale". */
const listed = /\p{Lu}[\p{L}’-]+, $/u;

/** "Bank of China and Ministry of Commerce" is two names, "Ministry of Industry and Information Technology" one. */
function separated(raw: string, isListed: boolean): readonly NamePart[] {
  if (ministerOf.test(raw)) return [{ part: raw, at: 0 }];
  const [first = '', ...others] = raw.split(' and ');
  const parts = [{ part: first, at: 0 }];
  for (const each of others) {
    const last = parts.at(-1) as { part: string; at: number };
    if (
      cityOf(last.part) !== undefined ||
      cityOf(each) !== undefined ||
      (hasHead(last.part) && hasHead(each)) ||
      ((isListed || isWord(last.part) === isWord(each)) && !hasHead(last.part) && !hasHead(each))
    )
      parts.push({ part: each, at: last.at + last.part.length + ' and '.length });
    else last.part += ` and ${each}`;
  }
  return parts;
}

interface NamePart {
  readonly part: string;
  readonly at: number;
}

/** "Analyst Jane Doe of Diagon Bank", "Jane Doe of the Diagon Institute": a person and a body. */
function withoutEmployer({ part, at }: NamePart): NamePart[] {
  const [, person, of = ''] =
    /^((?:[\p{L}’'-]+ ){0,2}\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)( of (?:the )?)\p{Lu}/u.exec(part) ?? [];
  if (person === undefined) return [{ part, at }];
  if ((!hasHead(part) || firmHead.test(person)) && !profession.test(person)) return placedIn(part, at);
  const start = person.length + of.length;
  const isPlain = !/ .* /u.test(person) && !hasHead(person) && hasHead(part.slice(start));
  if (!isPlain && !profession.test(person)) return [{ part, at }];
  return [
    { part: person, at },
    { part: part.slice(start), at: at + start },
  ];
}

/** "Wessonia's Ministry of Wands": a state and its body. */
function withOwner({ part, at }: NamePart): NamePart[] {
  const [whole, state] = stateBefore.exec(part) ?? [];
  return whole === undefined || state === undefined
    ? [{ part, at }]
    : [
        { part: state, at },
        { part, at },
      ];
}

const stateBefore =
  /^(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)['’]s (?=(?:Ministry|Department|Government|Parliament|Senate|Central Bank|Reserve Bank|Supreme|Federal|Cabinet)\b)/u;

/** A new name of one word, also where it begins a sentence. */
function repeatedWords(text: string, found: readonly Found[]): Found[] {
  const names = new Map(
    found.map((each) => [each.newName ?? '', each] as const).filter(([name]) => /^\p{Lu}\p{Ll}{2,}$/u.test(name)),
  );
  if (names.size === 0) return [];
  return [...text.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}\p{Ll}{2,}(?![\p{L}\p{N}-]|(?:['’]s)? \p{Lu})/gu)].flatMap(
    ({ 0: own, index }) => {
      const name = names.get(own);
      return name === undefined ? [] : [{ ...name, start: index, end: index + own.length, text: own }];
    },
  );
}

const firmHead = /\s(?:Group|Corp|Corporation|Inc|Ltd|Co|Holdings|Motors?|Technologies|Labs|Securities|Airlines)\b/u;

/** "Wandmarket Works of Avalon": a firm and where it is from. */
function placedIn(part: string, at: number): NamePart[] {
  const [, firm = '', of = ''] = /^(.+?)( of (?:the )?)\p{Lu}[^ ]*(?: \p{Lu}[^ ]*)?$/u.exec(part) ?? [];
  if (!firmTail.test(firm) && !firmHead.test(firm)) return [{ part, at }];
  const start = firm.length + of.length;
  return [
    { part: firm, at },
    { part: part.slice(start), at: at + start },
  ];
}

const isWord = (part: string): boolean => !/\s/.test(part);

function nameAt(line: string, whole: string, index: number, from: number): Found | undefined {
  const raw = whole.replace(dayAfter, '');
  const before = line.slice(Math.max(0, index - near), index);
  const isFirst = beginning.test(before) && !endsInAbbreviation(before, line.slice(index, index + near));
  const opening = isFirst && !isChineseName(raw) ? withoutOpening(raw) : 0;
  const owned = opening + lengthOf(owner, raw.slice(opening));
  const named = owned + (lengthOf(ministerOf, raw.slice(owned)) || lengthOf(office, raw.slice(owned)));
  const called = named + lengthOf(profession, raw.slice(named));
  const titled = called + lengthOf(title, raw.slice(called));
  const isBody = hasHead(raw) || firmTail.test(raw);
  const cut = titled + (isBody ? 0 : lengthOf(honorific, raw.slice(titled)));
  const words = raw.slice(cut).replace(/(?:['’]s|[.'’&-])$/u, '');
  const start = index + cut;
  const text = words + legalForm(words, line.slice(start + words.length, start + words.length + 12));
  const end = start + text.length;
  if (!isLatinName(text, line.slice(Math.max(0, start - 4), start), line.slice(end, end + 6))) return undefined;
  const label = typeOf(text, line.slice(Math.max(0, start - near), start), line.slice(end, end + far), isFirst && cut === 0);
  if (label === undefined) return undefined;
  const found = proposal(text, from + start, label, hasHead(text) ? 0.5 : 0.4);
  return label === 'Region' ? { ...found, newName: cityOf(text) ?? (isShouted.test(text) ? quiet(text) : text) } : found;
}

/** "OSLO", before the report from there. */
const isShouted = /^\p{Lu}{3}[\p{Lu} .'’-]*$/u;
const quiet = (text: string): string => text.replaceAll(/(?<=\p{L})\p{L}/gu, (letter) => letter.toLowerCase());

/** The rest of "Co." and "Co., Ltd." in a sentence: a name has no mark in it otherwise. */
const legalForm = (words: string, after: string): string =>
  /(?<!\p{L})\p{Lu}\.\p{L}(?:\.\p{L})*$/u.test(words) && after.startsWith('.') ? '.' : lettersOf(words, after);
const lettersOf = (words: string, after: string): string => /^ plc\b/u.exec(after)?.[0] ?? pointed(words, after);
const pointed = (words: string, after: string): string =>
  /\s(?:Co|Inc|Corp|Ltd|Bros)$/u.test(words)
    ? (/^(?:\.?,? ?(?:Ltd|Inc)\b(?:\.(?=[,;)]|\s[\p{Ll}(]))?|\.(?=[,;)]|\s[\p{Ll}(]))/u.exec(after)?.[0] ?? '')
    : '';

const lengthOf = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;

/** What is before the first word of a sentence or of a quote. */
const beginning = /(?:^|[.!?:]['’"”]{0,3}\s+|["“‘]|(?<![\p{L}\p{N}])'|[•*-]\s+)$/u;

/** "He Yadong": a surname that is a pronoun too, which no name follows. */
const isChineseName = (raw: string): boolean => /^He \p{Lu}\p{Ll}+$/u.test(raw) && looksChinese(raw.split(' '));

const proposal = (text: string, start: number, label: Label, confidence = 0.5): Found => ({
  start,
  end: start + text.length,
  text,
  how: 'NEW',
  label,
  newName: text,
  confidence,
  reason: `the graph has no such name; its words suggest the type ${label}`,
  entries: [],
});
