import { useTranslations } from 'use-intl';
import { DateText, useDateWords } from '../parts/date-text.tsx';
import { EntityLink, useEntityName } from '../parts/entity-link.tsx';
import { EntityList } from '../parts/entity-list.tsx';
import { UnfoldingRow } from '../parts/unfolding-row.tsx';
import type { Observation } from './observations.ts';
import { ValueEvidence } from './value-evidence.tsx';
import { useValueText } from './value-text.ts';

interface ValuesTableProps {
  readonly caption: string;
  readonly values: readonly Observation[];
  /** Whether each row names its indicator. */
  readonly ofMany?: boolean;
}

/** Values as a table: what charts show, and what they cannot. Each unfolds to its evidence. */
export function ValuesTable({ caption, values, ofMany = false }: ValuesTableProps) {
  const t = useTranslations('statistics');
  return (
    <div className="values stack">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {ofMany && <th scope="col">{t('indicator')}</th>}
            <th scope="col">{t('period')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('where')}</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value) => (
            <Row key={value.key} observation={value} ofMany={ofMany} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ observation, ofMany }: { readonly observation: Observation; readonly ofMany: boolean }) {
  const t = useTranslations('statistics');
  const { indicator, period } = observation;
  return (
    <UnfoldingRow
      columns={ofMany ? 4 : 3}
      label={t('evidence')}
      beforeButton={<Subject observation={observation} />}
      content={() => <ValueEvidence observation={observation.id} />}
    >
      {ofMany && (
        <th scope="row">
          <EntityLink entity={indicator} />
        </th>
      )}
      {ofMany ? (
        <td data-label={t('period')}>
          <Period period={period} />
        </td>
      ) : (
        <th scope="row">
          <Period period={period} />
        </th>
      )}
      <td>
        <Value observation={observation} />
      </td>
    </UnfoldingRow>
  );
}

function Period({ period }: Pick<Observation, 'period'>) {
  const t = useTranslations('statistics');
  return period === null ? <span className="quiet">{t('noPeriod')}</span> : <DateText date={period} />;
}

function Value({ observation }: { readonly observation: Observation }) {
  const t = useTranslations('statistics');
  const text = useValueText();
  const dates = useDateWords();
  const nameOf = useEntityName();
  const { rank, rankedIn, converted, kind, basePeriod, value, unit } = observation;
  const isChange = kind === 'CHANGE';
  const notes = [
    kind === 'ACTUAL' ? undefined : t(`kind.${kind}`),
    basePeriod === null ? undefined : t('against', { period: dates.of(basePeriod.edtf) }),
    converted === null ? undefined : t('converted', { amount: text.amount(converted.value, converted.unit, isChange) }),
  ].filter((note) => note !== undefined);
  return (
    <>
      <strong>{text.value({ kind, comparator: observation.comparator, value, unit })}</strong>
      {rank !== null && (rankedIn === null ? t('rank', { rank }) : t('rankIn', { rank, region: nameOf(rankedIn) }))}
      {notes.length > 0 && <div className="small quiet">{notes.join(' · ')}</div>}
    </>
  );
}

/** What a value is of, and who reported it. */
function Subject({ observation: { region, about, reportedBy } }: { readonly observation: Observation }) {
  const t = useTranslations('statistics');
  return (
    <>
      <EntityList entities={[...(region === null ? [] : [region]), ...about]} />
      {reportedBy !== null && (
        <div className="small quiet">{t.rich('reported', { by: () => <EntityLink entity={reportedBy} /> })}</div>
      )}
    </>
  );
}
