import { Link, useSearch } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';

/** The other language, and the other theme. */
export function Preferences() {
  const t = useTranslations('shell');
  const language = useLocale();
  const { theme } = useSearch({ strict: false });
  const isDark = theme === 'dark' || (theme === undefined && matchMedia('(prefers-color-scheme: dark)').matches);
  const other = language === 'en' ? 'zh' : 'en';
  return (
    <div className="preferences">
      <Link
        to="."
        search={(all) => ({ ...all, lang: other })}
        lang={other}
        aria-label={`${t('language')}: ${t(other === 'zh' ? 'chinese' : 'english')}`}
      >
        {t(other === 'zh' ? 'chinese' : 'english')}
      </Link>
      <Link
        to="."
        search={(all) => ({ ...all, theme: isDark ? 'light' : 'dark' })}
        aria-label={`${t('theme')}: ${t(isDark ? 'light' : 'dark')}`}
      >
        {t(isDark ? 'light' : 'dark')}
      </Link>
    </div>
  );
}
