/** LONG_RUNS=1 takes the long way: what is whole, large, or provoked only at random. CI does for some files, see .ci/run. */
export const isLong = process.env['LONG_RUNS'] !== undefined;

/** How often to repeat, or how large to be. */
export const times = (usually: number, long: number): number => (isLong ? long : usually);
