import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';

export function NotFound() {
  const t = useTranslations('shell');
  return (
    <div className="state">
      <p>{t('missing')}</p>
      <Link to="/">{t('backToFind')}</Link>
    </div>
  );
}
