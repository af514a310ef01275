/** What the URL says of the view of changes. */
import { getRouteApi } from '@tanstack/react-router';
import { isDay, today } from '../url/day.ts';

export interface ChangesSearch {
  /** The entity whose relations are compared; without one, what was recorded last in the whole graph. */
  readonly about?: string;
  /** The earlier day; ten years before the later one by default. */
  readonly from?: string;
  /** The later day; that of the view by default. */
  readonly to?: string;
  /** How many pages of the list are shown; the first by default. */
  readonly pages?: number;
}

/** More would be slow to draw. */
const mostPages = 20;

/** Takes what is valid and leaves out the rest. */
export function changesSearch({ about, from, to, pages }: Record<string, unknown>): ChangesSearch {
  return {
    ...(typeof about === 'string' && about !== '' ? { about } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
    ...(Number.isSafeInteger(pages) && Number(pages) > 1 ? { pages: Math.min(Number(pages), mostPages) } : {}),
  };
}

const route = getRouteApi('/changes');

/** The two days and the entity, and a way to change some of them. */
export function useChanges() {
  const { about, from, to, pages = 1, asOf } = route.useSearch();
  const navigate = route.useNavigate();
  /** Another list begins with its first page. */
  const change = (part: ChangesSearch) =>
    void navigate({ search: (all) => ({ ...all, pages: undefined, ...part }), resetScroll: false });
  const later = to ?? asOf ?? today();
  return { about, from: from ?? tenYearsBefore(later), to: later, pages, change };
}

function tenYearsBefore(day: string): string {
  return `${String(Number(day.slice(0, 4)) - 10).padStart(4, '0')}-01-01`;
}
