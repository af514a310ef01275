import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMutation, type CombinedError } from 'urql';
import { problemsOf } from '../problem-list.ts';
import { ReviewDialog } from '../review-dialog.tsx';
import { TextField } from '../text-field.tsx';
import { acceptedOf, knownOf, Landed } from './landed.tsx';
import { publishReading, type PublishedReading } from './publish-query.ts';
import { PublishProblems } from './publish-problems.tsx';
import type { Decisions } from './use-decisions.ts';
import type { LiveReading } from './use-live-reading.ts';
import type { Rereading } from './use-rereading.ts';
import { useTrial } from './use-trial.ts';

interface PublishProps {
  readonly live: LiveReading;
  readonly decisions: Decisions;
  /** Of a document that is read again: what becomes of its claims. */
  readonly rereading: Rereading;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onSelect: (id: string) => void;
}

/** Shows what would land, and lands it. */
export function Publish({ live, decisions, rereading, isOpen, onOpen, onSelect }: PublishProps) {
  const t = useTranslations('review.publish');
  const select = (id: string) => {
    onOpen(false);
    onSelect(id);
  };
  return (
    <ReviewDialog label={t('open')} className="primary" shortcut="p" title={t('title')} isOpen={isOpen} onOpen={onOpen}>
      {(close) => <Steps live={live} decisions={decisions} rereading={rereading} onSelect={select} onClose={close} />}
    </ReviewDialog>
  );
}

interface StepsProps extends Pick<PublishProps, 'live' | 'decisions' | 'rereading' | 'onSelect'> {
  readonly onClose: () => void;
}

/** The dry run, then the publication. */
function Steps({ live, decisions: { proposals, isSaving }, rereading, onSelect, onClose }: StepsProps) {
  const t = useTranslations('review.publish');
  const { reading } = live;
  const { id, version } = reading;
  const { lost } = rereading;
  const trial = useTrial({ id, version, lost, isSaving });
  const [publication, runPublication] = useMutation(publishReading);
  const [reason, setReason] = useState(() => t('defaultReason', { title: reading.title }));
  const publish = async () => {
    const { error } = await runPublication({ id, dryRun: false, reason: reason.trim() || null, lost });
    if (isConflict(error)) await live.look(); // another trial follows
  };
  const accepted = acceptedOf(proposals);
  const known = publication.data?.publishReading.outcome === 'UNCHANGED' ? accepted : knownOf(reading, proposals);
  if (publication.data != null || reading.publishedAt !== null)
    return <Landed reading={reading} known={known} onClose={onClose} />;
  const isEmpty = rereading.claims.length === 0 && accepted === 0;
  if (isEmpty && !isSaving) return <Empty onClose={onClose} />;
  const refused = isConflict(publication.error) ? undefined : publication.error;
  return (
    <>
      {trial.isAsked && <p role="status">{t(isSaving ? 'saving' : 'checking')}</p>}
      {isConflict(publication.error) && <p role="alert">{t('changed')}</p>}
      {trial.report != null && <WillLand report={trial.report} accepted={accepted} pending={pendingOf(proposals)} />}
      {rereading.staying > 0 && <p className="quiet small">{t('staying', { count: rereading.staying })}</p>}
      <PublishProblems problems={problemsOf(refused ?? trial.error).all} proposals={proposals} onSelect={onSelect} />
      <TextField label={t('reason')} value={reason} onValue={setReason} />
      <p className="actions">
        <button
          type="button"
          className="primary"
          disabled={trial.report == null || publication.fetching}
          onClick={() => void publish()}
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

/** There is nothing to publish yet. */
function Empty({ onClose }: Pick<StepsProps, 'onClose'>) {
  const t = useTranslations('review.publish');
  return (
    <>
      <p role="status">{t('empty')}</p>
      <p className="actions">
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
      </p>
    </>
  );
}

/** Somebody decided while it was published. */
const isConflict = (error: CombinedError | undefined): boolean =>
  error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'CONFLICT') === true;

const pendingOf = (proposals: Decisions['proposals']): number => proposals.filter(({ state }) => state === 'PENDING').length;

interface WillLandProps {
  readonly report: PublishedReading['publishReading'];
  readonly accepted: number;
  /** How many are not decided yet: they stay behind. */
  readonly pending: number;
}

/** How many changes of each kind would be made. */
function WillLand({ report: { outcome, changes }, accepted, pending }: WillLandProps) {
  const t = useTranslations('review.publish');
  const model = useTranslations('model');
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return (
    <div role="status">
      <p>{outcome === 'UNCHANGED' ? t('known', { count: accepted }) : t('willLand', { count: changes.length })}</p>
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
