import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import type { Shown } from '../graph/shown.ts';
import type { Walk } from '../use-walk.ts';
import { EntityTable } from './entity-table.tsx';
import { RelationTable } from './relation-table.tsx';

export interface TableProps {
  readonly walk: Walk;
  readonly shown: Shown;
}

/** The content of the picture as tables, by which the graph can be walked without seeing it. */
export function Tables({ walk, shown }: TableProps) {
  const t = useTranslations('walk');
  const { table: _table, page: _page, ...search } = walk.search;
  return (
    <Tabs
      className="walk-tables"
      selectedKey={walk.search.table ?? 'entities'}
      onSelectionChange={(key) => walk.go(key === 'relations' ? { ...search, table: 'relations' } : search)}
    >
      <TabList aria-label={t('tables')}>
        <Tab id="entities">{t('entities', { count: shown.entities.size })}</Tab>
        <Tab id="relations">{t('relations', { count: shown.relations.size })}</Tab>
      </TabList>
      <TabPanel id="entities">
        <EntityTable walk={walk} shown={shown} />
      </TabPanel>
      <TabPanel id="relations">
        <RelationTable walk={walk} shown={shown} />
      </TabPanel>
    </Tabs>
  );
}
