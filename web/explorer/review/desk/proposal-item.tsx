import { memo, type MouseEvent, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useModelWords } from '../../parts/model-words.ts';
import { ProposalWords } from './proposal-words.tsx';
import type { Proposal } from './proposal-parts.ts';
import { StateMark } from './state-mark.tsx';

interface ProposalItemProps {
  readonly proposal: Proposal;
  readonly isSelected: boolean;
  /** Who decides here: what others decided is marked. */
  readonly me: string | undefined;
  readonly onSelect: (id: string) => void;
  /** What the selected one unfolds to. */
  readonly children?: ReactNode;
}

/** A proposal in the list; the selected one shows why it is proposed and what can be done. */
export const ProposalItem = memo(function ProposalItem({ proposal, isSelected, me, onSelect, children }: ProposalItemProps) {
  const t = useTranslations('review');
  const { id, state, isCorrected, decidedBy } = proposal;
  const isOther = state !== 'PENDING' && decidedBy !== null && (isSelected || decidedBy !== me);
  const select = ({ target }: MouseEvent) => {
    const isOwn = target instanceof Element && target.closest('a, button, input, select, textarea, label') !== null;
    if (!isOwn && !isSelected && document.getSelection()?.isCollapsed !== false) onSelect(id);
  };
  return (
    <li
      id={id}
      className="proposal"
      data-state={state.toLowerCase()}
      aria-current={isSelected || undefined}
      tabIndex={isSelected ? 0 : -1}
      onClick={select}
    >
      <div className="proposal-head">
        <StateMark state={state} />
        <span className="kind">
          <Kind proposal={proposal} />
        </span>
        <Confidence value={proposal.confidence} />
      </div>
      <div>
        <ProposalWords proposal={proposal} />
        {(isCorrected || isOther) && (
          <p className="small quiet decided">
            {isCorrected && <span>{t('corrected')}</span>}
            {isOther && <span>{t(`by.${state}`, { who: decidedBy })}</span>}
          </p>
        )}
      </div>
      {children}
    </li>
  );
});

/** "New agency", "Issued", "Value". */
function Kind({ proposal: { entity, claim, observation } }: { readonly proposal: Proposal }) {
  const t = useTranslations('review');
  const words = useModelWords();
  if (entity !== null) return t('newType', { type: words.type(entity.type) });
  if (claim !== null) return words.predicate(claim.predicate);
  return observation === null ? null : t('value');
}

/** How sure the reading is, as a share. */
function Confidence({ value }: { readonly value: number }) {
  const t = useTranslations('review');
  const percent = new Intl.NumberFormat(useLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(value);
  return (
    <span className="confidence small quiet" title={t('confidence', { percent })}>
      <span className="meter" aria-hidden="true">
        <span style={{ inlineSize: `${value * 100}%` }} />
      </span>
      <span className="visually-hidden">{t('confidence', { percent })}</span>
      <span aria-hidden="true">{percent}</span>
    </span>
  );
}
