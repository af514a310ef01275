import { useTranslations } from 'use-intl';
import type { Reading } from './query.ts';

/** Where the text was not read as a whole, and what would be right. */
export function CutNote({ cuts }: Pick<Reading, 'cuts'>) {
  const t = useTranslations('review');
  if (cuts.length === 0) return undefined;
  return (
    <details className="refusal">
      <summary>{t('cuts', { count: cuts.length })}</summary>
      <ul>
        {cuts.map(({ start, end, reason }) => (
          <li key={`${reason} ${start}`}>{t(`cut.${reason}`, { start, end })}</li>
        ))}
      </ul>
    </details>
  );
}
