import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';

export function NotFound() {
  const t = useTranslations('shell');
  return (
    <>
      <h1>{t('missingTitle')}</h1>
      <div className="state">
        <p>{t('missing')}</p>
        <p>
          <Link to="/">{t('backToFind')}</Link>
        </p>
      </div>
    </>
  );
}
