import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { graphql, type ResultOf } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { entityLink, pageOf, useEntityName } from '../parts/entity-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { questionRows } from './question-rows.ts';

const openings = graphql(
  `
    query Openings($ids: [ID!]!, $asOf: AsOf) {
      nodes(ids: $ids, asOf: $asOf) {
        id
        key
      }
      agencies(first: 2, orderBy: POLICIES_COUNT_DESC, asOf: $asOf) {
        edges {
          node {
            ...EntityLink
            policies(first: 1) {
              totalCount
            }
          }
        }
      }
    }
  `,
  [entityLink],
);

type Openings = ResultOf<typeof openings>;

const ids = [...new Set(questionRows.flatMap((row) => row.ids))];

/** Questions to begin with, each of which leads to its answer in this graph. */
export function Questions() {
  const t = useTranslations('find');
  const view = useView(openings, { ids, asOf: useAsOf() });
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{t('questionsTitle')}</h2>
      <Loaded view={view}>
        {({ nodes, agencies }) => {
          const found = new Set(nodes.map((node) => node?.id));
          const rows = questionRows.filter((row) => row.ids.every((id) => found.has(id)));
          const issuers = agencies.edges.map(({ node }) => node).filter(({ policies }) => policies.totalCount > 0);
          if (rows.length + issuers.length === 0) return <p className="state">{t('noQuestions')}</p>;
          return (
            <ul className="questions">
              {rows.map(({ name, link }) => (
                <li key={name}>
                  <Link {...link}>{t(`questions.${name}`)}</Link>
                </li>
              ))}
              {issuers.map((agency) => (
                <IssuedBy key={agency.key} agency={agency} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}

/** A question that every graph with policies answers. */
function IssuedBy({ agency }: { readonly agency: Openings['agencies']['edges'][number]['node'] }) {
  const t = useTranslations('find');
  const name = useEntityName()(agency);
  return (
    <li>
      <Link {...pageOf(agency)}>{t('questions.issuedBy', { name, count: agency.policies.totalCount })}</Link>
    </li>
  );
}
