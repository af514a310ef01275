import { candidatesOf } from './candidates.ts';
import type { Desk } from './use-desk.ts';
import type { Panes } from './use-panes.ts';
import { useShortcuts, type Shortcuts } from './use-shortcuts.ts';

/** What the keys of the desk do; the forms have keys of their own. */
export function useDeskKeys(desk: Desk, panes: Panes, isOn: boolean): void {
  const { mode, setMode } = desk;
  const help = { '?': () => setMode('help') };
  const isForm = mode === 'edit' || mode === 'add';
  useShortcuts(isOn && !isForm ? { ...keysOf(desk, panes), ...choicesOf(desk), ...help } : help);
}

function keysOf({ actions, selection, selected, list, mode, setMode, undo }: Desk, { add, leave }: Panes): Shortcuts {
  return {
    j: () => selection.move(list, 1),
    k: () => selection.move(list, -1),
    a: actions.accept,
    x: actions.reject,
    e: actions.edit,
    r: actions.reopen,
    u: undo,
    A: () => selected !== undefined && actions.acceptAllOf([selected.rule]),
    R: () => setMode('trusted'),
    n: add,
    p: () => setMode('publish'),
    D: () => setMode('discard'),
    Escape: mode === 'read' ? undefined : leave,
  };
}

/** 1 to 9 accept the selected proposal with one of its candidates. */
function choicesOf({ selected, actions }: Desk): Shortcuts {
  const candidates = selected === undefined ? [] : candidatesOf(selected).slice(0, 9);
  return Object.fromEntries(candidates.map((each, index) => [String(index + 1), () => actions.choose(each)]));
}
