import { useTranslations } from 'use-intl';
import { graphql, type ResultOf } from '../../api/graphql.ts';
import { useView } from '../../api/use-view.ts';
import { ValidityText } from '../../parts/date-text.tsx';
import { EntityLink, entityLink } from '../../parts/entity-link.tsx';
import { ClaimEvidence, claimEvidence } from '../../parts/evidence.tsx';
import { heldRelation } from '../../parts/held-relation.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useModelWords } from '../../parts/model-words.ts';
import { useAsOf } from '../../url/use-as-of.ts';
import type { Walk } from '../use-walk.ts';
import { PanelHeading } from './panel-heading.tsx';

const query = graphql(
  `
    query Related($id: ID!, $other: ID!, $asOf: AsOf) {
      entity(id: $id, asOf: $asOf) {
        ...EntityLink
        relatedTo(id: $other) {
          id
          key
          type
          ...HeldRelation
          from {
            ...EntityLink
          }
          to {
            ...EntityLink
          }
          claims(first: 20) {
            ...ClaimEvidence
          }
        }
      }
    }
  `,
  [entityLink, heldRelation, claimEvidence],
);

type Relation = NonNullable<ResultOf<typeof query>['entity']>['relatedTo'][number];

/** All relations of two entities, each with the passages that say it. */
export function RelationPanel({ walk, ends: [id, other] }: { readonly walk: Walk; readonly ends: readonly [string, string] }) {
  const t = useTranslations('walk');
  const view = useView(query, { id, other, asOf: useAsOf() });
  return (
    <>
      <PanelHeading walk={walk}>{t('relationHeading')}</PanelHeading>
      <Loaded view={view}>
        {({ entity }) =>
          entity === null || entity.relatedTo.length === 0 ? (
            <p>{t('unrelated')}</p>
          ) : (
            entity.relatedTo.map((relation) => <RelationItem key={relation.key} relation={relation} />)
          )
        }
      </Loaded>
    </>
  );
}

function RelationItem({ relation }: { readonly relation: Relation }) {
  const words = useModelWords();
  return (
    <section className="relation">
      <h3>
        <EntityLink entity={relation.from} /> <span className="quiet">{words.relation(relation.type).toLowerCase()}</span>{' '}
        <EntityLink entity={relation.to} />
      </h3>
      <p className="quiet">
        <ValidityText validity={relation.validity} certainty={relation.certainty} lastStatedOn={relation.lastStatedOn} />
      </p>
      {relation.claims.map((claim) => (
        <ClaimEvidence key={claim.key} claim={claim} />
      ))}
    </section>
  );
}
