import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import type { Walk } from '../use-walk.ts';

/** Rows of a page: more would take long to draw, and longer to hear. */
const rowsShown = 50;

interface PagedProps<Row> {
  readonly walk: Walk;
  readonly rows: readonly Row[];
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A table's page of the URL, with the ways to its neighbours. */
export function Paged<Row>({ walk, rows, children }: PagedProps<Row>) {
  const t = useTranslations('walk');
  const pages = Math.max(1, Math.ceil(rows.length / rowsShown));
  const page = Math.min(walk.search.page ?? 1, pages);
  const turn = (to: number) => {
    const { page: _page, ...search } = walk.search;
    walk.go(to === 1 ? search : { ...search, page: to });
  };
  return (
    <>
      {children(rows.slice((page - 1) * rowsShown, page * rowsShown))}
      {pages > 1 && (
        <nav className="pages" aria-label={t('pages')}>
          <Button isDisabled={page === 1} onPress={() => turn(page - 1)}>
            {t('previous')}
          </Button>
          {t('page', { page, pages })}
          <Button isDisabled={page === pages} onPress={() => turn(page + 1)}>
            {t('next')}
          </Button>
        </nav>
      )}
    </>
  );
}
