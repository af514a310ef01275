import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { withClosed, withMore } from './graph/opening.ts';
import type { WalkSearch } from './walk-search.ts';

/** What a reader may do: each step is a URL. */
export interface Walk {
  readonly search: WalkSearch;
  readonly go: (search: WalkSearch) => void;
  /** Opens an entity, or shows one more page of an open one. */
  readonly open: (id: string) => void;
  readonly close: (id: string) => void;
  /** Selects an entity by its id, a relation by its two ends, or nothing. */
  readonly select: (...ids: readonly string[]) => void;
}

export function useWalk(): Walk {
  const search = useSearch({ from: '/walk' });
  const navigate = useNavigate({ from: '/walk' });
  return useMemo(() => {
    const go = (next: WalkSearch, replace = false) => void navigate({ search: next, replace, resetScroll: false });
    const { at: _at, ...unselected } = search;
    return {
      search,
      go: (next) => go(next),
      open: (id) => go(withMore(search, id)),
      close: (id) => go(withClosed(search, id)),
      select: (...ids) => go(ids.length === 0 ? unselected : { ...search, at: ids.join(',') }, true),
    };
  }, [search, navigate]);
}
