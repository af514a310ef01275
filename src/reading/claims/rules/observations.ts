/** What amounts and ranks measure. */
import type { ObservationRecord } from '../../../graph/stored/record-types.js';
import { figuresOf, type Figure } from '../observations/figures.js';
import { knownIndicator, newIndicator, type Measured } from '../observations/indicator.js';
import { ranksIn, type RankInText } from '../observations/ranks.js';
import { periodOf } from '../observations/period.js';
import type { Suggestion } from '../proposal.js';
import type { ReadingRule, RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';

export const amountMeasures: ReadingRule = {
  name: 'amount-measures',
  example: 'In 2023, Narnia exported 15,000 used wands.',
  read: (sentence, context) => figuresOf(sentence, context).flatMap((figure) => suggestions(figure, sentence, context)),
};

export const rankMeasures: ReadingRule = {
  name: 'rank-measures',
  example: 'The Wizarding Weekly Corporation is the world’s second-largest exporter of wands.',
  read: (sentence, context) => ranksIn(sentence).flatMap((rank) => ranked(rank, sentence, context)),
};

function suggestions(figure: Figure, sentence: TypedSentence, context: RuleContext): Suggestion[] {
  const { amount, name, levelUnit } = figure;
  const about = aboutOf(sentence, context);
  const measured: Measured = {
    name,
    unit: amount.isChange ? (levelUnit ?? amount.unit ?? '1') : (amount.unit ?? '1'),
    isChange: amount.isChange && levelUnit === undefined,
    language: context.reading.language,
    about,
    isOfTopic: figure.ground === 'CARRIED',
  };
  return withIndicator(
    measured,
    context,
    confidenceOf(figure),
    (indicator) => observationOf(figure, indicator, about),
    `“${amount.text}” is an amount of it`,
  );
}

/** The less, the more of its place and time is taken from elsewhere. */
function confidenceOf({ ground, period, kind }: Figure): number {
  const ofPlace = { NAMED: 0.65, CARRIED: 0.6, GUESSED: 0.5 }[ground];
  const ofTime = period === undefined ? 0.8 : 1;
  const ofKind = kind === 'FORECAST' || kind === 'TARGET' ? 0.95 : 1;
  return round(ofPlace * ofTime * ofKind);
}

const round = (confidence: number): number => Math.round(confidence * 100) / 100;

/** The observation, after its indicator where the graph has none. */
function withIndicator(
  measured: Measured,
  { lexicon }: RuleContext,
  confidence: number,
  observation: (indicator: string) => Omit<ObservationRecord, 'id'>,
  why: string,
): Suggestion[] {
  const known = knownIndicator(measured, lexicon);
  const entity = known === undefined ? newIndicator(measured) : undefined;
  const made = observation(known?.id ?? entity?.id ?? '');
  const summary = `Measures ${measured.name}.`;
  const value: Suggestion = {
    kind: 'OBSERVATION',
    observation: made,
    confidence: known === undefined ? confidence : round(confidence + 0.1),
    why: `${why}${known === undefined ? '' : `; ${known.id} has its words and unit`}.`,
    summary,
  };
  if (entity === undefined) return [value];
  return [{ kind: 'ENTITY', entity, confidence, why: 'No indicator of the graph has its words and unit.', summary }, value];
}

function observationOf(figure: Figure, indicator: string, about: readonly string[]): Omit<ObservationRecord, 'id'> {
  const { amount, converted, region, period, basePeriod, reportedBy, kind } = figure;
  return {
    indicator,
    about,
    region,
    period,
    basePeriod,
    value: amount.value,
    unit: amount.unit,
    comparator: amount.comparator,
    kind,
    ...(converted === undefined ? {} : { convertedValue: converted.value, convertedUnit: converted.unit }),
    reportedBy,
  };
}

/** The products, sectors, firms, programs and policies that the sentence names. */
function aboutOf({ parts }: TypedSentence, { idOf }: RuleContext): string[] {
  const ids = parts.flatMap((part) =>
    part.type === 'Mention' && ['Product', 'Sector', 'Program', 'Policy'].includes(part.mention.label)
      ? [idOf(part.mention)]
      : [],
  );
  return [...new Set(ids.filter((id) => id !== undefined))];
}

function ranked({ of, rank, name }: RankInText, sentence: TypedSentence, context: RuleContext): Suggestion[] {
  const who = of.mention('who');
  const id = who === undefined ? undefined : context.idOf(who);
  if (who === undefined || id === undefined) return [];
  const among = of.mention('among');
  const isRegion = who.label === 'Region';
  const about = aboutOf(sentence, context);
  const measured = { name, unit: '', isChange: true, language: context.reading.language, about, isOfTopic: false };
  const observation = {
    indicator: '',
    about: isRegion ? about : [id, ...about.filter((each) => each !== id)],
    region: isRegion ? id : among && context.idOf(among),
    rankedIn: (among && context.idOf(among)) ?? worldIn(sentence, context),
    period: periodOf(sentence, -1, { published: context.reading.date }),
    rank,
    comparator: 'EXACT' as const,
    kind: 'ACTUAL' as const,
  };
  return withIndicator(
    measured,
    context,
    0.6,
    (indicator) => ({ ...observation, indicator }),
    'It is called the largest, or the one after it',
  );
}

const worldIn = ({ text }: TypedSentence, { lexicon }: RuleContext): string | undefined =>
  /\bworld['’]s|世界|全球/u.test(text) && lexicon.entity('region:M49-001') !== undefined ? 'region:M49-001' : undefined;
