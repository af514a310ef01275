/** The positions of a slider whose values are days. */

export const steps = ['day', 'month', 'year'] as const;
export type Step = (typeof steps)[number];

export interface Days {
  readonly first: string;
  readonly last: string;
}

export interface DayScale {
  /** The last position; 0 is the first. */
  readonly end: number;
  readonly positionOf: (day: string) => number;
  /** A month or year begins with its first day; the ends of the scale are the ends of the range. */
  readonly dayAt: (position: number) => string;
}

const millisecondsOfDay = 86_400_000;

const parts = (day: string) => day.split('-').map(Number) as [year: number, month: number, day: number];
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Days, months or years as numbers that follow each other. */
const units: Readonly<Record<Step, { readonly of: (day: string) => number; readonly first: (unit: number) => string }>> = {
  day: { of: (day) => Date.parse(day) / millisecondsOfDay, first: (unit) => iso(unit * millisecondsOfDay) },
  month: {
    of: (day) => parts(day)[0] * 12 + parts(day)[1] - 1,
    first: (unit) => iso(Date.UTC(Math.floor(unit / 12), unit % 12)),
  },
  year: { of: (day) => parts(day)[0], first: (unit) => iso(Date.UTC(unit, 0)) },
};

export function dayScale(step: Step, { first, last }: Days): DayScale {
  const { of, first: firstOf } = units[step];
  const origin = of(first);
  const end = of(last) - origin;
  return {
    end,
    positionOf: (day) => Math.min(Math.max(of(day) - origin, 0), end),
    dayAt: (position) => (position <= 0 ? first : position >= end ? last : firstOf(origin + position)),
  };
}
