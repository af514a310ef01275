import { Button, Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { ValidityText } from '../../parts/date-text.tsx';
import { EntityLink, useEntityName } from '../../parts/entity-link.tsx';
import { useModelWords } from '../../parts/model-words.ts';
import type { Shown, ShownRelation } from '../graph/shown.ts';
import type { Walk } from '../use-walk.ts';
import { Paged } from './paged.tsx';
import type { TableProps } from './tables.tsx';

/** Every relation of the picture, with the way to its evidence. */
export function RelationTable({ walk, shown }: TableProps) {
  const t = useTranslations('walk');
  return (
    <Paged walk={walk} rows={[...shown.relations.values()]}>
      {(rows) => (
        <div className="scroll stack">
          <Table aria-label={t('relations', { count: shown.relations.size })}>
            <TableHeader>
              <Column isRowHeader>{t('from')}</Column>
              <Column>{t('relation')}</Column>
              <Column>{t('to')}</Column>
              <Column>{t('held')}</Column>
              <Column>{t('evidence')}</Column>
            </TableHeader>
            <TableBody>
              {rows.map((row) => (
                <RelationRow key={row.id} walk={walk} shown={shown} row={row} />
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </Paged>
  );
}

function RelationRow({ walk, shown, row }: { readonly walk: Walk; readonly shown: Shown; readonly row: ShownRelation }) {
  const t = useTranslations('walk');
  const [nameOf, words] = [useEntityName(), useModelWords()];
  const [from, to] = [shown.entities.get(row.from)!.entity, shown.entities.get(row.to)!.entity];
  return (
    <Row id={row.id}>
      <Cell>
        <EntityLink entity={from} />
      </Cell>
      <Cell>{words.relation(row.type)}</Cell>
      <Cell>
        <EntityLink entity={to} />
      </Cell>
      <Cell>
        <ValidityText validity={row.validity} certainty={row.certainty} />
      </Cell>
      <Cell>
        <Button
          aria-label={t('evidenceOf', { from: nameOf(from), to: nameOf(to) })}
          onPress={() => walk.select(row.from, row.to)}
        >
          {t('evidence')}
        </Button>
      </Cell>
    </Row>
  );
}
