/** The sources that a text names as its own: "Source: Daily Prophet, May 2, 2023", 来源：预言家日报, "LONDON, May 2 (Prophet) --". */
import type { Mention } from '../mentions/mention.js';
import type { DateInText } from '../dates.js';
import { matchesOf, one, plainWords } from './pattern.js';
import { placeInText, type TypedSentence } from './typed-sentence.js';

const date = String.raw`(?<date><Date:\d+>)`;
const organization = one('outlet', 'Organization');

/** Lines that credit one source. What is credited may be a name that nothing else shows to be one. */
const credits: readonly RegExp[] = [
  new RegExp(
    String.raw`^[(（[]?(?:Sources?|Originally (?:published|appeared) (?:in|by|on)|Republished from)\s?[:：]\s?(?:the\s)?(?:${organization}|(?<plain>\p{Lu}[^<>,，;()（）\d]{1,60}?))(?:,?\s\(?(?:on\s)?${date}\)?)?[.)）\]]*$`,
    'gu',
  ),
  new RegExp(
    String.raw`^[(（[【]?(?:来源|稿源|信息来源|文章来源|资料来源|转自|摘自)\s?[:：]\s?(?:${organization}|(?<plain>[\p{L}·]{2,20}?))(?:[，,\s]*${date})?[。)）\]】]*$`,
    'gu',
  ),
];

/** "LONDON, May 2 (Prophet) --", （预言家社伦敦5月2日电）. */
const datelines: readonly RegExp[] = [
  new RegExp(String.raw`^[^.。]{0,60}?${date}\s?\(${organization}\)\s?(?:--|—|–)`, 'gu'),
  new RegExp(String.raw`^[(（【]?${organization}(?:<Region:\d+>|\p{Script=Han}{2,4})?${date}电`, 'gu'),
];

const photos =
  /[[(（](?:Photo|Image|Picture|Pic)s?(?:\/|\sby\s|\scredit:\s|:\s)(?:<Organization:\d+>|(?<plain>\p{Lu}[\p{L}&]{1,20}))[\])）]/gu;

/** A source that a text names, and the day that the text gives of it. */
export interface NamedSource {
  readonly outlet: Mention;
  readonly date?: DateInText | undefined;
}

/** The source that a sentence credits. */
export function sourcesIn(sentence: TypedSentence): NamedSource[] {
  return [...credits, ...datelines].flatMap((pattern) =>
    matchesOf(pattern, sentence).flatMap((match) => {
      const outlet = match.mention('outlet');
      return outlet === undefined ? [] : [{ outlet, date: match.date('date') }];
    }),
  );
}

/** Credited names that are no mentions yet. */
export function creditedIn(sentence: TypedSentence): Mention[] {
  return [...credits, photos].flatMap((pattern) =>
    matchesOf(pattern, sentence).flatMap((match) => {
      const plain = plainWords(match.words('plain'), sentence).trim();
      if (plain === '') return [];
      const start = placeInText(sentence, sentence.typed.indexOf(plain, match.start));
      const reason = 'the text credits it as a source';
      const end = start + Array.from(plain).length;
      return [{ start, end, text: plain, how: 'NEW', label: 'Organization', newName: plain, confidence: 0.6, reason }] as const;
    }),
  );
}

/** Whether a mention is the credit of a picture. */
export const isPhotoCredit = ({ typed }: TypedSentence): boolean =>
  /[[(（](?:Photo|Image|Picture|Pic)s?(?:\/|\sby\s|\scredit:\s|:\s)/u.test(typed);
