import { useTranslations } from 'use-intl';
import { graphql, type ResultOf } from '../../api/graphql.ts';
import { EntityLink, entityLink } from '../../parts/entity-link.tsx';
import { useModelWords } from '../../parts/model-words.ts';
import { useFreshView } from '../use-fresh-view.ts';

const rereadQuery = graphql(
  `
    query Reread($id: ID!) {
      reading(id: $id) {
        id
        key
        reread(first: 500) {
          state
          claim {
            id
            key
            predicate
            value
            subject {
              __typename
              ...EntityLink
            }
            object {
              ...EntityLink
            }
          }
        }
      }
    }
  `,
  [entityLink],
);

type Reread = NonNullable<ResultOf<typeof rereadQuery>['reading']>['reread'][number];

const states = ['LOST', 'MOVED', 'UNCHANGED'] as const;

/** For a document that is read again with another text: which of its claims are where they were, moved, or lost their passage. */
export function RereadReport({ reading }: { readonly reading: string }) {
  const t = useTranslations('review.reread');
  const { data } = useFreshView(rereadQuery, { id: reading });
  const all = data?.reading?.reread ?? [];
  if (all.length === 0) return null;
  const of = (state: Reread['state']) => all.filter((each) => each.state === state);
  return (
    <section className="reread" aria-labelledby="reread-heading">
      <h2 id="reread-heading">{t('title')}</h2>
      {states.map((state) => (
        <details key={state}>
          <summary>{t(`states.${state}`, { count: of(state).length })}</summary>
          <ul>
            {of(state).map(({ claim }, index) => claim !== null && <ClaimLine key={`${claim.key} ${index}`} claim={claim} />)}
          </ul>
        </details>
      ))}
    </section>
  );
}

/** A claim of the graph in a line. */
function ClaimLine({ claim: { subject, predicate, object, value } }: { readonly claim: NonNullable<Reread['claim']> }) {
  const words = useModelWords();
  return (
    <li>
      {'chinese' in subject && <EntityLink entity={subject} />} <span className="predicate">{words.predicate(predicate)}</span>{' '}
      {object === null ? value : <EntityLink entity={object} />}
    </li>
  );
}
