import { sentence, type Problem } from '../../changesets/problem.js';

/** How many problems of a kind are shown: one mistake in a column is often in each of its cells. */
const shownOfKind = 10;
/** How many are shown of all kinds: more than a person mends in a day. */
const shown = 1_000;
const mostKinds = 1_000;
const mostValues = 1_000;
const shownValues = 3;

interface Kind {
  /** What is wrong, and where in a record, without the value found there. */
  readonly what: string;
  count: number;
  /** How often each value is wrong. */
  readonly values: Map<string, number>;
}

/** Problems for a person to read: the first of each kind, and how many there are. */
export class ProblemList {
  total = 0;
  private readonly sentences: string[] = [];
  private readonly kinds = new Map<string, Kind>();
  /** Of those that are shown, or counted under their kind. */
  private told = 0;

  add(problems: Iterable<Problem>): void {
    for (const problem of problems) {
      this.total += 1;
      const kind = this.kindOf(problem);
      if (kind === undefined) continue;
      kind.count += 1;
      if (kind.count > shownOfKind || this.sentences.length < shown) this.told += 1;
      if (kind.count <= shownOfKind && this.sentences.length < shown) this.sentences.push(sentence(problem));
      count(kind.values, problem.value);
    }
  }

  /** The sentences, then the kinds of which there are more, and in a last line how many more there are. */
  lines(): string[] {
    const many = [...this.kinds.values()].filter((kind) => kind.count > shownOfKind).sort((a, b) => b.count - a.count);
    const more = this.total - this.told;
    return [...this.sentences, ...many.map(lineOf), ...(more === 0 ? [] : [`… and ${more.toLocaleString('en')} more`])];
  }

  private kindOf(problem: Problem): Kind | undefined {
    const { file, field, column, message } = problem;
    const where = field ?? (column === undefined ? '' : `column ${column}`);
    const what = `${where} ${message.replaceAll(/"[^"]*"/g, '"…"')}`.trim();
    const key = `${file} ${what.replaceAll(/\d+/g, '0')}`;
    const kind = this.kinds.get(key);
    if (kind !== undefined || this.kinds.size >= mostKinds) return kind;
    const first: Kind = { what, count: 0, values: new Map() };
    this.kinds.set(key, first);
    return first;
  }
}

function count(values: Map<string, number>, value: unknown): void {
  const text = JSON.stringify(value) ?? '';
  if (text !== '' && text.length <= 80 && (values.has(text) || values.size < mostValues))
    values.set(text, (values.get(text) ?? 0) + 1);
}

function lineOf({ what, count, values }: Kind): string {
  const most = [...values].sort(([, a], [, b]) => b - a).slice(0, shownValues);
  const often = most.map(([text, times]) => `${text} × ${times.toLocaleString('en')}`).join(', ');
  return `${count.toLocaleString('en')} in all: ${what}${often === '' ? '' : ` (${often}${values.size > shownValues ? ', …' : ''})`}`;
}
