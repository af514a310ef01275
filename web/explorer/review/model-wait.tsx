import { useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl';

/** How long the language model has been reading, and a way out. */
export function ModelWait({ onCancel }: { readonly onCancel: () => void }) {
  const t = useTranslations('review.paste');
  const id = useId();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const begin = performance.now();
    const timer = setInterval(() => setSeconds(Math.round((performance.now() - begin) / 1_000)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="model-wait">
      <p id={id} role="status">
        {t('modelReads')}
      </p>
      <progress aria-labelledby={id} />
      <p className="actions">
        <span className="quiet">{t('seconds', { seconds })}</span>{' '}
        <button type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </p>
    </div>
  );
}
