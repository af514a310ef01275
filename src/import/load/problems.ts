import { sentence, type Problem } from '../../changesets/problem.js';

/** How many problems of a kind are shown: one mistake in a column is often in each of its cells. */
const shownOfKind = 5;
/** How many are shown of all kinds: more than a person mends in a day. */
const shown = 1_000;
const mostKinds = 1_000;
const mostValues = 1_000;
const shownValues = 3;

interface Kind {
  /** What is wrong, and where in a record, without the value found there. */
  readonly what: string;
  count: number;
  /** Of the first of them. */
  readonly sentences: string[];
  /** How often each value is wrong. */
  readonly values: Map<string, number>;
}

/** Problems for a person to read, those of a kind together: the first, and their number. */
export class ProblemList {
  total = 0;
  private readonly kinds = new Map<string, Kind>();
  /** Sentences of all kinds. */
  private shown = 0;
  /** Problems of more kinds than are counted. */
  private uncounted = 0;

  add(problems: Iterable<Problem>): void {
    for (const problem of problems) {
      this.total += 1;
      const kind = this.kindOf(problem);
      if (kind === undefined) this.uncounted += 1;
      else this.addTo(kind, problem);
    }
  }

  /** The sentences of each kind, then its count; in a last line the count of further kinds. */
  lines(): string[] {
    const kinds = [...this.kinds.values()].flatMap((kind) =>
      kind.count > kind.sentences.length ? [...kind.sentences, lineOf(kind)] : kind.sentences,
    );
    return this.uncounted === 0 ? kinds : [...kinds, `… and ${this.uncounted.toLocaleString('en')} more`];
  }

  private addTo(kind: Kind, problem: Problem): void {
    kind.count += 1;
    count(kind.values, problem.value);
    if (kind.sentences.length >= shownOfKind || this.shown >= shown) return;
    kind.sentences.push(sentence(problem));
    this.shown += 1;
  }

  private kindOf(problem: Problem): Kind | undefined {
    const { file, field, column, message } = problem;
    const where = field ?? (column === undefined ? '' : `column ${column}`);
    const what = `${where} ${message.replaceAll(/"[^"]*"/g, '"…"')}`.trim();
    const key = `${file} ${what.replaceAll(/\d+/g, '0')}`;
    const kind = this.kinds.get(key);
    if (kind !== undefined || this.kinds.size >= mostKinds) return kind;
    const first: Kind = { what, count: 0, sentences: [], values: new Map() };
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
