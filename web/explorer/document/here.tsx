import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import type { Passage } from './query.ts';
import { StatementGroups } from './statement-groups.tsx';

interface HereProps {
  readonly passages: readonly Passage[];
  readonly close: () => void;
}

/** What rests on the passage that a reader is at, where the list of claims is too far from the text: at the foot of a narrow window. */
export function Here({ passages, close }: HereProps) {
  const t = useTranslations('document');
  useEffect(() => {
    const escape = ({ key }: KeyboardEvent) => key === 'Escape' && close();
    addEventListener('keydown', escape);
    return () => removeEventListener('keydown', escape);
  });
  if (passages.length === 0) return null;
  return (
    <section className="here" aria-label={t('here')}>
      <Button aria-label={t('close')} onPress={close}>
        ×
      </Button>
      {passages.map(({ number, statements }) => (
        <div key={number} className="passage-claims">
          <a className="number" href={`#claims-${number}`} aria-label={t('toClaims', { number })}>
            {number}
          </a>
          <StatementGroups statements={statements} />
        </div>
      ))}
    </section>
  );
}
