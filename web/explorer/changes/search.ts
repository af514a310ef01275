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
}

/** Takes what is valid and leaves out the rest. */
export function changesSearch({ about, from, to }: Record<string, unknown>): ChangesSearch {
  return {
    ...(typeof about === 'string' && about !== '' ? { about } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  };
}

const route = getRouteApi('/changes');

/** The two days and the entity, and a way to change some of them. */
export function useChanges() {
  const { about, from, to, asOf } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: ChangesSearch) => void navigate({ search: (all) => ({ ...all, ...part }), resetScroll: false });
  const later = to ?? asOf ?? today();
  return { about, from: from ?? tenYearsBefore(later), to: later, change };
}

function tenYearsBefore(day: string): string {
  return `${String(Number(day.slice(0, 4)) - 10).padStart(4, '0')}-01-01`;
}
