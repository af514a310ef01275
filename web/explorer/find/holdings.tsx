import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { graphql, type ResultOf } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { dateText, useDateWords } from '../parts/date-text.tsx';
import { EntityLink, entityLink } from '../parts/entity-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { TakeAlong } from '../parts/take-along.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { entityTypes } from './types.ts';

const holdings = graphql(
  `
    query Holdings($asOf: AsOf) {
      graph(asOf: $asOf) {
        changedAt
        claims
        observations
        entities {
          type
          count
        }
      }
      newest: documents(first: 1, orderBy: PUBLISHED_DESC, where: { publishedOn: { known: true } }, asOf: $asOf) {
        edges {
          node {
            id
            key
            publishedOn {
              ...DateText
            }
          }
        }
      }
      documents(first: 1, asOf: $asOf) {
        totalCount
        facets(by: [PUBLISHERS]) {
          values {
            count
            entity {
              ...EntityLink
            }
          }
        }
      }
    }
  `,
  [entityLink, dateText],
);

type Held = ResultOf<typeof holdings>;

/** What the graph holds, how fresh it is, and from which sources. */
export function Holdings() {
  const t = useTranslations('find');
  const variables = { asOf: useAsOf() };
  const view = useView(holdings, variables);
  return (
    <section aria-labelledby="holdings">
      <div className="holdings-title">
        <h2 id="holdings">{t('holdings')}</h2>
        <TakeAlong query={holdings} variables={variables} isWhole />
      </div>
      <Loaded view={view}>
        {({ graph, newest, documents }) => (
          <>
            <Totals graph={graph} newest={newest} />
            <Counts {...graph} />
            <Sources {...documents} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Totals({ graph: { claims, observations, changedAt, entities }, newest }: Pick<Held, 'graph' | 'newest'>) {
  const t = useTranslations('find');
  const dates = useDateWords();
  if (changedAt === null) return <p className="state">{t('emptyGraph')}</p>;
  const count = entities.reduce((sum, each) => sum + each.count, 0);
  const published = newest.edges[0]?.node.publishedOn;
  return (
    <p>
      {t('totals', { entities: count, claims, observations })} {t('changed', { date: dates.of(changedAt.slice(0, 10)) })}{' '}
      {published != null && t('newest', { date: dates.of(published.edtf) })}
    </p>
  );
}

/** A link to all entities of each type that there are. */
function Counts({ entities }: Pick<Held['graph'], 'entities'>) {
  const t = useTranslations('find');
  const words = useModelWords();
  const format = useFormatter();
  const counts = new Map(entities.map(({ type, count }) => [type, count]));
  return (
    <ul className="counts" aria-label={t('byType')}>
      {entityTypes.map((type) => {
        const count = counts.get(type) ?? 0;
        return count === 0 ? null : (
          <li key={type}>
            <Link to="/" search={{ type }}>
              <strong>{format.number(count)}</strong> {count === 1 ? words.type(type) : words.types(type)}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** Publishers that are named; all of them are a list away. */
const named = 12;

function Sources({ facets, totalCount }: Held['documents']) {
  const t = useTranslations('find');
  const publishers = facets.flatMap(({ values }) => values).filter(({ entity }) => entity !== null);
  if (totalCount === 0) return null;
  return (
    <>
      <h3>{t('sources')}</h3>
      <p>
        {t('sourceTotals', { documents: totalCount, publishers: publishers.length })}{' '}
        <Link to="/" search={{ type: 'DOCUMENT' }}>
          {t('allDocuments')}
        </Link>
      </p>
      <ul className="sources">
        {publishers.slice(0, named).map(
          ({ entity, count }) =>
            entity !== null && (
              <li key={entity.key}>
                <EntityLink entity={entity} /> <span className="quiet small">{t('documentCount', { count })}</span>
              </li>
            ),
        )}
      </ul>
    </>
  );
}
