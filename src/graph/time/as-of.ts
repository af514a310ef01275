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

/** The parameter that is the day. */
type Day = '$on' | '$earlier' | '$later';

/** Later than any instant that is recorded. */
export const now = '9999';

/** That something called `name` had been recorded at `$knownAt` and not yet retracted. `~` sorts after every digit. */
const knownBetween = (name: string, from: string, until: string): string =>
  `coalesce(${name}.${from}, '') <= $knownAt AND coalesce(${name}.${until}, '~') > $knownAt`;

/** That a claim called `name` was live at `$knownAt`. */
export const live = (name: string): string => knownBetween(name, 'recordedAt', 'retractedAt');

/** That an observation called `name` existed at `$knownAt`. A restored one keeps the intervals in which it did not: `absences`, each two instants of 24 characters. */
export const present = (name: string): string =>
  `${live(name)} AND none(absence IN coalesce(${name}.absences, []) WHERE left(absence, 24) <= $knownAt AND right(absence, 24) > $knownAt)`;

/** That a relation called `name` was known at `$knownAt`. */
export const known = (name: string): string => knownBetween(name, 'knownFrom', 'knownUntil');

/** That a relation called `name` may hold on a day. A bound that is not known bounds nothing. */
const possible = (name: string, day: Day): string =>
  `coalesce(${name}.possibleFrom, ${day}) <= ${day} AND coalesce(${name}.untilLatest, ${day}) >= ${day}`;

/** That one that may hold had begun by every reading, and by none had ended. */
const presumed = (name: string, day: Day): string =>
  `coalesce(${name}.presumedFrom, left(coalesce(${name}.knownFrom, '~'), 10)) <= ${day} AND (${name}.until IS NULL OR coalesce(${name}.untilEarliest, '') >= ${day})`;

/** That sources speak for the day of one that is presumed to hold. */
const certain = (name: string, day: Day): string =>
  `((coalesce(${name}.fromLatest, '~') <= ${day} AND coalesce(${name}.certainUntil, '') >= ${day}) OR ${day} IN coalesce(${name}.certainOn, []))`;

/** That one holds on a day with the certainty `$atLeast`. */
const holdsOn = (name: string, day: Day): string =>
  `${possible(name, day)} AND ($atLeast = 'POSSIBLE' OR (${presumed(name, day)} AND ($atLeast = 'PRESUMED' OR ${certain(name, day)})))`;

/** That a relation called `name` was known at `$knownAt`, and holds on the day `$on` with the certainty `$atLeast`. `certaintyOn` says the same. */
export const holds = (name: string): string => `${known(name)} AND ${holdsOn(name, '$on')}`;

/** How sure it is that a relation called `name`, which holds, does so. */
export const certaintyOf = (name: string): string =>
  `CASE WHEN ${presumed(name, '$on')} THEN CASE WHEN ${certain(name, '$on')} THEN 'CERTAIN' ELSE 'PRESUMED' END ELSE 'POSSIBLE' END`;

/** 2 where a relation called `name` is at least presumed to hold on a day, 1 where it only may, 0 where it does not hold. */
export const degreeOn = (name: string, day: Day): string =>
  `CASE WHEN ${holdsOn(name, day)} THEN CASE WHEN ${presumed(name, day)} THEN 2 ELSE 1 END ELSE 0 END`;
