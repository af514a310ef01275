import { memo, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import type { Passage, Statements } from './query.ts';
import { StatementGroups } from './statement-groups.tsx';
import { passagesAt, pointAt } from './active.ts';

interface ClaimListProps {
  readonly statements: Statements;
  readonly count: number;
  readonly more: (() => void) | undefined;
  readonly active: readonly number[];
  readonly onActive: (passages: readonly number[]) => void;
}

/** All claims of a document, in the order of its text; each leads to its passage. */
export function ClaimList({ statements: { passages, others }, count, more, active, onActive }: ClaimListProps) {
  const t = useTranslations('document');
  const list = useRef<HTMLElement>(null);
  useEffect(() => reveal(list.current, active), [active]);
  return (
    <aside
      ref={list}
      className="claims"
      aria-labelledby="claims-heading"
      onFocus={({ target }) => onActive(passagesAt(target) ?? [])}
      onPointerOver={(event) => pointAt(event, onActive)}
    >
      <h2 id="claims-heading">{t('claims', { count })}</h2>
      <ol>
        {passages.map((passage) => (
          <PassageItem key={passage.number} passage={passage} />
        ))}
      </ol>
      {others.length > 0 && (
        <section>
          <h3>{t('others')}</h3>
          <StatementGroups statements={others} isLocated />
        </section>
      )}
      {more !== undefined && <Button onPress={more}>{t('more')}</Button>}
    </aside>
  );
}

const PassageItem = memo(function PassageItem({ passage: { number, start, statements } }: { readonly passage: Passage }) {
  const t = useTranslations('document');
  return (
    <li id={`claims-${number}`} data-passages={number} tabIndex={-1}>
      <a className="number" href={`#text-${start}`} aria-label={t('toPassage', { number })}>
        {number}
      </a>
      <StatementGroups statements={statements} />
    </li>
  );
});

/** Scrolls the list, where it scrolls by itself, to the first of some passages. The page stays. */
function reveal(list: HTMLElement | null, [first]: readonly number[]): void {
  const item = first === undefined ? null : list?.querySelector<HTMLElement>(`#claims-${first}`);
  if (list === null || item == null || list.contains(document.activeElement)) return;
  const [outer, inner] = [list.getBoundingClientRect(), item.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - outer.height / 4;
}
