/** Proper names that the graph does not have, with the type that their words suggest. */
import { endsInAbbreviation } from '../../abbreviations.js';
import type { Label } from '../../model/model.js';
import { actsIn } from './acts.js';
import { chineseNamesIn, repeated } from './chinese-names.js';
import { looksChinese } from './chinese-people.js';
import { withoutOverlaps, type Found } from './mention.js';
import { isLatinName } from './chinese/latin.js';
import { dayAfter, hasHead, properName as name, typeOf } from './name-types.js';

/** Characters around a name that show what it is. */
const near = 60;
const far = 140;

/** What ministries are for: after their commas, no other name begins. */
const field = String.raw`(?:Affairs|Agriculture|Agrifood|Arts|Climate|Commerce|Communications?|Competition|Construction|Consumers?|Culture|Defen[cs]e|Development|Digital|Econom(?:y|ic)|Education|Employment|Energy|Enterprises?|Environment|Family|Finance|Fisheries|Food|Foreign|Forestry|Health|Housing|Industr(?:y|ies|ial)|Information|Infrastructure|Innovation|Interior|Investment|Justice|Labou?r|Land|Media|Mines|Mining|Natural|Nature|Petroleum|Planning|Power|Public|Research|Resources|Rural|Science|Security|Social|Sports?|Technology|Telecommunications|Tourism|Trade|Transport(?:ation)?|Urban|Utilities|Water|Welfare|Works|Youth)`;
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
    separated(raw)
      .flatMap(withoutEmployer)
      .flatMap(withOwner)
      .flatMap(({ part, at }) => nameAt(line, part, index + at, from) ?? []),
  );
}

/** "Bank of China and Ministry of Commerce" is two names, "Ministry of Industry and Information Technology" one. */
function separated(raw: string): readonly NamePart[] {
  const [first = '', ...others] = raw.split(' and ');
  const parts = [{ part: first, at: 0 }];
  for (const each of others) {
    const last = parts.at(-1) as { part: string; at: number };
    if ((hasHead(last.part) && hasHead(each)) || (isWord(last.part) === isWord(each) && !hasHead(last.part) && !hasHead(each)))
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

const isWord = (part: string): boolean => !/\s/.test(part);

function nameAt(line: string, raw: string, index: number, from: number): Found | undefined {
  const before = line.slice(Math.max(0, index - near), index);
  const isFirst = beginning.test(before) && !endsInAbbreviation(before, line.slice(index, index + near));
  const opening = isFirst && !isChineseName(raw) ? withoutOpening(raw) : 0;
  const owned = opening + lengthOf(owner, raw.slice(opening));
  const named = owned + lengthOf(office, raw.slice(owned));
  const called = named + lengthOf(profession, raw.slice(named));
  const cut = called + lengthOf(title, raw.slice(called));
  const words = raw
    .slice(cut)
    .replace(dayAfter, '')
    .replace(/(?:['’]s|[.'’&-])$/u, '');
  const start = index + cut;
  const text = words + legalForm(words, line.slice(start + words.length, start + words.length + 12));
  const end = start + text.length;
  if (!isLatinName(text, line.slice(Math.max(0, start - 4), start), line.slice(end, end + 6))) return undefined;
  const label = typeOf(text, line.slice(Math.max(0, start - near), start), line.slice(end, end + far), isFirst && cut === 0);
  if (label === undefined) return undefined;
  const found = proposal(text, from + start, label, hasHead(text) ? 0.5 : 0.4);
  return label === 'Region' && isShouted.test(text) ? { ...found, newName: quiet(text) } : found;
}

/** "OSLO", before the report from there. */
const isShouted = /^\p{Lu}{3}[\p{Lu} .'’-]*$/u;
const quiet = (text: string): string => text.replaceAll(/(?<=\p{L})\p{L}/gu, (letter) => letter.toLowerCase());

/** The rest of "Co." and "Co., Ltd." in a sentence: a name has no mark in it otherwise. */
const legalForm = (words: string, after: string): string =>
  /(?<!\p{L})\p{Lu}\.\p{L}(?:\.\p{L})*$/u.test(words) && after.startsWith('.') ? '.' : lettersOf(words, after);
const lettersOf = (words: string, after: string): string =>
  /\s(?:Co|Inc|Corp|Ltd|Bros)$/u.test(words)
    ? (/^(?:\.?,? ?(?:Ltd|Inc)\b(?:\.(?=[,;)]|\s[\p{Ll}(]))?|\.(?=[,;)]|\s[\p{Ll}(]))/u.exec(after)?.[0] ?? '')
    : '';

const lengthOf = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;

/** What is before the first word of a sentence or of a quote. */
const beginning = /(?:^|[.!?:]["”]?\s+|["“‘]|(?<![\p{L}\p{N}])'|[•*-]\s+)$/u;

/** The "China's" of "China's Ministry of Commerce". */
const owner = /^(?:[\p{L}\p{N}-]+ ){0,2}[\p{L}\p{N}-]+['’]s (?=\p{Lu})/u;

/** The "Governor of the" of "Governor of the People's Bank of China". */
const office =
  /^(?:(?:Vice|Deputy|Former|General|Prime) )*(?:Governor|President|Director|Minister|Secretary|Chairman|Chairwoman|Chair|Head|Premier|Mayor|Officials?|Critics|Spokes\p{Ll}+|Representatives?|Members?|Experts?|Analysts?|Researchers?|Employees|Supporters|Leaders|Residents|Citizens|Users|Data|Figures|Exports|Imports|Sales) (?:of|for) (?:the )?/u;

/** The "Analyst" of "Analyst Jane Doe of Diagon Bank". */
const profession =
  /^(?:(?:Senior|Chief|Associate|Assistant|Vice|Deputy) )?(?:Chief executive|Executive|Analyst|Economist|Professor|Researcher|Engineer|Lawyer|Trader|Reporter|Correspondent|Spokesman|Spokeswoman|Spokesperson|Founder|Farmer|Doctor) (?=\p{Lu}[\p{L}’'-]+ \p{Lu})/u;

/** The "Commerce Minister" of "Commerce Minister Jane Doe". */
const title =
  /^(?:[\p{L}’'-]+ ){0,3}?(?:Minister|President|Premier|Chancellor|Governor|Secretary|Secretary-General|Chairman|Chairwoman|Director|Director-General|Mayor|Spokesman|Spokeswoman|Spokesperson|Commissioner|Ambassador) (?=\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+$)/u;

/** "He Yadong": a surname that is a pronoun too, which no name follows. */
const isChineseName = (raw: string): boolean => /^He \p{Lu}\p{Ll}+$/u.test(raw) && looksChinese(raw.split(' '));

/** "The", "In" and the like, which a sentence begins with: their length. */
const withoutOpening = (raw: string): number =>
  /^(?:The|A|An|In|On|At|By|As|For|From|To|With|This|That|These|Those|It|Its|He|She|They|We|But|And|Or|So|If|When|While|Since|After|Before|According|Among|Meanwhile|However|Currently|Now|Some|Many|Most|Only|All|Both|Also|Besides|Earlier|Last|Take|Well-known|Will|Would|Has|Have|Had|Is|Are|Was|Were|Do|Does|Did|Can|Could|Should|How|What|Why|Who|Where|Which|Your|Our|My|His|Her|Their|No|Not|Yes|There|Here|Under|During|Through|Despite|Although|Though|Because|Until|Once|Instead|Unlike|Like|Between|Across|Over|About|Around|More|Another|Each|Every|Such|Other|Then|Today|Yesterday|Still|Yet|Even|Asked|Rival|Rivals|Carmaker|Automaker|Chipmaker|Retailer|Newspaper) /u.exec(
    raw,
  )?.[0].length ?? 0;

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
