import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { DayField } from '../parts/day-field.tsx';
import { today } from '../url/day.ts';
import type { Step } from './day-scale.ts';
import './as-of.css';

const DayBar = lazy(() => import('./day-bar.tsx'));

/** The day of the whole view, by a field and by a slider. */
export function AsOfField() {
  const t = useTranslations('shell');
  const { asOf, slide } = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (day: string | undefined, replace = false) =>
    void navigate({ to: '.', search: (all) => ({ ...all, asOf: day }), replace, resetScroll: false });
  const slideBy = (step: Step | undefined) =>
    void navigate({ to: '.', search: (all) => ({ ...all, slide: step }), replace: true, resetScroll: false });
  return (
    <>
      <div className="as-of">
        <DayField label={t('asOf')} day={asOf ?? ''} onDay={(day) => show(day)} />
        <Button
          className="day-bar-button"
          aria-label={t('slide')}
          aria-expanded={slide !== undefined}
          onPress={() => slideBy(slide === undefined ? 'month' : undefined)}
        >
          <Ruler />
        </Button>
        {asOf !== undefined && (
          <Button className="day-bar-button" aria-label={t('today')} onPress={() => show(undefined)}>
            <Cross />
          </Button>
        )}
      </div>
      {slide !== undefined && (
        <Suspense>
          <DayBar
            step={slide}
            onStep={slideBy}
            day={asOf ?? today()}
            onDay={(day) => show(day === today() ? undefined : day, true)}
          />
        </Suspense>
      )}
    </>
  );
}

function Cross() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="m4 4 8 8m0-8-8 8" />
    </svg>
  );
}

function Ruler() {
  return (
    <svg viewBox="0 0 20 16" width="20" height="16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M1 8h18M10 3v10M4 6v4M16 6v4" />
    </svg>
  );
}
