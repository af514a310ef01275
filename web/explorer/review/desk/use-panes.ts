import { useState } from 'react';
import type { Reading } from './query.ts';
import { selectedStretch, type Stretch } from './selected-text.ts';
import type { Desk } from './use-desk.ts';

export type Pane = 'proposals' | 'article';

/** Which side of the desk a narrow window shows, and the ways between the list and its forms. */
export interface Panes {
  readonly pane: Pane;
  readonly setPane: (pane: Pane) => void;
  /** Where what is added is said. */
  readonly stretch: Stretch;
  /** Opens the form for what the selected words say, else those of the selected proposal. */
  readonly add: () => void;
  /** With the id of what was added. */
  readonly added: (id: string | undefined) => void;
  /** Goes back to the selected proposal. */
  readonly leave: () => void;
  readonly show: (id: string) => void;
}

export function usePanes({ selected, selection, setMode }: Desk, reading: Reading): Panes {
  const [stretch, setStretch] = useState<Stretch>({ start: 0, end: 0 });
  const [pane, setPane] = useState<Pane>('proposals');
  const add = () => {
    setStretch(selectedStretch() ?? selected?.passages[0] ?? reading.paragraphs[0] ?? { start: 0, end: 0 });
    setPane('proposals');
    setMode('add');
  };
  const added = (id: string | undefined) => {
    setMode('read');
    if (id !== undefined) selection.select(id);
  };
  const leave = () => added(selected?.id);
  const show = (id: string) => {
    setPane('proposals');
    added(id);
  };
  return { pane, setPane, stretch, add, added, leave, show };
}
