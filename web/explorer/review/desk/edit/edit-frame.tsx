import { useEffect, useRef, type KeyboardEvent, type ReactNode, type SubmitEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { Problem } from '../../problem-list.ts';
import { Problems } from '../../problems.tsx';

interface EditFrameProps {
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly isSaving: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A form in place of the details of a proposal: Control+Enter saves it, Escape leaves it. The focus goes to its first field. */
export function EditFrame({ title, problems, isSaving, onSave, onCancel, children }: EditFrameProps) {
  const t = useTranslations('review.edit');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true });
    form.current?.closest('.add, .proposal')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isSaving) onSave();
  };
  return (
    <form ref={form} className="correction" aria-label={title} onSubmit={submit} onKeyDown={(event) => press(event, onCancel)}>
      <div className="fields">{children}</div>
      <Problems problems={problems} />
      <p className="actions">
        <button className="primary" disabled={isSaving} aria-keyshortcuts="Control+Enter">
          {t('save')}
        </button>{' '}
        <button type="button" onClick={onCancel} aria-keyshortcuts="Escape">
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}

function press(event: KeyboardEvent<HTMLFormElement>, cancel: () => void) {
  const isInList = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
  if (event.key === 'Escape' && !isInList && !event.defaultPrevented) cancel();
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  if (event.key === 'Enter' && isCombobox(event.target) && !event.ctrlKey && !event.metaKey) event.preventDefault(); // chooses a suggestion
}

const isCombobox = (target: EventTarget): boolean => target instanceof Element && target.getAttribute('role') === 'combobox';
