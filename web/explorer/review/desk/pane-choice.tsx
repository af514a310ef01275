import { useTranslations } from 'use-intl';
import type { Pane } from './use-panes.ts';

interface PaneChoiceProps {
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
}

/** In a narrow window, the article or the proposals. */
export function PaneChoice({ pane, onPane }: PaneChoiceProps) {
  const t = useTranslations('review');
  return (
    <div className="filters panes" role="group" aria-label={t('pane')}>
      {(['proposals', 'article'] as const).map((each) => (
        <button key={each} type="button" aria-pressed={each === pane} onClick={() => onPane(each)}>
          {t(each)}
        </button>
      ))}
    </div>
  );
}
