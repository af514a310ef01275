import { useTranslations } from 'use-intl';
import { usePages } from '../api/use-pages.ts';
import { EntityLink } from '../parts/entity-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { byIndicator, type IndicatorGroup } from './groups.ts';
import { observationsOf } from './observations.ts';
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
  const t = useTranslations('statistics');
  return (
    <Loaded view={view}>
      {({ items, totalCount, more }) => (
        <div className="statistics">
          {items.length === 0 && <p className="quiet">{t('empty')}</p>}
          {byIndicator(items).map((group) => (
            <Indicator key={group.indicator.id} group={group} />
          ))}
          {more !== undefined && items.length < totalCount && (
            <p className="quiet">{t('part', { count: items.length, total: totalCount })}</p>
          )}
        </div>
      )}
    </Loaded>
  );
}

function Indicator({ group: { indicator, values } }: { readonly group: IndicatorGroup }) {
  return (
    <section>
      <h3>
        <EntityLink entity={indicator} />
      </h3>
      <ValuesTable indicator={indicator.name} values={values} />
    </section>
  );
}
