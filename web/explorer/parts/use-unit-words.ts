import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { UnitWords } from './unit-words.ts';

export function useUnitWords(): UnitWords {
  const t = useTranslations('units');
  const locale = useLocale();
  return useMemo(() => new UnitWords(t, locale), [t, locale]);
}
