import { useTranslations } from 'use-intl';

export default function ChangesPage() {
  const t = useTranslations('changes');
  return <h1>{t('title')}</h1>;
}
