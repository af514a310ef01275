import { useEffect } from 'react';

export type Shortcuts = Readonly<Record<string, (() => unknown) | undefined>>;

/** Runs what belongs to a key, unless the reader types into a field, a dialog is open, or the key is one of the browser's. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isWriting(event.target) || document.querySelector('[role=dialog], dialog[open]') !== null) return;
      const run = shortcuts[event.key];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

/** Fields that take letters; a choice such as a radio takes only arrows and the space. */
const fields = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role=listbox]';

const isWriting = (target: EventTarget | null): boolean => target instanceof Element && target.closest(fields) !== null;
