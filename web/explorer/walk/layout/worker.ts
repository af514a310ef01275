/** Lays pictures out beside the page, which stays responsive. */
import type { Addition, Positions } from './addition.ts';
import { Layouts } from './layout.ts';

export interface Wanted {
  readonly number: number;
  readonly additions: readonly Addition[];
}

export interface LaidOut {
  readonly number: number;
  readonly positions: Positions;
}

const layouts = new Layouts();

addEventListener('message', ({ data: { number, additions } }: MessageEvent<Wanted>) => {
  const answer: LaidOut = { number, positions: layouts.of(additions) };
  postMessage(answer);
});
