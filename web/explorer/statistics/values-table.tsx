import { useTranslations } from 'use-intl';
import type { FragmentOf } from '../api/graphql.ts';
import { EntityLink, type entityLink } from '../parts/entity-link.tsx';
import type { Observation } from './observations.ts';
import { useValueText } from './value-text.ts';

interface ValuesTableProps {
  readonly indicator: string;
  readonly values: readonly Observation[];
}

/** The figures as a table: what the charts show, and what they cannot. */
export function ValuesTable({ indicator, values }: ValuesTableProps) {
  const t = useTranslations('statistics');
  return (
    <div className="values">
      <table>
        <caption>{t('caption', { indicator, count: values.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('meaning')}</th>
            <th scope="col">{t('where')}</th>
            <th scope="col">{t('reportedBy')}</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value) => (
            <Row key={value.key} value={value} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ value: observation }: { readonly value: Observation }) {
  const t = useTranslations('statistics');
  const { period, basePeriod, kind, region, about, reportedBy } = observation;
  return (
    <tr>
      <th scope="row">{period?.edtf ?? <span className="quiet">{t('noPeriod')}</span>}</th>
      <td>
        <Value observation={observation} />
      </td>
      <td>
        {t(`kind.${kind}`)} {basePeriod !== null && <span className="quiet">{t('against', { period: basePeriod.edtf })}</span>}
      </td>
      <td>
        <Entities entities={[...(region === null ? [] : [region]), ...about]} />
      </td>
      <td>{reportedBy !== null && <EntityLink entity={reportedBy} />}</td>
    </tr>
  );
}

function Value({ observation }: { readonly observation: Observation }) {
  const t = useTranslations('statistics');
  const text = useValueText();
  const { rank, rankedIn, converted } = observation;
  return (
    <>
      <strong>{text.value(observation)}</strong>
      {rank !== null && <span> {rankedIn === null ? t('rank', { rank }) : t('rankIn', { rank, region: rankedIn.name })}</span>}
      {converted !== null && (
        <div className="quiet">
          {t('converted', { amount: text.amount(converted.value, converted.unit, observation.kind === 'CHANGE') })}
        </div>
      )}
    </>
  );
}

function Entities({ entities }: { readonly entities: readonly FragmentOf<typeof entityLink>[] }) {
  return entities.map((entity, index) => (
    <span key={entity.key}>
      {index > 0 && ', '}
      <EntityLink entity={entity} />
    </span>
  ));
}
