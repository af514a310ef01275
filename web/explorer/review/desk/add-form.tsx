import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMutation } from 'urql';
import { problemsOf } from '../problem-list.ts';
import { TextField } from '../text-field.tsx';
import { ClaimForm } from './edit/claim-form.tsx';
import { EntityForm } from './edit/entity-form.tsx';
import { ObservationForm } from './edit/observation-form.tsx';
import { endsNear } from './ends.ts';
import type { Correction } from './inputs.ts';
import { PassagePicker } from './passage-picker.tsx';
import type { Proposal } from './proposal-parts.ts';
import { addProposal } from './query.ts';
import type { Stretch } from './selected-text.ts';
import type { LiveReading } from './use-live-reading.ts';

interface AddFormProps {
  readonly live: LiveReading;
  readonly proposals: readonly Proposal[];
  /** What was selected when it was opened. */
  readonly stretch: Stretch;
  /** With the id of what was added. */
  readonly onAdded: (id: string | undefined) => void;
  readonly onCancel: () => void;
}

const kinds = ['claim', 'observation', 'entity'] as const;

/** What a person reads in a passage that no rule found. */
export function AddForm({ live: { reading, since, merge }, proposals, stretch, onAdded, onCancel }: AddFormProps) {
  const t = useTranslations('review.add');
  const edit = useTranslations('review.edit');
  const [kind, setKind] = useState<(typeof kinds)[number]>('claim');
  const [passage, setPassage] = useState(stretch);
  const [summary, setSummary] = useState('');
  const [{ error, fetching }, add] = useMutation(addProposal);
  const save = async (content: Omit<Correction, 'passages'>) => {
    const proposal = { ...content, passage: { ...passage, summary } };
    const { data } = await add({ reading: reading.id, since: since(), proposal });
    if (data == null) return;
    merge(data.addProposal);
    onAdded(data.addProposal.proposals.at(-1)?.id);
  };
  const problems = problemsOf(error);
  const shared = {
    title: t('title'),
    problems,
    isSaving: fetching,
    near: endsNear(proposals, passage),
    onCancel,
    children: (
      <TextField
        label={edit('summary')}
        hint={edit('ownWords')}
        isLong
        isRequired
        value={summary}
        onValue={setSummary}
        problem={problems.at('summary')}
      />
    ),
  };
  return (
    <section className="add" aria-labelledby="add-heading">
      <h2 id="add-heading">{t('title')}</h2>
      <PassagePicker text={reading.text} language={reading.language} value={passage} onValue={setPassage} />
      <div className="filters" role="group" aria-label={t('kind')}>
        {kinds.map((each) => (
          <button key={each} type="button" aria-pressed={each === kind} onClick={() => setKind(each)}>
            {t(`kinds.${each}`)}
          </button>
        ))}
      </div>
      {kind === 'claim' && <ClaimForm {...shared} claim={undefined} onSave={(claim) => void save({ claim })} />}
      {kind === 'observation' && (
        <ObservationForm {...shared} observation={undefined} onSave={(observation) => void save({ observation })} />
      )}
      {kind === 'entity' && <EntityForm {...shared} entity={undefined} onSave={(entity) => void save({ entity })} />}
    </section>
  );
}
