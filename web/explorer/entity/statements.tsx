import { Link, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useView } from '../api/use-view.ts';
import { Pager } from '../parts/cursor-pager.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { otherList, type EntitySearch } from './search.ts';
import { Statement } from './statement.tsx';
import { statementsOf, type Statements as StatementList } from './statements-query.ts';

const lists = ['says', 'by', 'about'] as const;
type List = (typeof lists)[number];

const few = 10;
const pageSize = 25;

/** What a policy or program says, what it said itself, and what was said of it. */
export function Statements({ entity }: { readonly entity: string }) {
  const t = useTranslations('entity');
  const search = useSearch({ from: '/entity/$id' });
  const chosen = lists.find((list) => list.toUpperCase() === search.kind);
  const view = useView(statementsOf, {
    id: entity,
    subject: entity,
    asOf: useAsOf(),
    says: chosen === undefined || chosen === 'says',
    by: chosen === undefined || chosen === 'by',
    about: chosen === undefined || chosen === 'about',
    ...pageOf(search, chosen),
  });
  return (
    <Loaded view={view}>
      {({ says, by, entity: found }) => {
        const shown = { says, by, about: found?.statementsAbout };
        const isEmpty = lists.every((list) => (shown[list]?.totalCount ?? 0) === 0);
        if (isEmpty) return <p className="state">{t('noStatements')}</p>;
        return lists.map((list) => <Section key={list} list={list} statements={shown[list]} isChosen={list === chosen} />);
      }}
    </Loaded>
  );
}

function pageOf({ after, before }: EntitySearch, chosen: List | undefined) {
  if (chosen === undefined) return { first: few };
  return before === undefined ? { first: pageSize, after } : { last: pageSize, before };
}

interface SectionProps {
  readonly list: List;
  readonly statements: StatementList | undefined;
  readonly isChosen: boolean;
}

function Section({ list, statements, isChosen }: SectionProps) {
  const t = useTranslations('entity');
  if (statements === undefined || statements.totalCount === 0) return null;
  const { edges, totalCount, pageInfo } = statements;
  return (
    <section className="statements">
      <h2>
        {t(list)} <span className="quiet">{t('count', { count: totalCount })}</span>
      </h2>
      {isChosen && (
        <Link to="." search={(all) => ({ ...all, ...otherList })}>
          {t('allStatements')}
        </Link>
      )}
      {edges.map(({ node }) => (
        <Statement key={node.key} claim={node} hasSpeaker={list === 'about'} />
      ))}
      {isChosen ? (
        <Pager pageInfo={pageInfo} />
      ) : (
        totalCount > few && (
          <Link to="." search={(all) => ({ ...all, ...otherList, kind: list.toUpperCase() })}>
            {t('allOf', { count: totalCount })}
          </Link>
        )
      )}
    </section>
  );
}
