import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMutation } from 'urql';
import { problemsOf } from '../problem-list.ts';
import { Problems } from '../problems.tsx';
import { ReviewDialog } from '../review-dialog.tsx';
import { discardReading } from './discard-query.ts';
import type { Reading } from './query.ts';

interface DiscardProps {
  readonly reading: Reading;
  /** How many proposals are decided, which goes with it. */
  readonly decided: number;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** Takes a reading away, after it was asked for twice. */
export function Discard({ reading: { id, title }, decided, isOpen, onOpen }: DiscardProps) {
  const t = useTranslations('review.discard');
  const navigate = useNavigate();
  const [{ error, fetching }, discard] = useMutation(discardReading);
  const confirm = async () => {
    const { data } = await discard({ id });
    if (data != null) await navigate({ to: '/review' });
  };
  return (
    <ReviewDialog label={t('open')} shortcut="D" title={t('title')} isOpen={isOpen} onOpen={onOpen}>
      {(close) => (
        <>
          <p>{t('lead', { title, decided })}</p>
          <Problems problems={problemsOf(error).all} />
          <p className="actions">
            <button type="button" className="danger" disabled={fetching} onClick={() => void confirm()}>
              {t('confirm')}
            </button>{' '}
            <button type="button" onClick={close}>
              {t('keep')}
            </button>
          </p>
        </>
      )}
    </ReviewDialog>
  );
}
