/** How far the reading of a text is, at a terminal or in a log. */
import type { ReadProgress } from '../reading/claims/propose.js';
import { ProgressBar } from './progress-bar.js';

/** Shorter texts are read in about a second: a bar would only flicker. */
const long = 20_000;
const second = 1_000;

/** Shows nothing for a text that rules read at once. */
export class ReadingProgress {
  private readonly bar: ProgressBar;
  private readonly isShown: boolean;
  private timer: NodeJS.Timeout | undefined;

  constructor(out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>, text: string, isAsked: boolean) {
    this.bar = new ProgressBar(out, { unit: 'characters' });
    this.isShown = isAsked || text.length > long;
    if (this.isShown) this.show('names, dates and amounts:', 0, text.length);
  }

  readonly claims: ReadProgress = (read, total) => this.show('claims:', read, total);

  /** A model answers once in a while: the time goes on meanwhile. */
  readonly answers: ReadProgress = (read, total) => {
    const show = () => this.show('language model:', read, total);
    clearInterval(this.timer);
    this.timer = setInterval(show, second);
    show();
  };

  end(): void {
    clearInterval(this.timer);
    this.bar.end();
  }

  private show(step: string, read: number, total: number): void {
    if (this.isShown) this.bar.show(step, read, total);
  }
}
