/** Whether a sentence says what is still to come, by the words that are nearest to a date in it. */

const future =
  /\b(?:will|would|shall|(?:is|are)\s(?:to|set|due|scheduled|expected|slated|planned)|to\sbe\s\w+ed|plans?\sto|aims?\sto|upcoming|scheduled|due|deadline|takes?\seffect|comes?\sinto|effective|[Bb]y(?=\s(?:the\s(?:end|start|beginning|middle)|late|early|mid|[A-Z][a-z]+(?:\s\d|day\b|[.,])))|next|ahead\sof|[Ss]tarting|[Bb]eginning)\b|将|拟|计划|预计|即将|起施行|起实施|起执行|起生效|前完成|有望|定于|力争|到时|届时/g;
const past =
  /\b(?:was|were|had|has|have|did|held|said|began|rose|fell|grew|took|saw|met|told|came|went|made|hit|sent|gave|won|lost|set\sup|(?!need|proceed|exceed|succeed|scheduled|expected|planned|slated)[a-z]{2,}ed|since)\b|了|已|以来|曾|召开|发布|印发|公布|举行|表示|指出|宣布|消息|电/g;

/** Characters on each side of a position: words that are farther away say nothing of it. */
const longest = 1000;

/** The sentence around a position, with where it begins. */
function sentenceAround(text: string, position: number): { readonly start: number; readonly sentence: string } {
  const first = Math.max(0, position - longest);
  let start = position;
  while (start > first && !isSentenceEnd(text, start - 1, position)) start--;
  const rest = text.slice(position, position + longest);
  const end = rest.search(/[.!?](?=\s[A-Z"“])|[。！？；\n]/);
  return { start, sentence: text.slice(start, end === -1 ? position + rest.length : position + end) };
}

/** Whether a sentence ends with a character; a mark right before `end` has no space after it. */
const isSentenceEnd = (text: string, index: number, end: number): boolean =>
  (/[。！？；\n]/.test(text[index] ?? '') || (index + 1 < end && /^[.!?]\s/.test(text.slice(index, index + 2)))) &&
  !isAbbreviation(text, index);

const isAbbreviation = (text: string, index: number): boolean =>
  /\b(?:[A-Z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Dr|No|St)$/.test(text.slice(Math.max(0, index - 5), index));

export function tenseAround(text: string, span: { readonly start: number; readonly end: number }): 'FUTURE' | 'PAST' | undefined {
  const { start, sentence } = sentenceAround(text, span.start);
  const distance = (pattern: RegExp): number =>
    Math.min(
      Infinity,
      ...[...sentence.matchAll(pattern)].map(({ index, 0: word }) => gap(start + index, start + index + word.length, span)),
    );
  const [ahead, behind] = [distance(future), distance(past)];
  if (ahead === behind) return undefined;
  return ahead < behind ? 'FUTURE' : 'PAST';
}

function gap(start: number, end: number, span: { readonly start: number; readonly end: number }): number {
  return end <= span.start ? span.start - end : Math.max(0, start - span.end);
}
