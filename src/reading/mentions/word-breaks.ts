/** Where the words of Chinese text begin and end, as ICU's dictionary has them. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Characters that are segmented together, and those around them that are read as well: words at the edge would be cut. */
const window = { length: 256, edge: 16 };

/** Each part of a text is segmented once, and only when it is asked for. */
export class WordBreaks {
  private readonly windows = new Map<number, ReadonlySet<number>>();

  constructor(private readonly text: string) {}

  /** Whether a word begins or ends at a place. */
  at(place: number): boolean {
    const index = Math.floor(place / window.length);
    let breaks = this.windows.get(index);
    if (breaks === undefined) this.windows.set(index, (breaks = this.breaksOf(index)));
    return breaks.has(place);
  }

  private breaksOf(index: number): ReadonlySet<number> {
    const from = Math.max(0, index * window.length - window.edge);
    const part = this.text.slice(from, (index + 1) * window.length + window.edge);
    const breaks = new Set([from, from + part.length]);
    for (const segment of segmenter.segment(part)) breaks.add(from + segment.index);
    return breaks;
  }
}
