/**
 * The entities that were opened last in this browser. This is the one thing that the explorer keeps outside the URL: what a reader opened belongs to no link that she
 * sends. Only ids are kept, their names come from the graph.
 */
import { base } from '../url/base.ts';

const place = `policygraph${base}:recent`;
const most = 8;

export function recentIds(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, most) : [];
  } catch {
    return []; // storage may be forbidden, or hold what another program wrote
  }
}

export function keepRecent(id: string): void {
  write([id, ...recentIds().filter((kept) => kept !== id)].slice(0, most));
}

export function forgetRecent(): void {
  write([]);
}

function write(ids: readonly string[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(ids));
  } catch {
    // forbidden or full: the list is a convenience
  }
}
