import { useTranslations } from 'use-intl';
import type { State } from './proposal-parts.ts';

const shapes: Readonly<Record<State, string>> = {
  PENDING: 'M8 3a5 5 0 1 1 0 10 5 5 0 0 1 0-10',
  ACCEPTED: 'm3.5 8.5 3 3 6-7',
  REJECTED: 'm4 4 8 8m0-8-8 8',
};

/** Whether a proposal is accepted, rejected or to be decided, by shape and colour. */
export function StateMark({ state }: { readonly state: State }) {
  const t = useTranslations('review');
  return (
    <span className="state-mark" data-state={state.toLowerCase()}>
      <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" strokeWidth="1.75" aria-hidden="true">
        <path d={shapes[state]} />
      </svg>
      <span className="visually-hidden">{t(`state.${state}`)}</span>
    </span>
  );
}
