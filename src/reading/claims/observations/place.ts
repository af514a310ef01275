/** Where a figure was measured. */
import type { Mention } from '../../mentions/mention.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';
import { namedAlone } from '../known.js';
import { isOfFirm } from './firm-figures.js';
import { countryOfText, peopleOf } from './text-place.js';

interface PlaceAt {
  readonly id: string;
  readonly isBefore: boolean;
  readonly lead: string;
  readonly rest: string;
  /** The words between the amount and it. */
  readonly between: string;
}

/** How surely a figure is of its place. */
type Ground = 'NAMED' | 'CARRIED' | 'GUESSED';

export interface PlaceOfFigure {
  readonly id: string | undefined;
  readonly ground: Ground;
}

/** "About 3,900 in Japan", then "in Japan" before "China's"; then the place before it in the text, then the country that the text names most. */
export function placeOf(
  sentence: TypedSentence,
  index: number,
  carried: string | undefined,
  context: RuleContext,
): PlaceOfFigure {
  const own = ownPlace(sentence, index, context);
  if (own !== undefined) return { id: own, ground: 'NAMED' };
  if (han.test(sentence.text)) return chinesePlace(sentence, index, carried, context);
  if (isOfFirm(sentence, index)) return { id: undefined, ground: 'CARRIED' };
  if (carried !== undefined) return { id: carried, ground: 'CARRIED' };
  const people = peopleOf(sentence.text.replaceAll(goodsOf, ' '), context.lexicon)[0];
  return people === undefined ? { id: countryOfText(context), ground: 'GUESSED' } : { id: people, ground: 'NAMED' };
}

/** "Imports of Chinese trout" are not counted in China. */
const goodsOf = /\b[Ii]mports?\s(?:of|from)\s\p{Lu}\p{L}+/gu;

function ownPlace(sentence: TypedSentence, index: number, context: RuleContext): string | undefined {
  const places = withoutLists(placesIn(sentence, index, context)).filter(
    ({ lead, between, isBefore }) =>
      !/\b(?:from|to|into|than|with|as)\s(?:the\s)?$|对|向$/i.test(lead) && !(isBefore && ownClause.test(between)),
  );
  const beside = places.find(
    ({ isBefore, between }) => !isBefore && /^(?:\s\p{Ll}+){0,2}\s(?:in|across)\s(?:the\s)?$/u.test(between),
  );
  const within = places.findLast(({ lead, isBefore }) => isBefore && /\b(?:in|across|at|within)\s(?:the\s)?$|在$/i.test(lead));
  const whose = places.findLast(({ isBefore }) => isBefore);
  const after = places.find(
    ({ lead, rest, between }) =>
      !/[,，]/.test(between) && (/\b(?:in|across|within)\s(?:the\s)?$/i.test(lead) || /^['’]s/.test(rest)),
  );
  return (beside ?? within ?? whose ?? after)?.id;
}

/** "Will build a plant in Hungary and raise its output to …": the place is not that of the output. */
const ownClause = /\band\s(?:to\s|will\s|has\s)?\p{Ll}+\s(?:its|their|his|her)\s/u;

const han = /\p{Script=Han}/u;

/** Chinese names a province or city again, or says 全省; without that a figure is of the country that most bodies are of. */
function chinesePlace(sentence: TypedSentence, index: number, carried: string | undefined, context: RuleContext): PlaceOfFigure {
  const { text } = sentence;
  if (/全国|我国|全行业/u.test(text))
    return { id: context.lexicon.country ?? peopleOf(text, context.lexicon)[0], ground: 'NAMED' };
  const local = /全[省市县区州]|[该本]省|[该本]市|当地/u.test(text);
  const body = countsAreas(sentence, index) ? undefined : areaOfBody(sentence, context);
  const area = local ? (body ?? carried ?? firstArea(context)) : undefined;
  if (area !== undefined) return { id: area, ground: 'CARRIED' };
  const goesOn = /其中|分别/u.test(text) || carried === firstNamed(context);
  if (carried !== undefined && goesOn) return { id: carried, ground: 'CARRIED' };
  return { id: body ?? context.lexicon.country ?? countryOfText(context), ground: 'GUESSED' };
}

/** Provinces and countries are counted in more than one of them. */
const countsAreas = ({ parts }: TypedSentence, index: number): boolean => {
  const part = parts[index];
  return part?.type === 'Amount' && /^\{(?:province|country|region)\}$/u.test(part.amount.unit ?? '');
};

/** The province or city of a body that the sentence names: 山东省交通运输厅 counts what is in 山东. */
function areaOfBody({ typed, parts }: TypedSentence, { lexicon }: RuleContext): string | undefined {
  const bodies = [...typed.matchAll(/<Agency:(\d+)>/g)].flatMap(({ 1: at }) => {
    const part = parts[Number(at)];
    return part?.type === 'Mention' ? [part.mention] : [];
  });
  return bodies.map(({ newName, text }) => areaIn(newName ?? text, lexicon)).find((id) => id !== undefined);
}

function areaIn(name: string, lexicon: RuleContext['lexicon']): string | undefined {
  const area = /^\p{Script=Han}{2,7}?[省市县州](?=\p{Script=Han}{2})/u.exec(name)?.[0];
  return area === undefined ? undefined : namedAlone(area, { lexicon })?.entity;
}

/** Of 全市 in a text that begins with a city. */
function firstArea(context: RuleContext): string | undefined {
  const id = firstNamed(context);
  return id === undefined || context.lexicon.entity(id)?.kinds.includes('COUNTRY') === true ? undefined : id;
}

/** The place that a text begins with, as 湖南三市试行…; 北京6月11日电 says where it was written. */
const firstNamed = ({ reading: { mentions, text } }: RuleContext): string | undefined => {
  const first = (mentions as readonly Mention[]).find(({ label }) => label === 'Region');
  const after =
    first === undefined
      ? ''
      : Array.from(text.slice(0, 400))
          .slice(first.end, first.end + 10)
          .join('');
  return /^(?:\d+月\d+日|\d+日)?电/u.test(after) ? undefined : first?.entity;
};

/** The places of a list are those that are counted, not where. */
const withoutLists = (places: readonly PlaceAt[]): PlaceAt[] =>
  places.filter(({ lead, rest }) => !inList.test(lead) && !/^(?:,\s<Region|、|和|\sand\s<Region)/.test(rest));

const inList = /(?:Region:\d+>(?:,|,?\sand)|、|和)\s?$/u;

function placesIn({ typed, parts }: TypedSentence, index: number, { idOf }: RuleContext): PlaceAt[] {
  const tokens = [...typed.matchAll(/<[A-Za-z]+:(\d+)>/g)];
  const own = tokens.find(({ 1: at }) => Number(at) === index);
  const amount = own?.index ?? 0;
  const amountEnd = amount + (own?.[0].length ?? 0);
  return tokens.flatMap(({ index: start, 0: token, 1: at }) => {
    const part = parts[Number(at)];
    const id = part?.type === 'Mention' && part.mention.label === 'Region' ? idOf(part.mention) : undefined;
    if (id === undefined) return [];
    const end = start + token.length;
    return [
      {
        id,
        isBefore: start < amount,
        lead: typed.slice(Math.max(0, start - 18), start),
        rest: typed.slice(end, end + 16),
        between: start < amount ? typed.slice(end, amount) : typed.slice(amountEnd, start),
      },
    ];
  });
}
