import { useTranslations } from 'use-intl';
import { ProposalWords } from './proposal-words.tsx';
import type { Proposal } from './proposal-parts.ts';
import type { Refusal } from './use-decisions.ts';

interface RefusalNoteProps {
  readonly refusal: Refusal;
  readonly proposals: readonly Proposal[];
  readonly onDismiss: () => void;
}

/** A decision that did not land: what another reviewer decided meanwhile, or why the service refused it. */
export function RefusalNote({ refusal: { proposals: ids, error, isConflict }, proposals, onDismiss }: RefusalNoteProps) {
  const t = useTranslations('review');
  const named = proposals.filter(({ id }) => ids.includes(id)).slice(0, 3);
  return (
    <div className="refusal" role="alert">
      <p>
        <strong>{t(isConflict ? 'conflict' : 'refused')}</strong>
      </p>
      {isConflict ? (
        <ul>
          {named.map((proposal) => (
            <li key={proposal.id}>
              <ProposalWords proposal={proposal} /> <em>{t(`by.${proposal.state}`, { who: proposal.decidedBy ?? '' })}</em>
            </li>
          ))}
        </ul>
      ) : (
        <p>{error.graphQLErrors[0]?.message ?? error.message}</p>
      )}
      <button type="button" onClick={onDismiss}>
        {t('dismiss')}
      </button>
    </div>
  );
}
