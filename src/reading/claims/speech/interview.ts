/** The questions of an interview that has labels on its answers only. */
import type { TypedSentence } from '../typed-sentence.js';

/** "Jane Doe: …", "A1. …", 答：… */
const isAnswer = ([first]: Paragraph): boolean =>
  first !== undefined &&
  /^(?:<Person:0>(?:\s\([^)]*\))?[:：]\s?\S|A\d*[.:：]|Answer:|(?:<(?:Person|Agency):0>)?答[：:])/u.test(first.typed);
const isQuestion = ([first]: Paragraph): boolean =>
  first !== undefined &&
  /^(?:Q\d*[.:：]|Question:|问[：:]|记者(?:问)?[：:]|主持人[：:]|Reporter:|Interviewer:)/u.test(first.typed);

type Paragraph = readonly TypedSentence[];

/** The sentences that the one who answers does not say; none where questions have labels too. */
export function askedIn(paragraphs: readonly Paragraph[]): ReadonlySet<TypedSentence> {
  const first = paragraphs.findIndex(isAnswer);
  const isInterview = paragraphs.filter(isAnswer).length > 1 && !paragraphs.some(isQuestion);
  if (!isInterview) return new Set();
  const asked = paragraphs.filter((paragraph, index) => {
    if (isAnswer(paragraph)) return false;
    const next = paragraphs[index + 1];
    return /[?？]["”]?$/u.test(paragraph.at(-1)?.typed ?? '') || (index > first && next !== undefined && isAnswer(next));
  });
  return new Set(asked.flat());
}
