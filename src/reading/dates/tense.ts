/** Whether a sentence says what is still to come, by the words that are nearest to a date in it. */
import { endsInAbbreviation } from '../../abbreviations.js';
import type { Span } from '../../sentences.js';
import { countBefore, lastBefore } from '../positions.js';

const future =
  /\b(?:will|would|shall|(?:is|are)\s(?:to|set|due|scheduled|expected|slated|planned)|to\sbe\s\w+ed|plans?\sto|aims?\sto|upcoming|scheduled|due|deadline|takes?\seffect|comes?\sinto|effective|[Bb]y(?=\s(?:the\s(?:end|start|beginning|middle)|late|early|mid|[A-Z][a-z]+(?:\s\d|day\b|[.,])))|next|ahead\sof|[Ss]tarting|[Bb]eginning)\b|将|拟|计划|预计|即将|起施行|起实施|起执行|起生效|前完成|有望|定于|力争|到时|届时/g;
const past =
  /\b(?:was|were|had|has|have|did|held|said|began|rose|fell|grew|took|saw|met|told|came|went|made|hit|sent|gave|won|lost|set\sup|(?!need|proceed|exceed|succeed|scheduled|expected|planned|slated)[a-z]{2,}ed|since)\b|了|已|以来|曾|召开|发布|印发|公布|举行|表示|指出|宣布|消息|电/g;

/** Whether the full stop at a place ends no sentence. */
const isAbbreviation = (text: string, index: number): boolean =>
  endsInAbbreviation(text.slice(Math.max(0, index - 12), index + 1), text.slice(index + 1, index + 30).trimStart());

/** The words of a text that say when something is, found once for all of its dates. */
export class Tenses {
  private readonly starts: readonly Span[];
  private readonly ends: readonly Span[];
  private readonly future: readonly Span[];
  private readonly past: readonly Span[];

  constructor(text: string) {
    this.starts = spansOf(text, /[.!?](?=\s)|[。！？；\n]/g).filter(({ start }) => !isAbbreviation(text, start));
    this.ends = spansOf(text, /[.!?](?=\s[A-Z"“])|[。！？；\n]/g);
    this.future = spansOf(text, future);
    this.past = spansOf(text, past);
  }

  /** What the word says that is nearest to a date in its sentence. */
  around(span: Span): 'FUTURE' | 'PAST' | undefined {
    const end = this.ends[countBefore(this.ends, span.start)]?.start ?? Infinity;
    const sentence = { start: lastBefore(this.starts, span.start)?.end ?? 0, end };
    const [ahead, behind] = [distance(this.future, span, sentence), distance(this.past, span, sentence)];
    if (ahead === behind) return undefined;
    return ahead < behind ? 'FUTURE' : 'PAST';
  }
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));

/** From a date to the nearest of the words in its sentence: the last before it, or the next. */
function distance(words: readonly Span[], span: Span, sentence: Span): number {
  const next = countBefore(words, span.start);
  const near = [words[next - 1], words[next]].filter(
    (word) => word !== undefined && word.start >= sentence.start && word.end <= sentence.end,
  ) as Span[];
  return Math.min(
    Infinity,
    ...near.map(({ start, end }) => (end <= span.start ? span.start - end : Math.max(0, start - span.end))),
  );
}
