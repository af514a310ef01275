import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useEntityName } from '../parts/entity-link.tsx';
import { Statistics } from '../statistics/statistics.tsx';
import { Contradictions } from './contradictions.tsx';
import { DisputedClaims, useContradictionCount } from './disputed.tsx';
import { Facts } from './facts.tsx';
import { EntityTimeline } from './timeline.tsx';
import type { EntityData } from './query.ts';
import { RecordHistory } from './record.tsx';
import { otherList, tabs, type Tab as TabName } from './search.ts';
import { Statements } from './statements.tsx';

/** What is recorded about it, one kind at a time. */
export function EntityTabs({ entity }: { readonly entity: EntityData }) {
  return (
    <DisputedClaims entity={entity.id}>
      <TabbedView entity={entity} />
    </DisputedClaims>
  );
}

function TabbedView({ entity }: { readonly entity: EntityData }) {
  const t = useTranslations('entity');
  const { tab = 'facts' } = useSearch({ from: '/entity/$id' });
  const nameOf = useEntityName();
  const navigate = useNavigate();
  const show = (name: TabName | undefined) =>
    void navigate({
      to: '.',
      search: (all) => ({ ...all, ...otherList, relation: undefined, tab: name === 'facts' ? undefined : name }),
    });
  const contents: Readonly<Record<TabName, ReactNode>> = {
    facts: <Facts entity={entity} />,
    statements: <Statements entity={entity.id} />,
    figures: <Statistics entity={entity.id} />,
    timeline: <EntityTimeline entity={entity.id} />,
    contradictions: <Contradictions entity={entity.id} />,
    record: <RecordHistory entity={entity.id} />,
  };
  return (
    <Tabs selectedKey={tab} onSelectionChange={(key) => show(tabs.find((name) => name === key))}>
      <TabList aria-label={t('tabs', { name: nameOf(entity) })}>
        {tabs.map((name) => (
          <Tab key={name} id={name}>
            {t(name)} {name === 'contradictions' && <ContradictionCount />}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={tab} id={tab}>
        {contents[tab]}
      </TabPanel>
    </Tabs>
  );
}

function ContradictionCount() {
  const count = useContradictionCount();
  return count === undefined || count === 0 ? null : <span className="tab-count">{count}</span>;
}
