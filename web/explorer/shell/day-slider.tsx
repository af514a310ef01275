import { useEffect, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useDateWords } from '../parts/date-text.tsx';
import { dayScale, steps, type Days, type Step } from './day-scale.ts';

export interface DaySliderProps {
  readonly days: Days;
  readonly step: Step;
  readonly onStep: (step: Step) => void;
  readonly day: string;
  readonly onDay: (day: string) => void;
}

/** Chooses a day of a range. The view follows when the handle is let go. */
export function DaySlider({ days, step, onStep, day, onDay }: DaySliderProps) {
  const t = useTranslations('shell');
  const words = useDateWords();
  const [shown, setShown] = useState(day);
  useEffect(() => setShown(day), [day]);
  const { end, positionOf, dayAt } = dayScale(step, days);
  const commit = () => shown !== day && onDay(shown);
  return (
    <>
      <div className="day-range">
        <span className="quiet">{words.of(days.first)}</span>
        <input
          type="range"
          min={0}
          max={end}
          value={positionOf(shown)}
          aria-label={t('asOf')}
          aria-valuetext={words.of(shown)}
          onChange={({ target }) => setShown(dayAt(Number(target.value)))}
          onPointerUp={commit}
          onKeyUp={commit}
          onBlur={commit}
        />
        <span className="quiet">{words.of(days.last)}</span>
      </div>
      <div className="day-choice">
        <b aria-hidden="true">{words.of(shown)}</b>
        <output className="visually-hidden">{t('ofDay', { day: words.of(day) })}</output>
        <Steps step={step} onStep={onStep} />
      </div>
    </>
  );
}

function Steps({ step, onStep }: { readonly step: Step; readonly onStep: (step: Step) => void }) {
  const t = useTranslations('shell');
  return (
    <ToggleButtonGroup
      aria-label={t('step')}
      className="day-steps"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[step]}
      onSelectionChange={(keys) => onStep(steps.find((each) => keys.has(each)) ?? step)}
    >
      {steps.map((each) => (
        <ToggleButton key={each} id={each}>
          {t(`steps.${each}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
