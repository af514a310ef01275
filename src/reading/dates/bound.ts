import type { Moment } from './moment.js';

/** What the words beside a date say it is: the first or last day of something. */
export type Bound = 'SINCE' | 'UNTIL' | 'BEFORE' | 'AFTER';

const before: readonly (readonly [RegExp, Bound])[] = [
  [
    /\b(?:since|starting(?:\s(?:from|in|on))?|beginning(?:\s(?:in|on))?|effective(?:\s(?:from|on))?|as\sfrom)\s(?:the\s)?$/i,
    'SINCE',
  ],
  [/(?:自|从)$/, 'SINCE'],
  [/\b(?:by|until|till|through|up\sto|no\slater\sthan|as\sof)\s(?:the\s)?$/i, 'UNTIL'],
  [/(?:截至|截止到?|到|至)$/, 'UNTIL'],
  [/\b(?:before|prior\sto|ahead\sof)\s(?:the\s)?$/i, 'BEFORE'],
  [/\bafter\s(?:the\s)?$/i, 'AFTER'],
];
const after: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:以来|起|开始|\sonwards?\b)/, 'SINCE'],
  [/^(?:之前|以前|前)(?!后)/, 'BEFORE'],
  [/^(?:之后|以后|后)/, 'AFTER'],
  [/^(?:为止|止)/, 'UNTIL'],
];

export function boundOf(text: string, { start, end, precision }: Pick<Moment, 'start' | 'end' | 'precision'>): Bound | undefined {
  const following = text.slice(end, end + 12);
  const leading = text.slice(Math.max(0, start - 24), start);
  if (precision === 'DAY' && /\bfrom\s$/i.test(leading)) return 'SINCE'; // "from 2022" is more often a comparison
  return after.find(([pattern]) => pattern.test(following))?.[1] ?? before.find(([pattern]) => pattern.test(leading))?.[1];
}
