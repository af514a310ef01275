import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { stepped, wordBounds, type Step, type Stretch } from './selected-text.ts';

interface PassagePickerProps {
  readonly text: string;
  readonly language: string;
  readonly value: Stretch;
  readonly onValue: (value: Stretch) => void;
}

const steps: readonly Step[] = ['startEarlier', 'startLater', 'endEarlier', 'endLater'];
const signs: Readonly<Record<Step, string>> = { startEarlier: '⇤', startLater: '⇥', endEarlier: '⇤', endLater: '⇥' };

/** The passage that a new claim rests on: what was selected, to be made longer or shorter by words. */
export function PassagePicker({ text, language, value, onValue }: PassagePickerProps) {
  const t = useTranslations('review.add');
  const characters = useMemo(() => [...text], [text]);
  const words = useMemo(() => wordBounds(text), [text]);
  return (
    <div className="picker wide">
      <blockquote lang={language}>{characters.slice(value.start, value.end).join('')}</blockquote>
      <div className="picker-steps" role="group" aria-label={t('passage')}>
        {(['start', 'end'] as const).map((side) => (
          <span key={side}>
            <span className="small quiet">{t(side)}</span>{' '}
            {steps
              .filter((step) => step.startsWith(side))
              .map((step) => (
                <button key={step} type="button" aria-label={t(step)} onClick={() => onValue(stepped(value, step, words))}>
                  {signs[step]}
                </button>
              ))}
          </span>
        ))}
      </div>
      <p className="small quiet">{t('hint')}</p>
    </div>
  );
}
