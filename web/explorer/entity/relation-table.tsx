import { useTranslations } from 'use-intl';
import { RelationRows } from './relation-rows.tsx';
import type { Relations } from './relations-query.ts';
import type { Order } from './search.ts';
import { SortableHeader } from './sortable-header.tsx';

interface TableProps {
  /** What the relation is called, seen from the entity. */
  readonly label: string;
  /** What the URL calls it. */
  readonly relation: string;
  readonly relations: Relations;
  readonly order: Order;
}

/**
 * Facts in rows that unfold to their evidence.
 * The table is HTML's own: its links and buttons are reached with Tab, which those of a grid are not.
 */
export function RelationTable({ label, relation, relations: { edges, totalCount }, order }: TableProps) {
  const t = useTranslations('entity');
  const isSortable = totalCount > 1;
  return (
    <table aria-label={label} className="relation-table">
      <thead>
        <tr>
          <SortableHeader relation={relation} column="NAME" order={order} isSortable={isSortable}>
            {t('column.name')}
          </SortableHeader>
          <SortableHeader relation={relation} column="VALID_FROM" order={order} isSortable={isSortable}>
            {t('column.when')}
          </SortableHeader>
          <th scope="col">{t('column.evidence')}</th>
        </tr>
      </thead>
      <tbody>
        {edges.length === 0 && (
          <tr>
            <td colSpan={3}>{t('noMatch')}</td>
          </tr>
        )}
        {edges.map((edge) => (
          <RelationRows key={edge.cursor} relation={edge} />
        ))}
      </tbody>
    </table>
  );
}
