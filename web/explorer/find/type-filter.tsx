import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { useModelWords } from '../parts/model-words.ts';
import type { EntityTypeCode } from './types.ts';

interface TypeFilterProps {
  readonly counts: readonly { readonly type: EntityTypeCode; readonly count: number }[];
  readonly total: number;
  readonly chosen: EntityTypeCode | undefined;
  readonly query: string;
}

/** How many results there are of each type, which lead to them. */
export function TypeFilter({ counts, total, chosen, query }: TypeFilterProps) {
  const t = useTranslations('find');
  const words = useModelWords();
  const rows = [
    { type: undefined, count: total, label: t('allTypes') },
    ...counts.map((row) => ({ ...row, label: words.types(row.type) })),
  ];
  return (
    <nav aria-label={t('byType')}>
      <ul className="type-filter">
        {rows.map(({ type, count, label }) => (
          <li key={label}>
            <Link to="/" search={{ q: query, type }} activeOptions={{ exact: true }} {...marked(type === chosen)}>
              {label} <Count of={count} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The router takes a link for the current one by its address, in which the page of the list counts too. */
function marked(isChosen: boolean) {
  const mark = { 'aria-current': isChosen ? ('true' as const) : undefined };
  return { ...mark, activeProps: mark };
}

function Count({ of }: { readonly of: number }) {
  const format = useFormatter();
  return <span className="quiet small">{format.number(of)}</span>;
}
