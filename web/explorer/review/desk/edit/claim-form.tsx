import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { EntityTypes } from '../../../parts/use-suggestions.ts';
import type { ProblemList } from '../../problem-list.ts';
import { TextField } from '../../text-field.tsx';
import type { ClaimInput } from '../inputs.ts';
import { useEndName } from '../proposed-end.tsx';
import type { Claim, End } from '../proposal-parts.ts';
import { AttributeFields } from './attribute-fields.tsx';
import { draftOf, inputOf, type ClaimDraft } from './claim-draft.ts';
import { EditFrame } from './edit-frame.tsx';
import { PredicateField } from './predicate-field.tsx';
import { ObjectField } from './object-field.tsx';
import { isText, typesOfEnd } from './predicates.ts';
import { ReferenceField } from './reference-field.tsx';
import { ReferenceList } from './reference-list.tsx';

interface ClaimFormProps {
  readonly title: string;
  /** What it begins with; nothing for a new one. */
  readonly claim: Claim | undefined;
  /** Entities that the passage names. */
  readonly near: readonly End[];
  readonly problems: ProblemList;
  readonly isSaving: boolean;
  readonly onSave: (claim: ClaimInput) => void;
  readonly onCancel: () => void;
  /** Further fields. */
  readonly children: ReactNode;
}

const shown = [
  'subject',
  'predicate',
  'object',
  'value',
  'qualifiers',
  'from',
  'until',
  'saidOn',
  'about',
  'attributedTo',
  'event',
  'saidTo',
  'summary',
];

const speakers: EntityTypes = ['AGENCY', 'ORGANIZATION', 'PERSON', 'REGION'];

/** Corrects or writes a claim. */
export function ClaimForm({ title, claim, near, problems, isSaving, onSave, onCancel, children }: ClaimFormProps) {
  const t = useTranslations('review.edit');
  const nameOf = useEndName();
  const [draft, setDraft] = useState<ClaimDraft>(() => draftOf(claim, nameOf));
  const set = (part: Partial<ClaimDraft>) => setDraft((all) => ({ ...all, ...part }));
  const { subject, predicate } = draft;
  const field = (name: 'from' | 'until' | 'saidOn') => (
    <TextField
      label={t(name)}
      hint={t('edtf')}
      value={draft[name]}
      onValue={(text) => set({ [name]: text })}
      problem={problems.at(name)}
    />
  );
  return (
    <EditFrame
      title={title}
      problems={problems.others(shown)}
      isSaving={isSaving}
      onSave={() => onSave(inputOf(draft))}
      onCancel={onCancel}
    >
      <ReferenceField
        label={t('subject')}
        types={typesOfEnd('source', predicate)}
        value={subject}
        onValue={(next) => set({ subject: next })}
        near={near}
        problem={problems.at('subject')}
      />
      <PredicateField
        value={predicate}
        subject={subject.type}
        onValue={(next) => set({ predicate: next })}
        problem={problems.at('predicate')}
      />
      <ObjectField draft={draft} onDraft={set} near={near} problem={problems.at} />
      <AttributeFields
        predicate={predicate}
        values={draft.qualifiers}
        onValues={(qualifiers) => set({ qualifiers })}
        problem={problems.at}
      />
      {field('from')}
      {field('until')}
      {isText(predicate) && (
        <>
          {field('saidOn')}
          <ReferenceList
            label={t('about')}
            values={draft.about}
            onValues={(about) => set({ about })}
            near={near}
            problem={problems.at('about')}
          />
        </>
      )}
      <ReferenceList
        label={t('attributedTo')}
        types={speakers}
        values={draft.attributedTo}
        onValues={(attributedTo) => set({ attributedTo })}
        near={near}
        problem={problems.at('attributedTo')}
      />
      {children}
    </EditFrame>
  );
}
