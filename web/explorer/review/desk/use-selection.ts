import { useCallback, useEffect, useRef, useState } from 'react';
import type { Proposal } from './proposal-parts.ts';

export interface Selection {
  readonly id: string | undefined;
  /** Selects one, moves the focus to it, and scrolls to its passage. */
  readonly select: (id: string) => void;
  /** Selects the one that many places further in a list. */
  readonly move: (list: readonly Proposal[], by: 1 | -1) => void;
}

/** Which proposal is selected: at first the first that is undecided. */
export function useSelection(proposals: readonly Proposal[]): Selection {
  const [id, setId] = useState(() => firstPending(proposals)?.id ?? proposals[0]?.id);
  const isMoved = useRef(false);
  const select = useCallback((next: string) => {
    isMoved.current = true;
    setId(next);
  }, []);
  const [visit, setVisit] = useState(0);
  useEffect(() => {
    if (!isMoved.current || id === undefined) return;
    isMoved.current = false;
    show(id);
  }, [id, visit]);
  const again = useCallback(
    (next: string) => {
      select(next);
      setVisit((count) => count + 1); // also where it is selected already
    },
    [select],
  );
  const move = useCallback(
    (list: readonly Proposal[], by: 1 | -1) => {
      const at = list.findIndex((each) => each.id === id);
      const next = list[at === -1 ? 0 : Math.min(Math.max(at + by, 0), list.length - 1)];
      if (next !== undefined) again(next.id);
    },
    [again, id],
  );
  return { id, select: again, move };
}

const firstPending = (proposals: readonly Proposal[]) => proposals.find(({ state }) => state === 'PENDING');

/** The undecided one after a proposal in a list, else the first; the same where none is left. */
export function nextPending(list: readonly Proposal[], ids: readonly string[]): string | undefined {
  const last = list.findLastIndex(({ id }) => ids.includes(id));
  const isOpen = ({ id, state }: Proposal) => state === 'PENDING' && !ids.includes(id);
  return (list.slice(last + 1).find(isOpen) ?? list.find(isOpen))?.id ?? ids.at(-1);
}

/** Focuses a proposal, and brings it and its passage into the window. */
function show(id: string): void {
  const item = document.getElementById(id);
  item?.focus({ preventScroll: true });
  const list = item?.closest<HTMLElement>('.proposals');
  if (item != null && list != null) revealIn(list, item);
  const mark = document.querySelector('.article [data-selected]');
  if (mark?.checkVisibility() === true) revealInWindow(mark);
  item?.scrollIntoView({ block: 'nearest' });
}

/** Scrolls a list that scrolls by itself; in a narrow window the page scrolls. */
function revealIn(list: HTMLElement, item: HTMLElement): void {
  if (getComputedStyle(list).overflowY !== 'auto') return item.scrollIntoView({ block: 'center' });
  const [outer, inner] = [list.getBoundingClientRect(), item.getBoundingClientRect()];
  const space = Math.max((outer.height - inner.height) / 3, 0);
  if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - space;
}

function revealInWindow(mark: Element): void {
  const { top, bottom } = mark.getBoundingClientRect();
  if (top < innerHeight * 0.15 || bottom > innerHeight * 0.8) mark.scrollIntoView({ block: 'center' });
}
