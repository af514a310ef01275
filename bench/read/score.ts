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

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly found: number;
  readonly expected: number;
}

/** Of all articles together. */
export function scoreOf(tallies: readonly Tally[]): Score {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  const precision =
    sum(({ right }) => right) /
    Math.max(
      1,
      sum(({ found }) => found),
    );
  const recall =
    sum(({ reached }) => reached) /
    Math.max(
      1,
      sum(({ expected }) => expected),
    );
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    found: sum(({ found }) => found),
    expected: sum(({ expected }) => expected),
  };
}

export function table(scores: Readonly<Record<string, Score>>): string {
  const rows = Object.entries(scores).map(([kind, { precision, recall, f1, found, expected }]) =>
    [
      kind.padEnd(10),
      ...[precision, recall, f1].map((share) => share.toFixed(3).padStart(9)),
      String(found).padStart(7),
      String(expected).padStart(9),
    ].join(' '),
  );
  return ['kind       precision    recall        F1   found  expected', ...rows].join('\n');
}

/** The mistakes, those that repeat first. */
export function worst(results: readonly Readonly<Record<string, unknown>>[], most: number): string[] {
  const lines = results.flatMap((result) => {
    const { wrong, missed } = result['links'] as Tally;
    const article = String(result['article']).replace('document:', '').slice(0, 32);
    return [...wrong.map((each) => `${article}: wrong ${each}`), ...missed.map((each) => `${article}: missed ${each}`)];
  });
  return lines.slice(0, most);
}
