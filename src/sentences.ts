/** A stretch of a text, in code points, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Sentence extends Span {
  readonly text: string;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text, without the space around them. No sentence goes over the end of a line; what has no letter is none. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let position = 0;
  for (const line of text.split(/(?<=\n)/)) {
    for (const { segment } of segmenter.segment(line)) {
      const trimmed = segment.trim();
      const start = position + lengthOf(segment) - lengthOf(segment.trimStart());
      if (/\p{L}/u.test(trimmed)) sentences.push({ start, end: start + lengthOf(trimmed), text: trimmed });
      position += lengthOf(segment);
    }
  }
  return sentences;
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

const lengthOf = (text: string): number => Array.from(text).length;
