import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMutation, useQuery } from 'urql';
import { RemovalReport } from './removal-report.tsx';
import { mayReviewQuery, removeDocument } from './removal-query.ts';
import { problemsOf } from './problem-list.ts';
import { Problems } from './problems.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { TextField } from './text-field.tsx';
import './buttons.css';

interface RemovalProps {
  readonly document: string;
  readonly title: string;
}

/** For editors: takes a document out of the graph, after what goes with it is shown. */
export function Removal({ document, title }: RemovalProps) {
  const t = useTranslations('review.removal');
  const [isOpen, setOpen] = useState(false);
  const [{ data }] = useQuery({ query: mayReviewQuery });
  if ((data?.readingMethods ?? []).length === 0) return null;
  return (
    <ReviewDialog label={t('open')} className="removal" title={t('title', { title })} isOpen={isOpen} onOpen={setOpen}>
      {(close) => <Steps document={document} onClose={close} />}
    </ReviewDialog>
  );
}

interface StepsProps extends Pick<RemovalProps, 'document'> {
  readonly onClose: () => void;
}

/** The dry run, then the removal. */
function Steps({ document, onClose }: StepsProps) {
  const t = useTranslations('review.removal');
  const [trial, runTrial] = useMutation(removeDocument);
  const [removal, runRemoval] = useMutation(removeDocument);
  const [reason, setReason] = useState('');
  useEffect(() => void runTrial({ document, dryRun: true, reason: null }), [document, runTrial]);
  if (removal.data != null) return <Removed />;
  const report = trial.data?.removeDocument;
  return (
    <>
      {report === undefined ? trial.fetching && <p role="status">{t('checking')}</p> : <RemovalReport report={report} />}
      <Problems problems={problemsOf(removal.error ?? trial.error).all} />
      <TextField label={t('reason')} value={reason} onValue={setReason} />
      <p className="actions">
        <button
          type="button"
          className="danger"
          disabled={report === undefined || removal.fetching}
          onClick={() => void runRemoval({ document, dryRun: false, reason: reason.trim() || null })}
        >
          {t('confirm')}
        </button>{' '}
        <button type="button" onClick={onClose}>
          {t('keep')}
        </button>
      </p>
    </>
  );
}

/** All of the page may rest on what is gone: it is read again. */
function Removed() {
  const t = useTranslations('review.removal');
  return (
    <div role="status">
      <p>{t('removed')}</p>
      <p className="actions">
        <button type="button" onClick={() => location.reload()}>
          {t('close')}
        </button>{' '}
        <Link to="/changes">{t('changes')}</Link>
      </p>
    </div>
  );
}
