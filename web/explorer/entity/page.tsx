import { useTranslations } from 'use-intl';

export default function EntityPage() {
  const t = useTranslations('entity');
  return <h1>{t('title')}</h1>;
}
