import { useTranslations } from 'use-intl';

export default function FindPage() {
  const t = useTranslations('find');
  return <h1>{t('title')}</h1>;
}
