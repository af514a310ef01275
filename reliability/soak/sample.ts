/** What is seen of the service at one moment of a long run. */
export interface Sample {
  /** Resident memory, in MB. */
  readonly memory: number;
  /** Open files and sockets. */
  readonly handles: number;
  /** The median time of a query since the last sample, in ms. */
  readonly latency: number;
}

/** How much each grew, as a share of what it was: the medians of the last fifth of the samples, beside those of the second fifth, when caches are full. */
export function growth(samples: readonly Sample[]): Sample {
  const fifth = Math.floor(samples.length / 5);
  const of = (key: keyof Sample) => {
    const early = median(samples.slice(fifth, 2 * fifth).map((sample) => sample[key]));
    const late = median(samples.slice(-fifth).map((sample) => sample[key]));
    return late / early - 1;
  };
  return { memory: of('memory'), handles: of('handles'), latency: of('latency') };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
