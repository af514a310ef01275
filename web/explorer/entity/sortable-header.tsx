import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Order } from './search.ts';

interface HeaderProps {
  readonly relation: string;
  readonly column: 'NAME' | 'VALID_FROM';
  readonly order: Order;
  readonly isSortable: boolean;
  readonly children: ReactNode;
}

/** The head of a column, which sorts all facts of the relation by it: upwards, then downwards. */
export function SortableHeader({ relation, column, order, isSortable, children }: HeaderProps) {
  const navigate = useNavigate();
  if (!isSortable) return <th scope="col">{children}</th>;
  const isAscending = order === `${column}_ASC`;
  const isDescending = order === `${column}_DESC`;
  const next: Order = isAscending ? `${column}_DESC` : `${column}_ASC`;
  return (
    <th scope="col" aria-sort={isAscending ? 'ascending' : isDescending ? 'descending' : 'none'}>
      <Button
        className="sort"
        onPress={() =>
          void navigate({ to: '.', search: (all) => ({ ...all, relation, order: next, after: undefined, before: undefined }) })
        }
      >
        {children}
      </Button>
    </th>
  );
}
