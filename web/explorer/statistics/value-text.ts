import { useLocale, useTranslations } from 'use-intl';
import { useUnitWords } from '../parts/use-unit-words.ts';
import type { Observation } from './observations.ts';

type Measured = Pick<Observation, 'comparator' | 'value' | 'unit' | 'kind'>;

/** How values are written: "more than 15,000 cars", "+19.6%", "2.38 trillion Chinese yuan". */
export function useValueText() {
  const t = useTranslations('statistics');
  const locale = useLocale();
  const units = useUnitWords();
  const joined = useTranslations('units');
  const amount = (value: number, unit: string | null, isChange: boolean) => {
    const sign = isChange ? 'exceptZero' : 'auto';
    if (unit === '%')
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 10, signDisplay: sign }).format(
        value / 100,
      );
    const number = numberText(value, locale, sign);
    return unit === null ? number : joined('amount', { number, unit: units.of(unit, value) }).trim();
  };
  return {
    amount,
    value: ({ comparator, value, unit, kind }: Measured) =>
      value === null ? undefined : t(`comparator.${comparator}`, { amount: amount(value, unit, kind === 'CHANGE') }),
  };
}

/** In words of magnitude where these lose no digit, in full otherwise. */
function numberText(value: number, locale: string, signDisplay: 'exceptZero' | 'auto'): string {
  const compact = { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 6, signDisplay } as const;
  const isExact = Number(value.toPrecision(6)) === value;
  return new Intl.NumberFormat(
    locale,
    isExact && Math.abs(value) >= 1e6 ? compact : { maximumFractionDigits: 10, signDisplay },
  ).format(value);
}
