import { useTranslations } from 'use-intl';

export default function WalkPage() {
  const t = useTranslations('walk');
  return <h1>{t('title')}</h1>;
}
