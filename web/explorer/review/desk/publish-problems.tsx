import { useTranslations } from 'use-intl';
import type { Problem } from '../problem-list.ts';
import { ProposalWords } from './proposal-words.tsx';
import type { Proposal } from './proposal-parts.ts';

interface PublishProblemsProps {
  readonly problems: readonly Problem[];
  readonly proposals: readonly Proposal[];
  readonly onSelect: (id: string) => void;
}

/** What keeps a reading from being published, each with a way to the proposal that it is about. */
export function PublishProblems({ problems, proposals, onSelect }: PublishProblemsProps) {
  const t = useTranslations('review.publish');
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="publish-problems">
      <p>{t('problems', { count: problems.length })}</p>
      <ul>
        {problems.map(({ path, message }) => {
          const proposal = proposals.find(({ id }) => path.includes(id));
          return (
            <li key={`${path} ${message}`}>
              {proposal !== undefined && (
                <p className="small">
                  <ProposalWords proposal={proposal} />
                </p>
              )}
              <p>{message}</p>
              {proposal !== undefined && (
                <button type="button" onClick={() => onSelect(proposal.id)}>
                  {t('show')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
