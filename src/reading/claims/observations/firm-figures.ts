/** Which figures are of a firm, and so of no place unless the sentence names one. */
import type { TypedSentence } from '../typed-sentence.js';

const firms = String.raw`(?:company|firm|group|carmaker|automaker|retailer|carrier|lender|start-?up|\p{Ll}*maker|chain|airline|operator|supplier|manufacturer)`;
/** "The company made", "Skyhop Technology, listed in Oslo, earned". */
const subject = new RegExp(
  String.raw`(?:^|[,;:“"]\s?|\b(?:that|and|but|while|where)\s)(?:[Tt]he\s|[Ii]ts\s)?(?:<Organization:\d+>(?:['’]s)?|${firms}(?:['’]s)?|[Tt]he\s${firms})(?:,[^,]{1,80},)?\s(?!(?:data|figures|said|says|reported|according|estimates?|puts?|expects?)\b)`,
  'u',
);
/** What only firms have. */
const books =
  /\b(?:revenues?|turnover|net (?:profit|income|loss|earnings)|operating (?:profit|loss|income)|pre-?tax (?:profit|loss)|earnings|earned|dividends?|(?:its|the) shares|[Ss]hares (?:of|in)|[Ss]hares? (?:rose|fell|closed|dropped|climbed)|stock price|market value|payroll|workforce|headcount|order book)\b/iu;
/** "Skyhop said that it will raise its output". */
const saidOfItself =
  /<Organization:\d+>[^.;]{0,60}\b(?:said|says|announced)\b[^.;]{0,60}\b(?:it|the\s(?:company|firm))\s(?:will|would|has|had|plans?)\b/u;
const firmWords = /\b(?:[Ww]e (?:will |have |plan to )?(?:hire|employ|sold|sell|earned|made|invest))\b/u;

/** A figure of a firm is of the firm wherever it is; "firms" of a country are another thing. */
export function isOfFirm({ typed }: TypedSentence, index: number): boolean {
  const amount = [...typed.matchAll(/<[A-Za-z]+:(\d+)>/g)].find(({ 1: at }) => Number(at) === index)?.index ?? typed.length;
  const before = typed.slice(0, amount);
  const clause = before.slice(Math.max(0, before.lastIndexOf(';') + 1));
  return subject.test(clause) || saidOfItself.test(clause) || books.test(clause) || firmWords.test(clause);
}
