import { useEffect, useRef, useState } from 'react';
import type { Addition, Positions } from './addition.ts';
import type { LaidOut, Wanted } from './worker.ts';

const nowhere: Positions = new Map();

/** The last picture that was laid out: while the next one is worked out, it stays. */
export function useLayout(additions: readonly Addition[]): Positions {
  const [positions, setPositions] = useState(nowhere);
  const worker = useRef<Worker | undefined>(undefined);
  const last = useRef(0);
  useEffect(() => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<LaidOut>) => {
      if (data.number === last.current) setPositions(data.positions);
    });
    worker.current = started;
    return () => started.terminate();
  }, []);
  useEffect(() => {
    const wanted: Wanted = { number: (last.current += 1), additions };
    worker.current?.postMessage(wanted);
  }, [additions]);
  return positions;
}
