/** Where a figure was measured. */
import type { Mention } from '../../mentions/mention.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';

interface PlaceAt {
  readonly id: string;
  readonly isBefore: boolean;
  readonly lead: string;
  readonly rest: string;
  /** From the amount to it. */
  readonly between: string;
}

/** "In Japan" before "China's"; then the place before it in the text, then the country that the text names most. */
export function placeOf(
  sentence: TypedSentence,
  index: number,
  carried: string | undefined,
  context: RuleContext,
): string | undefined {
  const places = withoutLists(placesIn(sentence, index, context)).filter(
    ({ lead }) => !/\b(?:from|to|into|than|with|as)\s(?:the\s)?$|对|向$/i.test(lead),
  );
  const within = places.findLast(({ lead, isBefore }) => isBefore && /\b(?:in|across|at|within)\s(?:the\s)?$|在$/i.test(lead));
  const whose = places.findLast(({ isBefore }) => isBefore);
  const after = places.find(
    ({ lead, rest, between }) =>
      !/[,，]/.test(between) && (/\b(?:in|across|within)\s(?:the\s)?$/i.test(lead) || /^['’]s/.test(rest)),
  );
  const own = (within ?? whose ?? after)?.id;
  if (own !== undefined) return own;
  return han.test(sentence.text)
    ? chinesePlace(sentence, carried, context)
    : (carried ?? demonym(sentence.text, context) ?? placeOfText(context));
}

const han = /\p{Script=Han}/u;

/** Chinese names a province or city again, or says 全省; without that a figure is of the country that most bodies are of. */
function chinesePlace({ text }: TypedSentence, carried: string | undefined, context: RuleContext): string | undefined {
  if (/全国|我国|全行业/u.test(text)) return demonym(text, context) ?? context.lexicon.country;
  if (/全[省市县区]|[该本]省|[该本]市|当地/u.test(text) && carried !== undefined) return carried;
  if (carried !== undefined && (/其中|分别/u.test(text) || carried === firstNamed(context))) return carried;
  return context.lexicon.country ?? placeOfText(context);
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

const textPlaces = new WeakMap<RuleContext, string | undefined>();

/** The place that a whole text is about; it is read once. */
function placeOfText(context: RuleContext): string | undefined {
  if (!textPlaces.has(context))
    textPlaces.set(context, mostNamed(context) ?? demonym(context.reading.text, context) ?? onlyCountry(context));
  return textPlaces.get(context);
}

/** The places of a list are those that are counted, not where. */
const withoutLists = (places: readonly PlaceAt[]): PlaceAt[] =>
  places.filter(({ lead, rest }) => !/(?:,|、|和|\band)\s?$/i.test(lead) && !/^(?:,\s<Region|、|和|\sand\s<Region)/.test(rest));

const peoples: Readonly<Record<string, string>> = {
  Chinese: 'CN',
  American: 'US',
  Japanese: 'JP',
  Korean: 'KR',
  Russian: 'RU',
  German: 'DE',
  French: 'FR',
  British: 'GB',
  Indian: 'IN',
  Indonesian: 'ID',
  Vietnamese: 'VN',
  Brazilian: 'BR',
  我国: 'CN',
  全国: 'CN',
};

/** "Chinese banks" are in China. */
function demonym(text: string, { lexicon }: RuleContext): string | undefined {
  const people = Object.keys(peoples).find((each) => text.includes(each));
  const id = people === undefined ? undefined : `region:${peoples[people]}`;
  return id !== undefined && lexicon.entity(id) !== undefined ? id : undefined;
}

function placesIn({ typed, parts }: TypedSentence, index: number, { idOf }: RuleContext): PlaceAt[] {
  const tokens = [...typed.matchAll(/<[A-Za-z]+:(\d+)>/g)];
  const amount = tokens.find(({ 1: at }) => Number(at) === index)?.index ?? 0;
  return tokens.flatMap(({ index: start, 0: token, 1: at }) => {
    const part = parts[Number(at)];
    const id = part?.type === 'Mention' && part.mention.label === 'Region' ? idOf(part.mention) : undefined;
    if (id === undefined) return [];
    const end = start + token.length;
    return [
      {
        id,
        isBefore: start < amount,
        lead: typed.slice(Math.max(0, start - 14), start),
        rest: typed.slice(end, end + 16),
        between: typed.slice(amount, start),
      },
    ];
  });
}

/** The country that a text names most: a province or city is named for a figure or is not where it was measured. */
function mostNamed({ reading: { mentions }, lexicon }: RuleContext): string | undefined {
  const counts = new Map<string, number>();
  for (const { entity, label } of mentions as readonly Mention[])
    if (label === 'Region' && entity !== undefined && isWhole(lexicon.entity(entity)?.kinds))
      counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

/** The country of all places and bodies that a text names, where they are of one. */
function onlyCountry({ reading: { mentions }, lexicon }: RuleContext): string | undefined {
  const countries = mentions.flatMap(({ entity = '' }) => [
    ...[...lexicon.ancestors(entity)].filter((id) => lexicon.entity(id)?.kinds.includes('COUNTRY')),
    ...(lexicon.entity(entity)?.countries ?? []),
  ]);
  const [first, ...others] = new Set(countries);
  return others.length === 0 ? first : undefined;
}

const isWhole = (kinds: readonly string[] = []): boolean =>
  kinds.length === 0 || kinds.some((kind) => ['COUNTRY', 'BLOC', 'WORLD', 'CONTINENT'].includes(kind));
