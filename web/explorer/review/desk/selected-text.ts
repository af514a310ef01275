/** Stretches of the text of a reading, in code points. */

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a reader has selected in the article; undefined where nothing is. */
export function selectedStretch(): Stretch | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const [start, end] = [placeOf(range.startContainer, range.startOffset), placeOf(range.endContainer, range.endOffset)];
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
}

/** The place in the text of a place in the page. */
function placeOf(node: Node, offset: number): number | undefined {
  if (node.nodeType !== Node.TEXT_NODE) return placeOfElement(node, offset);
  const from = Number(node.parentElement?.closest<HTMLElement>('[data-start]')?.dataset['start'] ?? NaN);
  return Number.isNaN(from) ? undefined : from + (node.nodeValue ?? '').slice(0, offset).length;
}

/** A selection of whole paragraphs ends at an element: at the start of the first text in or after it, else at the end of the last one before it. */
function placeOfElement(node: Node, offset: number): number | undefined {
  const child = node.childNodes[offset];
  const first =
    child instanceof Element
      ? child.matches('[data-start]')
        ? child
        : child.querySelector('[data-start]')
      : child?.parentElement;
  if (first instanceof HTMLElement && first.dataset['start'] !== undefined) return Number(first.dataset['start']);
  const before = node instanceof Element ? [...node.querySelectorAll<HTMLElement>('[data-start]')].at(-1) : undefined;
  return before === undefined ? undefined : Number(before.dataset['start']) + [...(before.textContent ?? '')].length;
}

const wordParts = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Where words begin and end in a text, in code points. */
export function wordBounds(text: string): Stretch[] {
  const bounds: Stretch[] = [];
  let position = 0;
  for (const { segment, isWordLike } of wordParts.segment(text)) {
    const end = position + [...segment].length;
    if (isWordLike === true) bounds.push({ start: position, end });
    position = end;
  }
  return bounds;
}

export type Step = 'startEarlier' | 'startLater' | 'endEarlier' | 'endLater';

/** A stretch that begins or ends a word earlier or later; it keeps at least one word. */
export function stepped({ start, end }: Stretch, step: Step, words: readonly Stretch[]): Stretch {
  if (step === 'startEarlier') return { start: words.findLast((word) => word.start < start)?.start ?? start, end };
  if (step === 'startLater') return { start: words.find((word) => word.start > start && word.start < end)?.start ?? start, end };
  if (step === 'endLater') return { start, end: words.find((word) => word.end > end)?.end ?? end };
  return { start, end: words.findLast((word) => word.end < end && word.end > start)?.end ?? end };
}
