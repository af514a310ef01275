import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { DateText } from '../parts/date-text.tsx';
import { useEntityName } from '../parts/entity-link.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { UnfoldingRow } from '../parts/unfolding-row.tsx';
import { CoverageEvidence } from './coverage-evidence.tsx';
import { CoverageReason } from './coverage-reason.tsx';
import { rankOf } from './legend.tsx';
import { heldIn, type Place } from './place.ts';
import { PlaceLink } from './place-link.tsx';
import { useRegions, type Order } from './search.ts';
import { Status } from './status-mark.tsx';

/** Places with their coverage, or with how many policies and programs hold in each. */
export function PlacesTable({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations('regions');
  const { of, sort } = useRegions();
  const nameOf = useEntityName();
  const rows = inOrder(places, sort, nameOf);
  return (
    <div className="scroll stack" role="region" aria-label={t('table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <Sorted by="name">{t('place')}</Sorted>
            <th scope="col">{t('level')}</th>
            <Sorted by="status">{t(of === undefined ? 'holds' : 'coverage')}</Sorted>
            {of !== undefined && (
              <>
                <th scope="col">{t('through')}</th>
                <Sorted by="stated">{t('stated')}</Sorted>
                <th scope="col">{t('evidence')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((place) => (
            <Row key={place.key} place={place} of={of} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const orders: Readonly<Record<Order, (place: Place) => string | number>> = {
  name: () => 0,
  status: (place) => (place.coverage == null ? -heldIn(place) : rankOf(place.coverage.status)),
  stated: ({ coverage }) => coverage?.statedOn?.edtf ?? '~', // after all dates
};

function inOrder(places: readonly Place[], order: Order, nameOf: (place: Place) => string): readonly Place[] {
  const of = orders[order];
  return places.toSorted((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : nameOf(a).localeCompare(nameOf(b))));
}

/** The heading of a column that the table can be ordered by. */
function Sorted({ by, children }: { readonly by: Order; readonly children: string }) {
  const { sort, change } = useRegions();
  return (
    <th scope="col" aria-sort={sort === by ? 'ascending' : undefined}>
      <Button className="sort" onPress={() => change({ sort: by === 'name' ? undefined : by })}>
        {children}
      </Button>
    </th>
  );
}

function Row({ place, of }: { readonly place: Place; readonly of: string | undefined }) {
  const t = useTranslations('regions');
  const words = useModelWords();
  const nameOf = useEntityName();
  const { coverage, level } = place;
  const cells = (
    <>
      <th scope="row">
        <PlaceLink place={place} />
      </th>
      <td>{level !== null && words.value('Region', 'level', level)}</td>
      <td data-label={coverage == null ? t('holds') : undefined}>
        {coverage == null ? heldIn(place) : <Status status={coverage.status} />}
      </td>
    </>
  );
  if (coverage == null || of === undefined) return <tr>{cells}</tr>;
  return (
    <UnfoldingRow
      columns={6}
      label={t('evidence')}
      name={t('evidenceOf', { name: nameOf(place) })}
      content={coverage.status === 'NO_EVIDENCE' ? undefined : () => <CoverageEvidence place={place.id} of={of} />}
    >
      {cells}
      <td>
        <CoverageReason coverage={coverage} place={place.id} isBrief />
      </td>
      <td data-label={t('stated')}>{coverage.statedOn !== null && <DateText date={coverage.statedOn} />}</td>
    </UnfoldingRow>
  );
}
