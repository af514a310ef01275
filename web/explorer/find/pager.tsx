import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';

interface PagerProps {
  readonly after: string | undefined;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The way through a list, page by page, and back to its beginning. */
export function Pager({ after, pageInfo: { hasNextPage, endCursor } }: PagerProps) {
  const t = useTranslations('find');
  if (after === undefined && !hasNextPage) return null;
  return (
    <nav className="pager" aria-label={t('pages')}>
      {after !== undefined && (
        <Link to="." search={(all) => ({ ...all, after: undefined })}>
          {t('firstPage')}
        </Link>
      )}
      {hasNextPage && endCursor !== null && (
        <Link to="." search={(all) => ({ ...all, after: endCursor })} rel="next">
          {t('nextPage')}
        </Link>
      )}
    </nav>
  );
}
