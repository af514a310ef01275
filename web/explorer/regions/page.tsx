import { useTranslations } from 'use-intl';

export default function RegionsPage() {
  const t = useTranslations('regions');
  return <h1>{t('title')}</h1>;
}
