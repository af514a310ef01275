import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { usePages } from '../api/use-pages.ts';
import { EntityLink, useEntityName } from '../parts/entity-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { chartsOf } from './charts.ts';
import { Figures } from './figures.tsx';
import { byIndicator, type IndicatorGroup } from './groups.ts';
import { observationsOf, type Observation } from './observations.ts';
import { ValuesTable } from './values-table.tsx';
import './statistics.css';

/** The figures of an entity: those that measure it, are about it, or were made there. Nothing where it has none. */
export function Statistics({ entity }: { readonly entity: string }) {
  const asOf = useAsOf();
  const view = usePages({
    query: observationsOf,
    variables: { entity, asOf },
    connectionOf: ({ entity: of }) => of?.observations,
    pages: 20,
  });
  return (
    <Loaded view={view}>
      {({ items, totalCount, more }) => (
        <div className="statistics">
          <Indicators values={items} />
          {more !== undefined && <More count={items.length} total={totalCount} onPress={more} />}
        </div>
      )}
    </Loaded>
  );
}

/** First those that have values to compare, each with its charts; the others share a table. */
function Indicators({ values }: { readonly values: readonly Observation[] }) {
  const t = useTranslations('statistics');
  const groups = byIndicator(values);
  const charted = groups.filter((group) => chartsOf(group.values).length > 0);
  const others = groups.filter((group) => !charted.includes(group)).flatMap((group) => group.values);
  if (values.length === 0) return <p className="quiet">{t('empty')}</p>;
  return (
    <>
      {charted.map((group) => (
        <Indicator key={group.indicator.id} group={group} />
      ))}
      {others.length > 0 && (
        <ValuesTable ofMany caption={t(charted.length === 0 ? 'figures' : 'others', { count: others.length })} values={others} />
      )}
    </>
  );
}

function Indicator({ group: { indicator, values } }: { readonly group: IndicatorGroup }) {
  const t = useTranslations('statistics');
  const nameOf = useEntityName();
  return (
    <section>
      <h3>
        <EntityLink entity={indicator} />
      </h3>
      <div className="beside">
        <div>
          <Figures indicator={nameOf(indicator)} values={values} />
        </div>
        <ValuesTable caption={t('figures', { count: values.length })} values={values} />
      </div>
    </section>
  );
}

function More({ count, total, onPress }: { readonly count: number; readonly total: number; readonly onPress: () => void }) {
  const t = useTranslations('statistics');
  return <Button onPress={onPress}>{t('more', { count, total })}</Button>;
}
