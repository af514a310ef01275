import { memo, useMemo, type MouseEvent } from 'react';
import { passagesAt, pointAt } from './active.ts';
import { inParagraphs, innermost, segmentsOf, type Segment } from './passages.ts';
import type { Paragraph, Passage } from './query.ts';

interface TextProps {
  readonly language: string | undefined;
  readonly paragraphs: readonly Paragraph[];
  readonly passages: readonly Passage[];
  /** With the numbers of the passages that a reader points at or has focused. */
  readonly onActive: (passages: readonly number[]) => void;
}

/** The paragraphs of a document, with its passages marked; each is a link to its claims. */
export const Text = memo(function Text({ language, paragraphs, passages, onActive }: TextProps) {
  const inside = useMemo(() => inParagraphs(paragraphs, passages), [paragraphs, passages]);
  return (
    <div
      lang={language}
      onPointerOver={(event) => pointAt(event, onActive)}
      onFocus={({ target }) => onActive(passagesAt(target) ?? [])}
      onClick={showOnTouch}
    >
      {paragraphs.map((paragraph, index) => (
        <MarkedParagraph key={paragraph.start} paragraph={paragraph} passages={inside[index]!} />
      ))}
    </div>
  );
});

/** A finger cannot point before it presses: what it presses is shown first, where it is. */
function showOnTouch(event: MouseEvent) {
  const { nativeEvent } = event;
  if (nativeEvent instanceof globalThis.PointerEvent && nativeEvent.pointerType === 'touch') event.preventDefault();
}

interface MarkedParagraphProps {
  readonly paragraph: Paragraph;
  /** Those that it has a part of. */
  readonly passages: readonly Passage[];
}

const MarkedParagraph = memo(function MarkedParagraph({ paragraph, passages }: MarkedParagraphProps) {
  return (
    <p>
      {segmentsOf(paragraph, passages).map((segment) =>
        segment.passages.length === 0 ? segment.text : <Mark key={segment.start} segment={segment} />,
      )}
    </p>
  );
}, isSame);

/** Claims arrive in pages, and most paragraphs of a long text are not changed by one. */
function isSame(before: MarkedParagraphProps, after: MarkedParagraphProps): boolean {
  const shape = ({ passages }: MarkedParagraphProps) =>
    passages.map(({ number, start, end }) => `${number} ${start} ${end}`).join();
  return before.paragraph.start === after.paragraph.start && shape(before) === shape(after);
}

/** Of its passages only those that begin there make it a stop of the keyboard: each passage is one, however it is cut. */
function Mark({ segment: { start, text, passages } }: { readonly segment: Segment<Passage> }) {
  const beginning = passages.filter((passage) => passage.start === start).map(({ number }) => number);
  const first = innermost(passages).number;
  const numbers = [first, ...passages.map(({ number }) => number).filter((number) => number !== first)];
  const shared = { className: 'passage', 'data-passages': numbers.join(' '), 'data-depth': Math.min(passages.length, 3) };
  if (beginning.length === 0 && !/[\p{L}\p{N}]/u.test(text)) return <span {...shared}>{text}</span>;
  return (
    <a
      {...shared}
      id={`text-${start}`}
      href={`#claims-${first}`}
      tabIndex={beginning.length === 0 ? -1 : undefined}
      data-number={beginning.length === 0 ? undefined : beginning.join(' ')}
      aria-describedby={numbers.map((number) => `claims-${number}`).join(' ')}
    >
      {text}
    </a>
  );
}
