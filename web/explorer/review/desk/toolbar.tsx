import { useTranslations } from 'use-intl';
import { ProgressBar, type Progress } from '../progress-bar.tsx';
import type { State } from './proposal-parts.ts';

export type Filter = State | 'ALL';

const filters = ['ALL', 'PENDING', 'ACCEPTED', 'REJECTED'] as const;

interface ToolbarProps {
  readonly progress: Progress;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onUndo: (() => void) | undefined;
  readonly onAdd: () => void;
}

/** How far the review is, what the list shows, and what concerns no single proposal. */
export function Toolbar({ progress, filter, onFilter, onUndo, onAdd }: ToolbarProps) {
  const t = useTranslations('review');
  const counts = {
    ALL: progress.pending + progress.accepted + progress.rejected,
    PENDING: progress.pending,
    ACCEPTED: progress.accepted,
    REJECTED: progress.rejected,
  };
  return (
    <div className="toolbar">
      <ProgressBar progress={progress} />
      <div className="filters" role="group" aria-label={t('filter')}>
        {filters.map((each) => (
          <button key={each} type="button" aria-pressed={each === filter} onClick={() => onFilter(each)}>
            {t(`filters.${each}`)} <span className="quiet">{counts[each]}</span>
          </button>
        ))}
      </div>
      <div className="tools">
        <button type="button" onClick={onUndo} disabled={onUndo === undefined} aria-keyshortcuts="u">
          {t('undo')} <kbd aria-hidden="true">u</kbd>
        </button>
        <button type="button" onClick={onAdd} aria-keyshortcuts="n">
          {t('addOpen')} <kbd aria-hidden="true">n</kbd>
        </button>
      </div>
    </div>
  );
}

/** The counts of proposals as they are shown. */
export function progressOf(proposals: readonly { readonly state: State }[]): Progress {
  const count = (state: State) => proposals.filter((each) => each.state === state).length;
  return { pending: count('PENDING'), accepted: count('ACCEPTED'), rejected: count('REJECTED') };
}
