import { sentence, type Problem } from '../../changesets/problem.js';

/** How many problems are shown: more than a person mends in a day. */
const shown = 1_000;

/** Problems for a person to read: the first of them, and how many there are. */
export class ProblemList {
  readonly sentences: string[] = [];
  total = 0;

  add(problems: Iterable<Problem>): void {
    for (const problem of problems) {
      this.total += 1;
      if (this.sentences.length < shown) this.sentences.push(sentence(problem));
    }
  }

  /** The sentences, and in a last line how many more there are. */
  lines(): string[] {
    const more = this.total - this.sentences.length;
    return more === 0 ? this.sentences : [...this.sentences, `… and ${more.toLocaleString('en')} more`];
  }
}
