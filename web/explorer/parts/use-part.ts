import { useState } from 'react';

const loaded = new WeakMap<() => Promise<unknown>, unknown>();

/**
 * A part of a view that is loaded when a reader is about to need it, which keeps it out of the first view: the part, and what begins to load it. Where that fails, the
 * next call tries again. `load` is one function for all of its users.
 */
export function usePart<Part>(load: () => Promise<Part>): readonly [Part | undefined, () => Promise<void>] {
  const [part, setPart] = useState(() => loaded.get(load) as Part | undefined);
  const request = async () => {
    if (part !== undefined) return;
    const next = await load();
    loaded.set(load, next);
    setPart(() => next);
  };
  return [part, request];
}
