import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { graphql } from '../../api/graphql.ts';
import { useView } from '../../api/use-view.ts';
import { entityLink, useEntityName } from '../../parts/entity-link.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useAsOf } from '../../url/use-as-of.ts';

const query = graphql(
  `
    query Beginnings($asOf: AsOf) {
      programs(first: 3, orderBy: DOCUMENTS_COUNT_DESC, asOf: $asOf) {
        edges {
          node {
            ...EntityLink
          }
        }
      }
      agencies(first: 3, orderBy: DOCUMENTS_COUNT_DESC, asOf: $asOf) {
        edges {
          node {
            ...EntityLink
          }
        }
      }
    }
  `,
  [entityLink],
);

/** Where a walk may begin: what most documents name. */
export function Start() {
  const t = useTranslations('walk');
  const nameOf = useEntityName();
  const view = useView(query, { asOf: useAsOf() });
  return (
    <section className="start">
      <h2>{t('beginnings')}</h2>
      <Loaded view={view}>
        {({ programs, agencies }) => (
          <ul>
            {[...programs.edges, ...agencies.edges].map(({ node }) => (
              <li key={node.key}>
                <Link to="/walk" search={(search) => ({ ...search, from: node.id })}>
                  {nameOf(node)}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
