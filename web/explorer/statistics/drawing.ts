/** What the charts are drawn of: words and numbers, without anything of the API. */
export interface DrawnValue {
  readonly kind: 'ACTUAL' | 'CHANGE' | 'TARGET' | 'FORECAST';
  readonly comparator: 'EXACT' | 'ABOUT' | 'NEARLY' | 'AT_LEAST' | 'MORE_THAN' | 'AT_MOST' | 'LESS_THAN';
  readonly value: number;
  readonly unit: string | null;
  readonly period: { readonly edtf: string; readonly earliest: string | null; readonly latest: string | null } | null;
  readonly region: { readonly id: string } | null;
  readonly about: readonly { readonly id: string }[];
  /** The value in words, with what it is of where that differs. */
  readonly label: string;
}

export interface Drawing {
  readonly title: string;
  readonly values: readonly DrawnValue[];
  /** In CSS pixels. */
  readonly width: number;
  /** Writes a tick of the axis of values. */
  readonly axis: (value: number) => string;
  /** Writes a tick of the axis of time. */
  readonly time: (day: Date) => string;
}

export const colourOf = ({ kind }: DrawnValue): string => colours[kind];

const colours = { ACTUAL: 'var(--accent)', CHANGE: 'var(--accent)', TARGET: 'var(--warn)', FORECAST: 'var(--quiet)' };

export const isApproximate = ({ comparator }: DrawnValue): boolean => comparator === 'ABOUT' || comparator === 'NEARLY';
