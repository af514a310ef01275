import { useTranslations } from 'use-intl';

export default function DocumentPage() {
  const t = useTranslations('document');
  return <h1>{t('title')}</h1>;
}
