import { useTranslations } from 'use-intl';
import { useModelWords } from '../../parts/model-words.ts';
import type { DeskActions } from './actions.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import { typeOf } from './ends.ts';
import { useEndName } from './proposed-end.tsx';
import { ProposalWords } from './proposal-words.tsx';
import type { Proposal } from './proposal-parts.ts';
import { RuleLine, type Rule } from './rule-line.tsx';

interface ProposalDetailsProps {
  readonly proposal: Proposal;
  /** New entities that are accepted with it. */
  readonly needed: readonly Proposal[];
  readonly rule: Rule | undefined;
  readonly language: string;
  readonly actions: DeskActions;
}

/** Why the selected proposal is made, what else may be meant, and what a reviewer can do. */
export function ProposalDetails({ proposal, needed, rule, language, actions }: ProposalDetailsProps) {
  const t = useTranslations('review');
  const model = useTranslations('model');
  const { passages, why, state } = proposal;
  const candidates = candidatesOf(proposal);
  return (
    <div className="proposal-details">
      {passages.map(({ start, end, summary, supports, text }) => (
        <div key={`${start}-${end}`} className="says">
          <p>{summary}</p>
          {supports === 'DATES' && <p className="small quiet">{model('support.DATES')}</p>}
          <blockquote lang={language}>{text}</blockquote>
        </div>
      ))}
      <p className="small quiet">{why}</p>
      {needed.length > 0 && (
        <div className="small needed">
          {t('needed')}
          <ul>
            {needed.map((each) => (
              <li key={each.id}>
                <ProposalWords proposal={each} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Candidates candidates={candidates} onChoose={actions.choose} />
      <div className="proposal-actions" role="group" aria-label={t('actions')}>
        {state !== 'ACCEPTED' && candidates.length === 0 && <Action name="accept" shortcut="a" onPress={actions.accept} />}
        {state !== 'REJECTED' && <Action name="reject" shortcut="x" onPress={actions.reject} />}
        <Action name="edit" shortcut="e" onPress={actions.edit} />
        {state !== 'PENDING' && <Action name="reopen" shortcut="r" onPress={actions.reopen} />}
      </div>
      {rule !== undefined && <RuleLine rule={rule} onAcceptAll={() => actions.acceptAllOf([rule.rule])} />}
    </div>
  );
}

interface ActionProps {
  readonly name: 'accept' | 'reject' | 'edit' | 'reopen';
  readonly shortcut: string;
  readonly onPress: () => void;
}

function Action({ name, shortcut, onPress }: ActionProps) {
  const t = useTranslations('review');
  return (
    <button type="button" className={name} onClick={onPress} aria-keyshortcuts={shortcut}>
      {t(`action.${name}`)} <kbd aria-hidden="true">{shortcut}</kbd>
    </button>
  );
}

interface CandidatesProps {
  readonly candidates: readonly Candidate[];
  readonly onChoose: (candidate: Candidate) => void;
}

/** Entities that may be meant, for a person to choose from. */
function Candidates({ candidates, onChoose }: CandidatesProps) {
  const t = useTranslations('review');
  const words = useModelWords();
  const nameOf = useEndName();
  if (candidates.length === 0) return null;
  return (
    <div className="candidates">
      <p className="small">{t('choose')}</p>
      <ol>
        {candidates.map((candidate, index) => (
          <li key={`${candidate.field} ${candidate.entity.id}`}>
            <button type="button" onClick={() => onChoose(candidate)} aria-keyshortcuts={String(index + 1)}>
              {index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>} {t('acceptWith', { name: nameOf(candidate.entity) })}{' '}
              <span className="quiet small">{words.type(typeOf(candidate.entity.id))}</span>
            </button>
            {candidate.reasons.length > 0 && <span className="small quiet">{candidate.reasons.join(' ')}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
