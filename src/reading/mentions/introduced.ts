/** Short forms that a text introduces in brackets after a name, and their places. */
import type { Found } from './mention.js';
import type { Word } from './words.js';

const bracket =
  /^["”»』》]?\s*[(（]\s*(?:(?:hereinafter|hereafter|henceforth|abbreviated|known as|or|also called)?\s*(?:referred to as|as)?\s*(?:the\s+)?|(?:[^（）()。]{1,40}?[，,；;：:]\s?)?(?:以下|下|下文)?(?:统|并|合)?(?:简称|称)(?:为)?[:：]?)["“「『《'‘]?([\p{L}\p{N}][\p{L}\p{N}&.·-]{0,19})["”」』》'’]?\s*(?:[，,；;][^（）()。]{1,30})?[)）]/u;

interface Introduction {
  readonly short: string;
  /** Where the bracket ends. */
  readonly end: number;
  readonly of: Found;
}

/** The mentions by short forms. Those are valid from the bracket on. */
export function introducedIn(text: string, words: readonly Word[], found: readonly Found[]): Found[] {
  const introductions = found.flatMap((each) => introduction(text, each) ?? []);
  if (introductions.length === 0) return [];
  const byWord = new Map<string, Map<string, Introduction>>();
  let next = 0;
  return words.flatMap((word) => {
    for (; (introductions[next]?.of.end ?? Infinity) < word.start; next++) introduce(introductions[next] as Introduction, byWord);
    return mentionAt(text, word, [...(byWord.get(word.raw)?.values() ?? [])]) ?? [];
  });
}

/** From here on, by the first word of the short form; what it meant before, it means no more. */
function introduce(introduction: Introduction, byWord: Map<string, Map<string, Introduction>>): void {
  const { short } = introduction;
  const first = /^\p{Script=Han}/u.test(short)
    ? (Array.from(short)[0] as string)
    : (/^(?:(?!\p{Script=Han})[\p{L}\p{N}])+/u.exec(short)?.[0] ?? '');
  const known = byWord.get(first) ?? new Map<string, Introduction>();
  known.delete(short);
  byWord.set(first, known.set(short, introduction));
}

/** In brackets is a short form where it has capitals, is quoted or said to be one. */
function introduction(text: string, found: Found): Introduction | undefined {
  if (found.entity === undefined && found.how !== 'NEW') return undefined;
  const after = text.slice(found.end, found.end + 60);
  const match = bracket.exec(after);
  const short = match?.[1];
  if (match === null || short === undefined) return undefined;
  const isShort =
    /^[\p{Lu}\p{N}][\p{L}\p{N}&.-]*\p{Lu}/u.test(short) || /["“「『《]|简称|hereinafter|hereafter|referred/u.test(match[0]);
  return isShort && short !== found.text && !/^\d+(?:\.\p{Lu}+)?$/u.test(short)
    ? { short, end: found.end + match[0].length, of: found }
    : undefined;
}

function mentionAt(text: string, { start }: Word, introductions: readonly Introduction[]): Found | undefined {
  const fitting = introductions.filter(
    ({ short }) =>
      text.startsWith(short, start) &&
      !/^[\p{L}\p{N}]/u.test(/\p{Script=Han}$/u.test(short) ? '' : (text[start + short.length] ?? '')),
  );
  const last = fitting.at(-1);
  if (last === undefined) return undefined;
  const { of, short } = last;
  return {
    ...of,
    start,
    end: start + short.length,
    text: short,
    how: 'INTRODUCED',
    confidence: Math.min(of.confidence, 0.9),
    reason: `the text introduces ${short} for ${of.text}`,
  };
}
