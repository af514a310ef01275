import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';

/** The day of the whole view. */
export function AsOfField() {
  const t = useTranslations('shell');
  const { asOf } = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (day: string | undefined) => void navigate({ to: '.', search: (all) => ({ ...all, asOf: day }) });
  return (
    <div className="as-of">
      <label>
        {t('asOf')} <input type="date" value={asOf ?? ''} onChange={({ target }) => show(target.value || undefined)} />
      </label>
      {asOf !== undefined && <Button onPress={() => show(undefined)}>{t('today')}</Button>}
    </div>
  );
}
