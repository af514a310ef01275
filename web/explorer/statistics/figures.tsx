import { lazy, Suspense } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useDateWords } from '../parts/date-text.tsx';
import { useEntityName } from '../parts/entity-link.tsx';
import { useUnitWords } from '../parts/use-unit-words.ts';
import { useAsOf } from '../url/use-as-of.ts';
import { chartsOf, type Chart } from './charts.ts';
import type { DrawnValue } from './drawing.ts';
import type { Observation } from './observations.ts';
import { useValueText } from './value-text.ts';

const Picture = lazy(() => import('./picture.tsx'));

/** The charts of an indicator, where it has values to compare. */
export function Figures({ indicator, values }: { readonly indicator: string; readonly values: readonly Observation[] }) {
  return chartsOf(values).map((chart) => <Figure key={chart.values[0]!.key} indicator={indicator} chart={chart} />);
}

function Figure({ indicator, chart }: { readonly indicator: string; readonly chart: Chart<Observation> }) {
  const t = useTranslations('statistics');
  const locale = useLocale();
  const format = useFormatter();
  const asOf = useAsOf();
  const dates = useDateWords();
  const units = useUnitWords();
  const values = useDrawn(chart);
  const { form, unit, isChange } = chart;
  const title = isChange
    ? t('changesIn', { indicator })
    : unit === null
      ? indicator
      : t('valuesIn', { indicator, unit: units.of(unit) });
  const number = new Intl.NumberFormat(locale, { notation: 'compact' });
  return (
    <figure className="chart">
      <figcaption>{t('figure', { title, date: dates.of(asOf?.date ?? new Date().toISOString().slice(0, 10)) })}</figcaption>
      <Suspense fallback={<div className="picture" />}>
        <Picture
          form={form}
          title={t('chart', { title })}
          values={values}
          axis={(value) => number.format(value)}
          time={(date) => format.dateTime(date, { year: 'numeric', ...(date.getUTCMonth() > 0 && { month: 'short' }) })}
        />
      </Suspense>
    </figure>
  );
}

/** The values with their words; what all have in common is not repeated. */
function useDrawn({ form, values }: Chart<Observation>): DrawnValue[] {
  const text = useValueText();
  const dates = useDateWords();
  const t = useTranslations('statistics');
  const nameOf = useEntityName();
  const names = ({ region, about }: Observation) => [...(region === null ? [] : [region]), ...about].map(nameOf);
  const common = values.map(names).reduce((all, each) => all.filter((name) => each.includes(name)));
  return values.flatMap((observation) => {
    const { value, period, kind } = observation;
    const words = [text.value(observation), kind === 'TARGET' || kind === 'FORECAST' ? t(`kind.${kind}`) : undefined];
    const own = names(observation).filter((name) => !common.includes(name));
    const of = form === 'BARS' ? [...own, period === null ? undefined : dates.of(period.edtf)] : [];
    const label = [...words, of.filter(Boolean).join(', ')].filter(Boolean).join(' · ');
    return value === null ? [] : [{ ...observation, value, label }];
  });
}
