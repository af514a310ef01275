import { useEffect, useState } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useMutation } from 'urql';
import { problemsOf } from '../problem-list.ts';
import { TextField } from '../text-field.tsx';
import { Landed } from './landed.tsx';
import { publishReading, type PublishReport } from './publish-query.ts';
import { PublishProblems } from './publish-problems.tsx';
import type { Proposal, Reading } from './query.ts';
import type { Rereading } from './use-rereading.ts';

interface PublishProps {
  readonly reading: Reading;
  readonly proposals: readonly Proposal[];
  /** Of a document that is read again: what becomes of its claims. */
  readonly rereading: Rereading;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onSelect: (id: string) => void;
}

/** Shows what would land, and lands it. */
export function Publish({ reading, proposals, rereading, isOpen, onOpen, onSelect }: PublishProps) {
  const t = useTranslations('review.publish');
  const select = (id: string) => {
    onOpen(false);
    onSelect(id);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpen}>
      <Button className="primary" aria-keyshortcuts="p">
        {t('open')} <kbd aria-hidden="true">p</kbd>
      </Button>
      <Modal isDismissable className="review-dialog">
        <Dialog>
          {({ close }) => (
            <>
              <Heading slot="title">{t('title')}</Heading>
              <Steps reading={reading} proposals={proposals} rereading={rereading} onSelect={select} onClose={close} />
            </>
          )}
        </Dialog>
      </Modal>
    </DialogTrigger>
  );
}

interface StepsProps extends Pick<PublishProps, 'reading' | 'proposals' | 'rereading' | 'onSelect'> {
  readonly onClose: () => void;
}

/** The dry run, then the publication. */
function Steps({ reading, proposals, rereading, onSelect, onClose }: StepsProps) {
  const t = useTranslations('review.publish');
  const [trial, runTrial] = useMutation(publishReading);
  const [publication, runPublication] = useMutation(publishReading);
  const [reason, setReason] = useState(() => t('defaultReason', { title: reading.title }));
  const { id } = reading;
  const { lost } = rereading;
  useEffect(() => void runTrial({ id, dryRun: true, reason: null, lost }), [id, lost, runTrial]);
  if (publication.data != null) return <Landed reading={reading} onClose={onClose} />;
  const problems = problemsOf(publication.error ?? trial.error).all;
  const report = trial.data?.publishReading ?? undefined;
  return (
    <>
      {trial.fetching && <p role="status">{t('checking')}</p>}
      {report !== undefined && <WillLand report={report} pending={proposals.filter(({ state }) => state === 'PENDING').length} />}
      {rereading.staying > 0 && <p className="quiet small">{t('staying', { count: rereading.staying })}</p>}
      <PublishProblems problems={problems} proposals={proposals} onSelect={onSelect} />
      <TextField label={t('reason')} value={reason} onValue={setReason} />
      <p className="actions">
        <button
          type="button"
          className="primary"
          disabled={report === undefined || publication.fetching}
          onClick={() => void runPublication({ id, dryRun: false, reason: reason.trim() || null, lost })}
        >
          {t('publish')}
        </button>{' '}
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
      </p>
    </>
  );
}

interface WillLandProps {
  readonly report: PublishReport;
  /** How many are not decided yet: they stay behind. */
  readonly pending: number;
}

/** How many changes of each kind would be made. */
function WillLand({ report: { changes }, pending }: WillLandProps) {
  const t = useTranslations('review.publish');
  const model = useTranslations('model');
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return (
    <div role="status">
      <p>{t('willLand', { count: changes.length })}</p>
      <ul className="counts">
        {kinds.map((kind) => (
          <li key={kind}>
            {model(`change.${kind}`)} <strong>{changes.filter((change) => change.kind === kind).length}</strong>
          </li>
        ))}
      </ul>
      {pending > 0 && <p className="quiet small">{t('pending', { count: pending })}</p>}
    </div>
  );
}
