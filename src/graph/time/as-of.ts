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

/** That a relation called `name` may hold on the day `$on`. A bound that is not known bounds nothing. */
const possible = (name: string): string =>
  `coalesce(${name}.possibleFrom, $on) <= $on AND coalesce(${name}.untilLatest, $on) >= $on`;

/** That one that may hold had begun by every reading, and by none had ended. */
const presumed = (name: string): string =>
  `coalesce(${name}.presumedFrom, left(coalesce(${name}.knownFrom, '~'), 10)) <= $on AND (${name}.until IS NULL OR coalesce(${name}.untilEarliest, '') >= $on)`;

/** That sources speak for the day of one that is presumed to hold. */
const certain = (name: string): string =>
  `((coalesce(${name}.fromLatest, '~') <= $on AND coalesce(${name}.certainUntil, '') >= $on) OR $on IN coalesce(${name}.certainOn, []))`;

/** That a relation called `name` was known at `$knownAt`, and holds on the day `$on` with the certainty `$atLeast`. `certaintyOn` says the same. */
export const holds = (name: string): string =>
  `${possible(name)} AND ${known(name)} AND ($atLeast = 'POSSIBLE' OR (${presumed(name)} AND ($atLeast = 'PRESUMED' OR ${certain(name)})))`;

/** How sure it is that a relation called `name`, which holds, does so. */
export const certaintyOf = (name: string): string =>
  `CASE WHEN ${presumed(name)} THEN CASE WHEN ${certain(name)} THEN 'CERTAIN' ELSE 'PRESUMED' END ELSE 'POSSIBLE' END`;
