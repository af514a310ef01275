/** The figures of a sentence: what is measured, when and where. */
import { bounds, yearsAfter } from '../../dates/calendar.js';
import { lastBefore } from '../../positions.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';
import { figureName } from './figure-name.js';
import { isMeant } from './meant.js';
import { measuringAmounts, type MeasuringAmount } from './measuring.js';
import { periodOf, sinceIn } from './period.js';
import { placeOf, type PlaceOfFigure } from './place.js';
import { reporterIn } from './reporter.js';
import { wordsAround } from './words.js';

export interface Figure extends MeasuringAmount {
  /** Its sentence's position in the text. */
  readonly sentence: number;
  /** Of the indicator, in the words of the text. */
  readonly name: string;
  /** The unit of the level that a change is of, where the text has given one. */
  readonly levelUnit?: string | undefined;
  readonly period?: string | undefined;
  readonly basePeriod?: string | undefined;
  readonly region?: string | undefined;
  /** How surely it is of its region. */
  readonly ground: PlaceOfFigure['ground'];
  readonly reportedBy?: string | undefined;
  readonly kind: 'ACTUAL' | 'TARGET' | 'FORECAST' | 'CHANGE';
}

interface FiguresRead {
  readonly figures: readonly Figure[];
  /** What the next sentence may go on with: also of an amount that is no value. */
  readonly last: Figure | undefined;
}

/** Sentences go on with what those before them measure, so each is read once. */
const known = new WeakMap<TypedSentence, FiguresRead>();

export const figuresOf = (sentence: TypedSentence, context: RuleContext): readonly Figure[] => readIn(sentence, context).figures;

function readIn(sentence: TypedSentence, context: RuleContext): FiguresRead {
  const found = known.get(sentence) ?? readFigures(sentence, context);
  known.set(sentence, found);
  return found;
}

function readFigures(sentence: TypedSentence, context: RuleContext): FiguresRead {
  const measuring = measuringAmounts(sentence);
  if (measuring.length === 0) return { figures: [], last: undefined };
  const figures: Figure[] = [];
  const reportedBy = reporterIn(sentence, context);
  let before = figureBefore(sentence, context);
  for (const each of measuring) {
    const figure = figureOf(sentence, each, before, context);
    // A range is no value, but what comes after it may go on with its place and time.
    if (figure !== undefined && each.amount.upper === undefined && isMeant(wordsAround(sentence, each.index)))
      figures.push({ ...figure, reportedBy: reportedBy ?? figure.reportedBy });
    before = figure ?? before;
  }
  return { figures, last: before };
}

/** The last figure of the sentence before, in the same paragraph; of one that goes on with it, the last of all. */
function figureBefore(sentence: TypedSentence, context: RuleContext): Figure | undefined {
  const previous = context.sentences[sentence.index - 1];
  const paragraph = lastBefore(context.reading.paragraphs, sentence.start + 1);
  if (previous === undefined || paragraph === undefined) return undefined;
  if (paragraph.end <= sentence.start || previous.start < paragraph.start)
    return goesOn.test(sentence.typed) ? lastFigure(sentence, context) : undefined;
  return readIn(previous, context).last;
}

/** How a paragraph begins that breaks down the figures before it. */
const goesOn =
  /^(?:(?:By|Of|Over|In|During)\s(?:the\s)?(?:same\s(?:period|months?|quarter|year)|region|province|country|sector|product|category|segment)s?\b|(?:分|按)[^，]{1,6}[看计]，|同期|其中)/u;
/** Sentences back that are looked through. */
const reach = 6;

function lastFigure({ index }: TypedSentence, context: RuleContext): Figure | undefined {
  const before = context.sentences.slice(Math.max(0, index - reach), index).toReversed();
  const last = before.map((sentence) => readIn(sentence, context).last).find((figure) => figure !== undefined);
  return last && { ...last, region: undefined };
}

function figureOf(
  sentence: TypedSentence,
  measuring: MeasuringAmount,
  before: Figure | undefined,
  context: RuleContext,
): Figure | undefined {
  const { amount, index } = measuring;
  const words = wordsAround(sentence, index);
  const own = figureName(amount, words);
  const name = own ?? before?.name;
  if (name === undefined) return undefined;
  const { date: published } = context.reading;
  const isSameSentence = before?.sentence === sentence.index;
  const carried = isSameSentence || before?.kind !== 'TARGET' ? before?.period : undefined;
  const period = periodOf(sentence, index, { base: amount.base, carried, published });
  const place = placeOf(sentence, index, before?.region, context);
  const isSame = own === undefined || own === before?.name;
  return {
    ...measuring,
    sentence: sentence.index,
    name,
    levelUnit: isSame ? (before?.levelUnit ?? before?.amount.unit) : undefined,
    period,
    basePeriod: amount.isChange
      ? (amount.base ?? sinceIn(sentence, index) ?? yearly(`${words.before.slice(-40)} ${words.after.slice(0, 40)}`, period))
      : undefined,
    region: place.id,
    ground: place.ground,
    reportedBy: isSame ? before?.reportedBy : undefined,
    kind: kindOf(sentence.text, amount.isChange, period, published),
  };
}

const yearly = (words: string, period: string | undefined): string | undefined =>
  period !== undefined && /year[\s-](?:on|over)[\s-]year|\byoy\b|同比/i.test(words) ? yearsAfter(period, -1) : undefined;

const forecast = /\b(?:expect(?:s|ed)?|sees|estimates?|forecasts?|projec(?:ts|ted|tion)|predict(?:s|ed)?)\b|预计|预测|有望/iu;
const target =
  /\b(?:aims?|will|intends?|pledge[sd]?|hopes?|set to|targets?|goals?|should|plans?\sto|will|is\sto|are\sto|strive[sd]?|milestones?|no\slater\sthan)\b|目标|力争|争取|计划|要求|将/iu;

/** Without a date, "will" is of days to come. */
const promised = /\b(?:will|plans?\sto|pledge[sd]?\sto|intends?\sto)\b/iu;

/** A value of days to come is aimed at, unless somebody only expects it. */
function kindOf(text: string, isChange: boolean, period: string | undefined, published: string | undefined): Figure['kind'] {
  const isFuture = period !== undefined && published !== undefined && bounds(period)[1] > bounds(published)[1];
  if (forecast.test(text) && (isFuture || period === undefined)) return 'FORECAST';
  if (period === undefined && promised.test(text)) return 'TARGET';
  const isPast = period !== undefined && published !== undefined && bounds(period)[1] < bounds(published)[0];
  if (target.test(text) && !isPast && (isFuture || /\b(?:aims?|targets?|goals?|milestones?)\b|目标|力争/iu.test(text)))
    return 'TARGET';
  return isChange ? 'CHANGE' : 'ACTUAL';
}
