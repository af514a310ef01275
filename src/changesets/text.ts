/** What a text may hold, whatever way it comes in: each rule gives what is wrong with a text and what would be right, or undefined. */
import type { PropertyModel } from '../model/model.js';
import { maxIdLength } from '../graph/stored/indexes.js';
import { languageProblem } from './language.js';
import { unitProblem } from './units/unit-problem.js';
import { urlProblem } from './url.js';
import { dateProblem } from './written-date.js';
import { limits } from '../limits.js';

/** The most characters. */
export const longest = {
  id: maxIdLength,
  code: limits.writes.code.value,
  name: limits.writes.name.value,
  text: limits.writes.text.value,
};

type Rule = (text: string) => string | undefined;

/** C0 but for tab, line feed and carriage return; DEL; C1. XML, RDF and CSV readers refuse them or lose them. */
const control = /[^\P{Cc}\t\n\r]/u;
/** Code points that stand for no character in any version of Unicode. */
const noncharacter = /\p{Noncharacter_Code_Point}/u;
/** Half of a pair of UTF-16: no encoding of Unicode can write it. */
const loneSurrogate = /\p{Surrogate}/u;
/** What changes the order of the letters around it, so that a name reads as another. */
const bidiControl = /[\u202A-\u202E\u2066-\u2069]/u;
/** Anything that is seen: no white space, no zero-width or other format character, no letter that is drawn as nothing. */
const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u;
/** White space, and characters of no width that programs leave around what is copied from them. */
const space = /[\s\u200B\u2060\uFEFF]/;

/** A text without what no name may begin or end with. */
export function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && space.test(text.charAt(start))) start++;
  while (end > start && space.test(text.charAt(end - 1))) end--; // a pattern would look again from each space inside
  return text.slice(start, end);
}

/** Text of one or more lines, such as a description or a summary. */
function textProblem(text: string): string | undefined {
  if (!visible.test(text)) return 'must not be blank: leave it out, or say something';
  const bad = badCharacter(text);
  if (bad !== undefined) return `holds ${bad.name}, which no text has: take it out`;
  return tooLong(text, longest.text);
}

/** A character that no text has, and where it is in UTF-16. */
export function badCharacter(text: string): { readonly name: string; readonly index: number } | undefined {
  const found = [control, noncharacter, loneSurrogate].map((pattern) => pattern.exec(text)).find((match) => match !== null);
  return found === undefined ? undefined : { name: nameOf(found[0]), index: found.index };
}

/** A name or title: what people read and search for. */
function nameProblem(text: string): string | undefined {
  const bidi = bidiControl.exec(text)?.[0];
  if (bidi !== undefined) return `holds ${nameOf(bidi)}, which makes it read as another name: take it out`;
  return textProblem(text) ?? (trimmed(text) !== text ? 'must not begin or end with white space' : undefined);
}

/** A key of something: one line. */
function keyProblem(text: string): string | undefined {
  const bad = /[\t\n\r\u2028\u2029]/u.exec(text)?.[0];
  return nameProblem(text) ?? (bad === undefined ? undefined : `must be one line: it holds ${nameOf(bad)}`);
}

/** Letters of ASCII only, so that no id has two spellings in Unicode. */
function idProblem(text: string): string | undefined {
  if (text.length > longest.id) return `must be an id, which has at most ${longest.id} characters`;
  if (/^[a-z]+:[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text)) return undefined;
  return 'must be an id such as agency:cn-mofcom';
}

const tooLong = (text: string, most: number): string | undefined =>
  text.length > most ? `must have at most ${most.toLocaleString('en')} characters` : undefined;

const nameOf = (character: string): string =>
  character === '\0'
    ? 'a NUL character'
    : `the character U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The rules by the name that schemas give the form of a text. */
export const textRules = {
  text: textProblem,
  name: (text) => tooLong(text, longest.name) ?? nameProblem(text),
  key: (text) => tooLong(text, longest.name) ?? keyProblem(text),
  code: (text) => tooLong(text, longest.code) ?? keyProblem(text),
  id: idProblem,
  edtf: (text) => tooLong(text, longest.code) ?? dateProblem(text),
  language: languageProblem,
  unit: (text) => tooLong(text, longest.code) ?? keyProblem(text) ?? unitProblem(text),
  url: (text) => keyProblem(text) ?? urlProblem(text),
  hash: (text) => (/^[0-9a-f]{64}$/.test(text) ? undefined : 'must be a SHA-256: 64 digits of hexadecimal in lower case'),
} as const satisfies Readonly<Record<string, Rule>>;

/** The form of a property that holds text. */
export const formOf = ({ type, form }: PropertyModel): keyof typeof textRules => form ?? (type === 'url' ? 'url' : 'name');
