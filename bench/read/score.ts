/** Precision, recall and F1 of what was found against what was expected. */
export interface Tally {
  readonly found: number;
  /** Of what was found. */
  readonly right: number;
  readonly expected: number;
  /** Of what was expected. */
  readonly reached: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

interface Score {
  /** Undefined where nothing was found. */
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  readonly f1: number | undefined;
  readonly found: number;
  readonly expected: number;
}

/** Of all texts together. */
export function scoreOf(tallies: readonly Tally[]): Score {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  const [found, expected] = [sum((tally) => tally.found), sum((tally) => tally.expected)];
  const precision = share(
    sum(({ right }) => right),
    found,
  );
  const recall = share(
    sum(({ reached }) => reached),
    expected,
  );
  return { precision, recall, f1: f1Of(precision, recall), found, expected };
}

const share = (part: number, all: number): number | undefined => (all === 0 ? undefined : part / all);

function f1Of(precision = 0, recall = 0): number | undefined {
  return precision + recall === 0 ? undefined : (2 * precision * recall) / (precision + recall);
}

export function table(scores: Readonly<Record<string, Score>>): string {
  const rows = Object.entries(scores).map(([kind, { precision, recall, f1, found, expected }]) =>
    [
      kind.padEnd(15),
      ...[precision, recall, f1].map((part) => (part === undefined ? '-' : part.toFixed(3)).padStart(9)),
      String(found).padStart(7),
      String(expected).padStart(9),
    ].join(' '),
  );
  return [`${'kind'.padEnd(15)} precision    recall        F1   found  expected`, ...rows].join('\n');
}
