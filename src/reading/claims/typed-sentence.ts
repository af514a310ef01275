/** A sentence with what was found in it: entities, dates and amounts as tokens that patterns can name. */
import { limits } from '../../limits.js';
import { cutAt, sentencesOf, type Sentence, type Span } from '../../sentences.js';
import type { AmountInText } from '../amounts.js';
import type { DateInText } from '../dates.js';
import type { Mention } from '../mentions/mention.js';

export type Part =
  | { readonly type: 'Mention'; readonly mention: Mention }
  | { readonly type: 'Date'; readonly date: DateInText }
  | { readonly type: 'Amount'; readonly amount: AmountInText };

export interface TypedSentence extends Sentence {
  /** What was found in it, in order. */
  readonly parts: readonly Part[];
  /**
   * The sentence with each part as a token `<Type:index>`: `<Agency:0> and <Agency:1> issued <Policy:2> on <Date:3>`.
   * The type is a label, Date or Amount, the index that of `parts`.
   */
  readonly typed: string;
  /** Position in the text of the sentences, from 0. */
  readonly index: number;
}

/** Where a place of `typed` is in the text, in code points; that of a token is where its part begins. */
export function placeInText({ typed, start, parts }: TypedSentence, index: number): number {
  let place = start;
  let done = 0;
  for (const { 0: token, 1: at, index: from } of typed.matchAll(/<[A-Za-z]+:(\d+)>/g)) {
    if (from >= index) break;
    const next = parts[Number(at) + 1];
    place = Math.min(spanOf(parts[Number(at)] as Part).end, next === undefined ? Infinity : spanOf(next).start);
    done = from + token.length;
  }
  return done > index ? place : place + lengthOf(typed.slice(done, index));
}

const lengthOf = (text: string): number => Array.from(text).length;

/** The place of a part in the text. */
function spanOf(part: Part): Span {
  const { start, end } = part.type === 'Mention' ? part.mention : part.type === 'Date' ? part.date : part.amount;
  return { start, end };
}

interface FoundInText {
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateInText[];
  readonly amounts: readonly AmountInText[];
}

/**
 * The sentences of a text. A date or amount that is inside of a name is a part of the name;
 * the number of "15,000 used cars" is the token of the amount, where used cars are an entity.
 */
export function typedSentences(text: string, { mentions, dates, amounts }: FoundInText): TypedSentence[] {
  const characters = Array.from(text);
  const all = withoutOverlaps(characters, [
    ...mentions.map((mention) => placed({ type: 'Mention', mention })),
    ...dates.map((date) => placed({ type: 'Date', date })),
    ...amounts.map((amount) => placed({ type: 'Amount', amount })),
  ]);
  let next = 0;
  const partsOf = ({ start, end }: Span): Placed[] => {
    const own: Placed[] = [];
    while ((all[next]?.start ?? Infinity) < start) next++;
    while ((all[next]?.end ?? Infinity) <= end) own.push(all[next++] as Placed);
    return own;
  };
  return sentencesOf(text)
    .flatMap(withoutDateline)
    .flatMap((sentence) => withFewParts(sentence, partsOf(sentence)))
    .map(({ sentence, own }, index) => ({
      ...sentence,
      index,
      parts: own.map(({ part }) => part),
      typed: typedText(sentence, own),
    }));
}

/** Before what a report says: "LONDON, May 2, 2026 (Prophet) --", "BEIJING —", 预言家社伦敦5月2日电（记者王多伊）. */
const datelines: readonly RegExp[] = [
  /^\p{Lu}[\p{Lu} .'’-]{2,30}(?:, [^.;:()–—-]{2,40})?(?: ?\([^()]{2,40}\))? ?(?:--|[–—]|-(?= ))\s*(?=\S)/u,
  /^\p{Script=Han}{2,14}(?:\d{1,2}月)?\d{1,2}日(?:电|讯)\s?(?:[(（](?:记者|通讯员|实习生)[^()（）]{1,30}[)）])?\s*(?=\S)/u,
];

/** A dateline as a sentence of its own. */
function withoutDateline(sentence: Sentence): Sentence[] {
  const written = datelines.flatMap((pattern) => pattern.exec(sentence.text)?.[0] ?? [])[0];
  if (written === undefined) return [sentence];
  const [{ goesOn: _whole, ...line }, ...report] = cutAt(sentence, Array.from(sentence.text), [lengthOf(written)]) as [
    Sentence,
    Sentence,
  ];
  return [line, ...report];
}

const mostParts = limits.reading.sentenceParts.value;

interface WithParts {
  readonly sentence: Sentence;
  readonly own: readonly Placed[];
}

/** A sentence that has too many parts as several. */
function withFewParts(sentence: Sentence, own: readonly Placed[]): WithParts[] {
  if (own.length <= mostParts) return [{ sentence, own }];
  const places = own.flatMap(({ start }, index) => (index > 0 && index % mostParts === 0 ? [start - sentence.start] : []));
  const cut = cutAt(sentence, Array.from(sentence.text), places);
  const last = sentence.goesOn === true ? { ...(cut.at(-1) as Sentence), goesOn: true as const } : cut.at(-1);
  return [...cut.slice(0, -1), last as Sentence].map((each, index) => ({
    sentence: each,
    own: own.slice(index * mostParts, (index + 1) * mostParts),
  }));
}

type Placed = Span & { readonly part: Part };

const placed = (part: Part): Placed => ({ ...spanOf(part), part });

/** In order; of parts that overlap, those given first. */
function withoutOverlaps(characters: readonly string[], placed: readonly Placed[]): Placed[] {
  const kept: Placed[] = [];
  const byPlace = placed
    .map((each, order) => ({ each, order }))
    .toSorted((a, b) => a.each.start - b.each.start || a.order - b.order);
  for (const { each } of byPlace) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= each.start) kept.push(each);
    else if (last.part.type === 'Amount' && each.part.type === 'Mention' && last.start < each.start && each.end <= last.end)
      kept.splice(-1, 1, { ...last, end: endBefore(characters, each.start) }, each);
    else if (last.part.type !== 'Mention' && each.part.type === 'Mention') kept[kept.length - 1] = each;
  }
  return kept;
}

/** Without the space before a position. */
function endBefore(characters: readonly string[], position: number): number {
  let end = position;
  while (/\s/.test(characters[end - 1] ?? '')) end--;
  return end;
}

const labelOf = (part: Part): string => (part.type === 'Mention' ? part.mention.label : part.type);

/** "Its chairman, Mr Doe", "Dr. Doe": patterns name the person alone. A professor is one at a place, except in apposition. */
const honorific =
  /(?<![\p{L}-])(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Madam|Sheikh|Tan Sri|Puan Sri|Datuk|Datuk Seri|Dato|Tun|Shri|Haji|(?<=(?:,|['’]s)\s)(?:Prof|Professor|Gen|General|Senator|Judge))\.?\s$/u;

/** The source's own `<` would look like a token. */
function typedText({ text, start }: Sentence, parts: readonly Placed[]): string {
  const characters = Array.from(text.replaceAll('<', '‹'));
  let typed = '';
  let position = 0;
  for (const [index, { start: from, end, part }] of parts.entries()) {
    const before = characters.slice(position, from - start).join('');
    typed += `${labelOf(part) === 'Person' ? before.replace(honorific, '') : before}<${labelOf(part)}:${index}>`;
    position = end - start;
  }
  return typed + characters.slice(position).join('');
}
