import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';

interface PagerProps {
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Leads to the pages before and after, by the cursors `before` and `after` of the URL. */
export function Pager({ pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor } }: PagerProps) {
  const t = useTranslations('entity');
  if (!hasNextPage && !hasPreviousPage) return null;
  return (
    <nav className="pager" aria-label={t('pages')}>
      {hasPreviousPage && startCursor !== null && (
        <Link to="." search={(all) => ({ ...all, after: undefined, before: startCursor })} rel="prev">
          {t('previous')}
        </Link>
      )}
      {hasNextPage && endCursor !== null && (
        <Link to="." search={(all) => ({ ...all, before: undefined, after: endCursor })} rel="next">
          {t('next')}
        </Link>
      )}
    </nav>
  );
}
