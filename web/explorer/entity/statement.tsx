import { useTranslations } from 'use-intl';
import { ClaimDetails } from '../parts/claim-details.tsx';
import { EntityLink } from '../parts/entity-link.tsx';
import { useModelWords } from '../parts/model-words.ts';
import type { Statements } from './statements-query.ts';

type Claim = Statements['edges'][number]['node'];

interface StatementProps {
  readonly claim: Claim;
  /** Whether its subject is another than the entity of the page. */
  readonly hasSpeaker: boolean;
}

/** A text that is claimed, with what it is about and the passage that says it. */
export function Statement({ claim, hasSpeaker }: StatementProps) {
  const model = useModelWords();
  const { subject, predicate, object } = claim;
  return (
    <article className="statement">
      <h3>
        {(hasSpeaker || object !== null) && isEntity(subject) && <EntityLink entity={subject} />}{' '}
        <span className="quiet">{model.predicate(predicate)}</span> {object !== null && <EntityLink entity={object} />}
      </h3>
      <ClaimDetails claim={claim} />
      <Context claim={claim} />
    </article>
  );
}

const isEntity = (node: Claim['subject']): node is Extract<Claim['subject'], { name: string }> => 'name' in node;

function Context({ claim: { about, event, saidTo } }: { readonly claim: Claim }) {
  const t = useTranslations('entity');
  const rows = [
    ['subjects', about],
    ['event', event === null ? [] : [event]],
    ['saidTo', saidTo === null ? [] : [saidTo]],
  ] as const;
  return (
    <dl className="context">
      {rows.map(
        ([name, entities]) =>
          entities.length > 0 && (
            <div key={name}>
              <dt>{t(name)}</dt>
              {entities.map((entity) => (
                <dd key={entity.key}>
                  <EntityLink entity={entity} />
                </dd>
              ))}
            </div>
          ),
      )}
    </dl>
  );
}
