import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { inParagraphs, innermost, segmentsOf, type Segment } from '../../document/passages.ts';
import { marksOf, type Mark } from './marks.ts';
import type { Proposal } from './proposal-parts.ts';
import type { Reading } from './query.ts';

interface ArticleProps {
  readonly reading: Pick<Reading, 'paragraphs' | 'language'>;
  readonly proposals: readonly Proposal[];
  readonly selected: Proposal | undefined;
  readonly onSelect: (id: string) => void;
}

/** The text that is read, with a mark for each passage; a mark leads to its proposals. */
export function Article({ reading: { paragraphs, language }, proposals, selected, onSelect }: ArticleProps) {
  const t = useTranslations('review');
  const marks = useMemo(() => marksOf(proposals), [proposals]);
  const inside = useMemo(() => inParagraphs(paragraphs, marks), [paragraphs, marks]);
  return (
    <section className="article" aria-labelledby="article-heading">
      <h2 id="article-heading" className="visually-hidden">
        {t('article')}
      </h2>
      <div lang={language}>
        {paragraphs.map((paragraph, index) => (
          <Paragraph
            key={paragraph.start}
            paragraph={paragraph}
            marks={inside[index] ?? []}
            selected={
              inside[index]?.some(({ proposals: of }) => of.includes(selected?.id ?? '')) === true ? selected?.id : undefined
            }
            onSelect={onSelect}
          />
        ))}
      </div>
    </section>
  );
}

interface ParagraphProps {
  readonly paragraph: Reading['paragraphs'][number];
  readonly marks: readonly Mark[];
  /** The id of the selected proposal, where it has a passage here. */
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

const Paragraph = memo(function Paragraph({ paragraph, marks, selected, onSelect }: ParagraphProps) {
  return (
    <p>
      {segmentsOf(paragraph, marks).map((segment) =>
        segment.passages.length === 0 ? (
          <span key={segment.start} data-start={segment.start}>
            {segment.text}
          </span>
        ) : (
          <Passage key={segment.start} segment={segment} selected={selected} onSelect={onSelect} />
        ),
      )}
    </p>
  );
}, isSame);

function isSame(before: ParagraphProps, after: ParagraphProps): boolean {
  const shape = ({ marks, selected }: ParagraphProps) => JSON.stringify([marks, selected]);
  return before.onSelect === after.onSelect && before.paragraph.start === after.paragraph.start && shape(before) === shape(after);
}

interface PassageProps extends Pick<ParagraphProps, 'selected' | 'onSelect'> {
  readonly segment: Segment<Mark>;
}

/** Only the first part of a passage is a stop of the keyboard, however it is cut. */
function Passage({ segment: { start, text, passages }, selected, onSelect }: PassageProps) {
  const t = useTranslations('review');
  const inner = innermost(passages);
  const isSelected = passages.some(({ proposals }) => proposals.includes(selected ?? ''));
  const next = nextOf(inner.proposals, selected);
  const isStop = passages.some((passage) => passage.start === start);
  return (
    <a
      href={`#${next}`}
      className="passage"
      data-start={start}
      data-state={inner.state.toLowerCase()}
      data-selected={isSelected || undefined}
      tabIndex={isStop ? undefined : -1}
      aria-description={t('passageCount', { count: inner.proposals.length })}
      onClick={(event) => {
        event.preventDefault();
        if (document.getSelection()?.isCollapsed !== false) onSelect(next); // a reader who selects text does not leave it
      }}
    >
      {text}
    </a>
  );
}

/** A click on a passage goes to its first proposal, and from each to the one after it. */
function nextOf(proposals: readonly string[], selected: string | undefined): string {
  const at = proposals.indexOf(selected ?? '');
  return proposals[(at + 1) % proposals.length]!;
}
