/** The open entities of a URL, and the URLs that open and close some. */
import { listOf } from '../list-of.ts';
import type { WalkSearch } from '../walk-search.ts';

export interface Opening {
  readonly id: string;
  /** How many pages of its relations are shown. */
  readonly pages: number;
}

/** What is open, in the order of opening; where the walk begins comes first. */
export function openingsOf({ from, open }: WalkSearch): readonly Opening[] {
  const openings = listOf(open).map(openingOf);
  if (from === undefined) return openings;
  const begin = openings.find(({ id }) => id === from) ?? { id: from, pages: 1 };
  return [begin, ...openings.filter(({ id }) => id !== from)];
}

function openingOf(text: string): Opening {
  const [id = '', pages] = text.split('*');
  return { id, pages: Math.max(1, Math.trunc(Number(pages ?? 1)) || 1) };
}

const pagesOf = (search: WalkSearch, id: string): number => openingsOf(search).find((each) => each.id === id)?.pages ?? 0;

/** Opens an entity, or one more page of what is open. */
export function withMore(search: WalkSearch, id: string): WalkSearch {
  const openings = openingsOf(search);
  const pages = pagesOf(search, id) + 1;
  const next = pages === 1 ? [...openings, { id, pages }] : openings.map((each) => (each.id === id ? { id, pages } : each));
  return withOpenings(search, next);
}

/** Closes an entity; what it alone brought goes with it. */
export const withClosed = (search: WalkSearch, closed: string): WalkSearch =>
  withOpenings(
    search,
    openingsOf(search).filter(({ id }) => id !== closed),
  );

/** A walk that begins at this entity, with nothing else open. */
export function withBeginning(
  { open: _open, between: _between, at: _at, page: _page, ...search }: WalkSearch,
  from: string,
): WalkSearch {
  return { ...search, from };
}

function withOpenings({ open: _open, ...search }: WalkSearch, openings: readonly Opening[]): WalkSearch {
  const open = openings
    .filter(({ id, pages }) => id !== search.from || pages > 1)
    .map(({ id, pages }) => (pages === 1 ? id : `${id}*${pages}`))
    .join(',');
  return open === '' ? search : { ...search, open };
}
