import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { EntityLink } from '../../parts/entity-link.tsx';
import { useModelWords } from '../../parts/model-words.ts';
import { OpenButtons } from '../controls/open-buttons.tsx';
import { kindOf } from '../drawing/kinds.ts';
import { Swatch } from '../drawing/swatch.tsx';
import type { ShownEntity } from '../graph/shown.ts';
import type { Walk } from '../use-walk.ts';
import { Paged } from './paged.tsx';
import type { TableProps } from './tables.tsx';

/** Every entity of the picture, with what opens and closes it. */
export function EntityTable({ walk, shown }: TableProps) {
  const t = useTranslations('walk');
  return (
    <Paged walk={walk} rows={[...shown.entities.values()]}>
      {(rows) => (
        <div className="scroll stack">
          <Table aria-label={t('entities', { count: shown.entities.size })}>
            <TableHeader>
              <Column isRowHeader>{t('name')}</Column>
              <Column>{t('type')}</Column>
              <Column>{t('related')}</Column>
              <Column>{t('walk')}</Column>
            </TableHeader>
            <TableBody>
              {rows.map((row) => (
                <EntityRow key={row.entity.id} walk={walk} row={row} />
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </Paged>
  );
}

function EntityRow({ walk, row }: { readonly walk: Walk; readonly row: ShownEntity }) {
  const t = useTranslations('walk');
  const words = useModelWords();
  return (
    <Row id={row.entity.id}>
      <Cell>
        <EntityLink entity={row.entity} />
      </Cell>
      <Cell>
        <Swatch kind={kindOf(row.entity.__typename)} /> {words.type(row.entity.__typename)}
      </Cell>
      <Cell data-label={t('related')}>
        <Related row={row} />
      </Cell>
      <Cell>
        <OpenButtons walk={walk} shown={row} />
      </Cell>
    </Row>
  );
}

/** How many of its relations are shown. */
function Related({ row: { total, loaded } }: { readonly row: ShownEntity }) {
  const t = useTranslations('walk');
  if (total === undefined) return null;
  return loaded === undefined ? t('closedCount', { total }) : t('openCount', { loaded, total });
}
