/** Where a text was not read as a whole: what is left out is reported. */
import { limits } from '../../limits.js';
import type { Sentence, Span } from '../../sentences.js';

const { sentence, sentenceParts, sentenceSpeeches, sentenceProposals, textProposals, cuts: most } = limits.reading;

const number = ({ value, unit }: { readonly value: number; readonly unit: string }): string =>
  `${value.toLocaleString('en')} ${unit}`;

/** Why, and what would be right. */
export const cutReasons = {
  LONG_SENTENCE: `A sentence has more than ${number(sentence)}, or ${number(sentenceParts)}: it is read as several. End sentences with full stops, or lists with line ends.`,
  MANY_STATEMENTS: `A sentence reports more than ${number(sentenceSpeeches)}: the further ones are not proposed as statements.`,
  MANY_PROPOSALS: `A sentence has more than ${number(sentenceProposals)}: the further ones are left out.`,
  LONG_TEXT: `The text has more than ${number(textProposals)}: the rest of it is not read. Read it in parts.`,
} as const;

/** A part of a text that was not read as a whole, in code points. */
export interface Cut extends Span {
  readonly reason: keyof typeof cutReasons;
}

/** Collects the cuts of one text, in its order. */
export class Cuts {
  private readonly found: Cut[] = [];

  add({ start, end }: Span, reason: Cut['reason']): void {
    this.found.push({ start, end, reason });
  }

  /** Sentences that were too long, each from its first part to its last. */
  addLong(sentences: readonly (Sentence & Span)[]): void {
    for (const [index, { start, end, goesOn }] of sentences.entries())
      if (goesOn === true) this.add({ start, end: sentences[index + 1]?.end ?? end }, 'LONG_SENTENCE');
  }

  /** In order; those of one reason that touch are one. */
  all(): Cut[] {
    const merged: Cut[] = [];
    for (const cut of this.found.toSorted((a, b) => (a.reason < b.reason ? -1 : a.reason > b.reason ? 1 : a.start - b.start))) {
      const last = merged.at(-1);
      if (last?.reason === cut.reason && cut.start <= last.end)
        merged[merged.length - 1] = { ...last, end: Math.max(last.end, cut.end) };
      else merged.push(cut);
    }
    return bounded(merged.toSorted((a, b) => a.start - b.start));
  }
}

function bounded(cuts: readonly Cut[]): Cut[] {
  const [last, ...others] = cuts.slice(most.value - 1);
  if (last === undefined || others.length === 0) return [...cuts];
  return [...cuts.slice(0, most.value - 1), { ...last, end: Math.max(last.end, ...others.map(({ end }) => end)) }];
}
