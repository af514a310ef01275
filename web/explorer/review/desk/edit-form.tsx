import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CombinedError } from 'urql';
import { problemsOf } from '../problem-list.ts';
import { TextField } from '../text-field.tsx';
import { ClaimForm } from './edit/claim-form.tsx';
import { EntityForm } from './edit/entity-form.tsx';
import { ObservationForm } from './edit/observation-form.tsx';
import { endsNear } from './ends.ts';
import { contentOf, type Correction } from './inputs.ts';
import type { Proposal } from './proposal-parts.ts';
import type { Refusal, Wanted } from './use-decisions.ts';

interface EditFormProps {
  readonly proposal: Proposal;
  readonly proposals: readonly Proposal[];
  readonly decide: (wanted: readonly Wanted[]) => Promise<Refusal | undefined>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Corrects the selected proposal, which accepts it. */
export function EditForm({ proposal, proposals, decide, onDone, onCancel }: EditFormProps) {
  const t = useTranslations('review.edit');
  const [first] = proposal.passages;
  const [summary, setSummary] = useState(first?.summary ?? '');
  const [error, setError] = useState<CombinedError>();
  const [isSaving, setSaving] = useState(false);
  const correct = async (content: Correction) => {
    setSaving(true);
    const passages = contentOf(proposal).passages?.map((each, index) => (index === 0 ? { ...each, summary } : each));
    const refused = await decide([{ proposal, state: 'ACCEPTED', correction: { ...content, passages } }]);
    setSaving(false);
    setError(refused?.error);
    if (refused === undefined) onDone();
  };
  const problems = problemsOf(error);
  const shared = {
    title: t('title'),
    problems,
    isSaving,
    near: endsNear(proposals, first ?? { start: 0, end: 0 }),
    onCancel,
    children: (
      <TextField
        label={t('summary')}
        hint={t('ownWords')}
        isLong
        value={summary}
        onValue={setSummary}
        problem={problems.at('summary')}
      />
    ),
  };
  if (proposal.claim !== null)
    return <ClaimForm {...shared} claim={proposal.claim} onSave={(claim) => void correct({ claim })} />;
  if (proposal.observation !== null)
    return (
      <ObservationForm {...shared} observation={proposal.observation} onSave={(observation) => void correct({ observation })} />
    );
  return <EntityForm {...shared} entity={proposal.entity ?? undefined} onSave={(entity) => void correct({ entity })} />;
}
