/** When a figure was measured, as EDTF. */
import type { DateInText } from '../../dates.js';
import { bounds } from '../../dates/calendar.js';
import type { TypedSentence } from '../typed-sentence.js';

interface DateAt {
  readonly date: DateInText;
  /** The words between it and the amount. */
  readonly between: string;
  readonly isBefore: boolean;
  /** The words right before the date. */
  readonly lead: string;
}

const compared = /(?:\bfrom|\bthan|compared\s(?:with|to)|\bversus|\bover|\bagainst|\bto|比|较|与|relative\sto)\s?(?:the\s)?$/i;
const right = /^\s?(?:,\s)?(?:\([^)]*\)\s?)?(?:in|during|at|by|as\sof|on|for|over)\s(?:the\s)?$/i;
/** "From 800 a year earlier", "15 percent next year": the date of the amount right before it. */
const besides = /\b(?:earlier|before|ago)$|^(?:last|next|this|the\sprevious|the\sfollowing)\s/iu;
/** "试点2022年启动，累计投入…": when something began is not when a later clause of it was measured. */
const begun =
  /^(?![^，,；;]*<Amount)[^，,；;]{0,30}?(?:启动|成立|创立|设立|上市|开业|投产|起实施|起施行|起步|开通)[^⟨]*[，,；;]|^(?:的)?(?:报道|消息|讯|电)/u;
const begunEnglish =
  /\b(?:launched|founded|established|set\sup|created|opened|approved|begun|started|incorporated)\s(?:in|on)\s(?:the\s)?$/u;
const isBegun = ({ lead, between, isBefore }: DateAt): boolean =>
  isBefore &&
  (begun.test(between) ||
    /(?:成立|创立|创建|始建|设立|创办)于$/u.test(lead) ||
    (begunEnglish.test(lead) && /[,;]/u.test(between)));
const present = /\b(?:currently|now|has|have|is|are|to\sdate|so\sfar)\b|目前|现有|现已|至今|已有|已/i;

/** The date of an amount, which is not the one that it is compared with; where its sentence has none, the one before or today. */
export function periodOf(
  sentence: TypedSentence,
  index: number,
  {
    base,
    carried,
    published,
  }: { readonly base?: string | undefined; readonly carried?: string | undefined; readonly published?: string | undefined },
): string | undefined {
  const dates = datesAround(sentence, index)
    .filter(
      ({ date, lead, isBefore, between }) =>
        date.edtf !== base && !compared.test(lead) && (isBefore || !/^\ssince\b/.test(between)),
    )
    .filter((each) => !isBegun(each));
  const after = dates.find(
    ({ isBefore, between, date }) => !isBefore && (right.test(between) || (between === ' ' && besides.test(date.text))),
  );
  const before = dates.findLast(({ isBefore }) => isBefore);
  const later = dates.find(({ isBefore, between }) => !isBefore && !/[，,;；]/.test(between));
  const chosen = after ?? before ?? later;
  if (chosen !== undefined) return spanOf(chosen, published);
  if (carried !== undefined && !/\b(?:currently|now)\b|目前/i.test(sentence.text)) return carried;
  return present.test(sentence.text) && published !== undefined ? monthOf(published) : undefined;
}

/** "Has doubled since China restricted exports last summer": what a change is measured against. */
export const sinceIn = (sentence: TypedSentence, index: number): string | undefined =>
  datesAround(sentence, index).find(({ isBefore, between }) => !isBefore && /^\ssince\b/.test(between))?.date.edtf;

/** What goes on since a date lasts until the text was written. */
function spanOf({ date: { edtf, bound }, lead, isBefore }: DateAt, published: string | undefined): string {
  const last = published === undefined ? undefined : monthOf(published);
  const isSince = bound === 'SINCE' || (isBefore && /(?:^|[.,;]\s)since\b[^,;]*$/i.test(lead));
  const isOpen = isSince && last !== undefined && /^\d{4}(?:-\d\d)?$/.test(edtf) && /^\d{4}-\d\d$/.test(last);
  return isOpen ? `${edtf}/${last}` : edtf;
}

/** The month of a day; of a text whose month is uncertain, the years that it may be of. */
function monthOf(published: string): string | undefined {
  const [first, last] = bounds(published);
  if (first.slice(0, 7) === last.slice(0, 7)) return first.slice(0, 7);
  const years = [first.slice(0, 4), last.slice(0, 4)];
  return years[0] === years[1] ? years[0] : `[${years.join('..')}]`;
}

function datesAround({ typed, parts }: TypedSentence, index: number): DateAt[] {
  const tokens = [...typed.matchAll(/<[A-Za-z]+:(\d+)>/g)].map(({ index: at, 0: { length }, 1: part }) => ({
    start: at,
    end: at + length,
    part: parts[Number(part)],
    number: Number(part),
  }));
  const amount = tokens.find(({ number }) => number === index);
  if (amount === undefined) return [];
  return tokens.flatMap(({ start, end, part }) => {
    if (part?.type !== 'Date') return [];
    const isBefore = end <= amount.start;
    const between = isBefore ? typed.slice(end, amount.start) : typed.slice(amount.end, start);
    return [{ date: part.date, between, isBefore, lead: typed.slice(Math.max(0, start - 60), start) }];
  });
}
