/** Two clocks: the day in the world as of which relations are seen, and the instant as of which the graph knew them. */
export interface AsOf {
  /** ISO day. */
  readonly on: string;
  /** ISO instant in UTC. */
  readonly knownAt: string;
}

/** Later than any instant that is recorded. */
export const now = '9999';

/** That something called `name` had been recorded at `$knownAt`, and not yet been taken back. `~` stands after every digit. */
const knownBetween = (name: string, from: string, until: string): string =>
  `coalesce(${name}.${from}, '') <= $knownAt AND coalesce(${name}.${until}, '~') > $knownAt`;

/** That a claim called `name` was live at `$knownAt`. */
export const live = (name: string): string => knownBetween(name, 'recordedAt', 'retractedAt');

/** That an observation called `name` was there at `$knownAt`. One that is taken up again keeps when it was not: `absences`, each two instants of 24 characters. */
export const present = (name: string): string =>
  `${live(name)} AND none(absence IN coalesce(${name}.absences, []) WHERE left(absence, 24) <= $knownAt AND right(absence, 24) > $knownAt)`;

/** That a relation called `name` was known at `$knownAt`. */
export const known = (name: string): string => knownBetween(name, 'knownFrom', 'knownUntil');

/** That a relation called `name` was known at `$knownAt` and may hold on the day `$on`. An end that is not given bounds nothing. */
export const holds = (name: string): string =>
  `coalesce(${name}.fromEarliest, $on) <= $on AND coalesce(${name}.untilLatest, $on) >= $on AND ${known(name)}`;
