import type { Certainty } from './certainty.js';

/** Two clocks: the day in the world as of which relations are seen, and the instant as of which the graph knew them. */
export interface AsOf {
  /** ISO day. */
  readonly on: string;
  /** ISO instant in UTC. */
  readonly knownAt: string;
  /** Only relations that hold with this certainty; all by default. */
  readonly atLeast?: Certainty;
}

/** What a condition is written for: the rest of an as-of are values of its parameters. */
export interface View {
  readonly isOfNow: boolean;
  readonly atLeast: Certainty;
}

/** The parameter that is the day. */
type Day = '$on' | '$earlier' | '$later';

/** Later than any instant that is recorded. */
export const now = '9999';

export const viewOf = ({ knownAt, atLeast = 'POSSIBLE' }: AsOf): View => ({ isOfNow: knownAt === now, atLeast });

/**
 * That a relation called `name` was known at `$knownAt`, and holds on the day `$on` with the certainty that is asked for. `certaintyOn` says the same.
 * These are placeholders, for a statement is composed before its view is known, and the view of most requests needs a fourth of the tests.
 */
export const holds = (name: string): string => `{{holds ${name}}}`;

/** That a claim called `name` was live at `$knownAt`. */
export const live = (name: string): string => `{{live ${name}}}`;

/** That an observation called `name` existed at `$knownAt`. */
export const present = (name: string): string => `{{present ${name}}}`;

/** 2 where a relation called `name` is at least presumed to hold on a day, 1 where it only may, 0 where it does not hold. */
export const degreeOn = (name: string, day: Day): string => `{{degree ${name} ${day}}}`;

/** How sure it is that a relation called `name`, which holds, does so. */
export const certaintyOf = (name: string): string =>
  `CASE WHEN ${presumed(name, '$on')} THEN CASE WHEN ${certain(name, '$on')} THEN 'CERTAIN' ELSE 'PRESUMED' END ELSE 'POSSIBLE' END`;

/** The text of a statement, with its conditions written out for a view. */
export const writtenFor = ({ isOfNow, atLeast }: View, text: string): string =>
  text.replaceAll(placeholder, (_, condition: Condition, name: string, day: Day = '$on') =>
    conditions[condition](name, isOfNow, atLeast, day),
  );

const placeholder = /\{\{(holds|known|live|present|degree) (\w+)(?: (\$\w+))?\}\}/g;

type Condition = 'holds' | 'known' | 'live' | 'present' | 'degree';

/** What each placeholder says. All are true or false, never null, so that NOT of them may be asked too. */
const conditions: Readonly<Record<Condition, (name: string, isOfNow: boolean, atLeast: Certainty, day: Day) => string>> = {
  holds: (name, isOfNow, atLeast, day) => {
    const tests = `${knownBetween(name, 'knownFrom', 'knownUntil', isOfNow)} AND ${holdsOn(name, day, atLeast)}`;
    if (!isOfNow || atLeast !== 'POSSIBLE') return tests;
    return `CASE WHEN ${name}.openFrom <= ${day} THEN true ELSE ${name}.openFrom IS NULL AND ${tests} END`;
  },
  known: (name, isOfNow) => knownBetween(name, 'knownFrom', 'knownUntil', isOfNow),
  live: (name, isOfNow) => knownBetween(name, 'recordedAt', 'retractedAt', isOfNow),
  present: (name, isOfNow) =>
    knownBetween(name, 'recordedAt', 'retractedAt', isOfNow) + (isOfNow ? '' : ` AND ${outsideAbsences(name)}`),
  degree: (name, _, atLeast, day) =>
    `CASE WHEN ${holdsOn(name, day, atLeast)} THEN CASE WHEN ${presumed(name, day)} THEN 2 ELSE 1 END ELSE 0 END`,
};

/** That something called `name` had been recorded at `$knownAt` and not yet retracted: now, that it is not retracted. `~` sorts after every digit. */
const knownBetween = (name: string, from: string, until: string, isOfNow: boolean): string =>
  isOfNow
    ? `${name}.${until} IS NULL`
    : `coalesce(${name}.${from}, '') <= $knownAt AND coalesce(${name}.${until}, '~') > $knownAt`;

/** A restored observation keeps the intervals in which it did not exist: `absences`, each two instants of 24 characters. */
const outsideAbsences = (name: string): string =>
  `none(absence IN coalesce(${name}.absences, []) WHERE left(absence, 24) <= $knownAt AND right(absence, 24) > $knownAt)`;

/** That a relation called `name` holds on a day with a certainty. */
const holdsOn = (name: string, day: Day, atLeast: Certainty): string =>
  [
    possible(name, day),
    ...(atLeast === 'POSSIBLE' ? [] : [presumed(name, day)]),
    ...(atLeast === 'CERTAIN' ? [certain(name, day)] : []),
  ].join(' AND ');

/** That a relation called `name` may hold on a day. A bound that is not known bounds nothing. */
const possible = (name: string, day: Day): string =>
  `coalesce(${name}.possibleFrom, ${day}) <= ${day} AND coalesce(${name}.untilLatest, ${day}) >= ${day}`;

/** That one that may hold had begun by every reading, and by none had ended. */
const presumed = (name: string, day: Day): string =>
  `coalesce(${name}.presumedFrom, left(coalesce(${name}.knownFrom, '~'), 10)) <= ${day} AND (${name}.until IS NULL OR coalesce(${name}.untilEarliest, '') >= ${day})`;

/** That sources speak for the day of one that is presumed to hold. */
const certain = (name: string, day: Day): string =>
  `((coalesce(${name}.fromLatest, '~') <= ${day} AND coalesce(${name}.certainUntil, '') >= ${day}) OR ${day} IN coalesce(${name}.certainOn, []))`;
