import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useView } from '../api/use-view.ts';
import { useEntityName } from '../parts/entity-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Statistics } from '../statistics/statistics.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { Contradictions } from './contradictions.tsx';
import { DisputedClaims, useContradictionCount } from './disputed.tsx';
import { Facts } from './facts.tsx';
import { contentsOf, firstTab, hasFacts } from './first-tab.ts';
import { EntityTimeline } from './timeline.tsx';
import type { EntityData } from './query.ts';
import { RecordHistory } from './record.tsx';
import { otherList, tabs, type Tab as TabName } from './search.ts';
import { Statements } from './statements.tsx';

/** What is recorded about it, one kind at a time. */
export function EntityTabs({ entity }: { readonly entity: EntityData }) {
  const { tab } = useSearch({ from: '/entity/$id' });
  return (
    <DisputedClaims entity={entity.id}>
      {tab === undefined && !hasFacts(entity) ? (
        <FirstContent entity={entity} />
      ) : (
        <TabbedView entity={entity} tab={tab ?? 'facts'} />
      )}
    </DisputedClaims>
  );
}

/** Where there are no facts, what is recorded instead. */
function FirstContent({ entity }: { readonly entity: EntityData }) {
  const view = useView(contentsOf, { id: entity.id, subject: entity.id, asOf: useAsOf() });
  return <Loaded view={view}>{(contents) => <TabbedView entity={entity} tab={firstTab(contents, entity)} />}</Loaded>;
}

function TabbedView({ entity, tab }: { readonly entity: EntityData; readonly tab: TabName }) {
  const t = useTranslations('entity');
  const nameOf = useEntityName();
  const navigate = useNavigate();
  const show = (name: TabName | undefined) =>
    void navigate({
      to: '.',
      search: (all) => ({
        ...all,
        ...otherList,
        relation: undefined,
        tab: name === 'facts' && hasFacts(entity) ? undefined : name,
      }),
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
