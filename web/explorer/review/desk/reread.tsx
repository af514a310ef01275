import { useTranslations } from 'use-intl';
import { EntityLink } from '../../parts/entity-link.tsx';
import { useModelWords } from '../../parts/model-words.ts';
import { LostClaim } from './lost-claim.tsx';
import type { Reading } from './query.ts';
import type { Reread } from './reread-query.ts';
import type { Rereading } from './use-rereading.ts';

const states = ['LOST', 'MOVED', 'UNCHANGED'] as const;

interface RereadReportProps {
  readonly reading: Reading;
  readonly rereading: Rereading;
}

/** For a document that is read again with another text: which of its claims are where they were, moved, or lost their passage. */
export function RereadReport({ reading, rereading }: RereadReportProps) {
  const t = useTranslations('review.reread');
  const all = rereading.claims;
  if (all.length === 0) return null;
  const of = (state: Reread['state']) => all.filter((each) => each.state === state);
  return (
    <section className="reread" aria-labelledby="reread-heading">
      <h2 id="reread-heading">{t('title')}</h2>
      {states.map((state) => (
        <details key={state}>
          <summary>{t(`states.${state}`, { count: of(state).length })}</summary>
          <ul>
            {of(state).map((each) => (
              <li key={each.claim?.key}>
                {each.claim !== null && state === 'LOST' && reading.publishedAt === null ? (
                  <LostClaim reading={reading} reread={each} rereading={rereading}>
                    <ClaimLine claim={each.claim} />
                  </LostClaim>
                ) : (
                  each.claim !== null && <ClaimLine claim={each.claim} />
                )}
              </li>
            ))}
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
    <>
      {'chinese' in subject && <EntityLink entity={subject} />} <span className="predicate">{words.predicate(predicate)}</span>{' '}
      {object === null ? value : <EntityLink entity={object} />}
    </>
  );
}
