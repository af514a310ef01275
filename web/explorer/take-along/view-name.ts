import { base } from '../url/base.ts';
import { today } from '../url/day.ts';

/** The parameters that say what a view is of, the most exact first. */
const subjects = ['at', 'about', 'of', 'from', 'between', 'q', 'type'] as const;

/** What files from a view are called: its subject, the view and its day, "policygraph-region-CN-SD-regions-2024-02-05". */
export function viewName({ pathname, searchParams }: URL): string {
  const [view = 'home', id] = pathname.slice(base.length).split('/').filter(Boolean).map(decodeURIComponent);
  const subject = id ?? subjects.map((name) => searchParams.get(name)).find((value) => value !== null);
  const day = searchParams.get('asOf') ?? today();
  return ['policygraph', subject, searchParams.get('tab') ?? view, day]
    .filter((part) => part !== undefined)
    .join('-')
    .replaceAll(/[^\p{L}\p{N}.-]+/gu, '-');
}
