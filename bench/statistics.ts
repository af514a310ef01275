/** The middle value; NaN of none. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The value below which a share of the values is; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.filter(Number.isFinite).sort((one, other) => one - other);
  const position = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(position)] ?? NaN, sorted[Math.ceil(position)] ?? NaN];
  return low + (high - low) * (position - Math.floor(position));
}

/** The mean of ratios; NaN of none. */
export function geometricMean(values: readonly number[]): number {
  const logarithms = values.filter((value) => value > 0 && Number.isFinite(value)).map(Math.log);
  return logarithms.length === 0 ? NaN : Math.exp(logarithms.reduce((sum, each) => sum + each, 0) / logarithms.length);
}

/** Three significant digits. */
export const digits = (value: number | undefined): string =>
  value === undefined || !Number.isFinite(value) ? '–' : value >= 100 ? value.toFixed(0) : value.toPrecision(3);

/** A table of Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
