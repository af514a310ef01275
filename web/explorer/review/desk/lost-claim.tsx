import { useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Reading } from './query.ts';
import type { Reread } from './reread-query.ts';
import { suggestedFor, type Fate, type Rereading } from './use-rereading.ts';

interface LostClaimProps {
  readonly reading: Pick<Reading, 'text' | 'language'>;
  readonly reread: Reread;
  readonly rereading: Rereading;
  /** The claim in words. */
  readonly children: ReactNode;
}

/** A claim without its passage, and what becomes of it. */
export function LostClaim({ reading: { text, language }, reread, rereading, children }: LostClaimProps) {
  const t = useTranslations('review.reread');
  const suggestion = suggestedFor(reread);
  const like = useMemo(() => suggestion && [...text].slice(suggestion.start, suggestion.end).join(''), [text, suggestion]);
  const fates: readonly Fate[] = like == null ? ['STAYS', 'ENDS'] : ['STAYS', 'MOVES', 'ENDS'];
  const id = reread.claim?.id ?? '';
  return (
    <fieldset className="lost">
      <legend>{children}</legend>
      {like != null && (
        <p className="small">
          {t('like')} <q lang={language}>{like}</q>
        </p>
      )}
      {fates.map((fate) => (
        <label key={fate}>
          <input type="radio" name={id} checked={rereading.fateOf(id) === fate} onChange={() => rereading.decide(id, fate)} />{' '}
          {t(`fates.${fate}`)}
        </label>
      ))}
    </fieldset>
  );
}
