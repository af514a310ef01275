import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useModelWords } from '../../../parts/model-words.ts';
import type { EntityTypes } from '../../../parts/use-suggestions.ts';
import type { ProblemList } from '../../problem-list.ts';
import { TextField } from '../../text-field.tsx';
import type { ClaimInput } from '../inputs.ts';
import { typenameOf } from '../ends.ts';
import { useEndName } from '../proposed-end.tsx';
import type { Claim, End } from '../query.ts';
import { AttributeFields } from './attribute-fields.tsx';
import { ChoiceField } from './choice-field.tsx';
import { EditFrame } from './edit-frame.tsx';
import { PredicateField } from './predicate-field.tsx';
import { codesOf, isRelation, isText, propertyOf, typesOfEnd } from './predicates.ts';
import { noReference, referenceTo, sent, type Reference } from './reference.ts';
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

interface Draft {
  readonly subject: Reference;
  readonly predicate: string;
  readonly object: Reference;
  readonly value: string;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly from: string;
  readonly until: string;
  readonly saidOn: string;
  readonly about: readonly Reference[];
  readonly attributedTo: readonly Reference[];
  readonly event: Reference;
  readonly saidTo: Reference;
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
  const words = useModelWords();
  const nameOf = useEndName();
  const [draft, setDraft] = useState<Draft>(() => draftOf(claim, nameOf));
  const set = (part: Partial<Draft>) => setDraft((all) => ({ ...all, ...part }));
  const { subject, predicate, object, value } = draft;
  const field = (name: 'from' | 'until' | 'saidOn') => (
    <TextField
      label={t(name)}
      hint={t('edtf')}
      value={draft[name]}
      onValue={(text) => set({ [name]: text })}
      problem={problems.at(name)}
    />
  );
  const codes = codesOf(propertyOf(subject.type, predicate));
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
      {isRelation(predicate) ? (
        <ReferenceField
          label={t('object')}
          types={typesOfEnd('target', predicate)}
          value={object}
          onValue={(next) => set({ object: next })}
          near={near}
          problem={problems.at('object')}
        />
      ) : codes.length > 0 ? (
        <ChoiceField
          label={t('value')}
          value={value}
          onValue={(next) => set({ value: next })}
          options={['', ...codes].map((code) => ({
            value: code,
            label: code && words.value(subject.type === undefined ? '' : typenameOf(subject.type), predicate, code),
          }))}
          problem={problems.at('value')}
        />
      ) : (
        <TextField
          label={t('value')}
          hint={isText(predicate) ? t('ownWords') : t('valueHint')}
          isLong={isText(predicate)}
          value={value}
          onValue={(next) => set({ value: next })}
          problem={problems.at('value')}
        />
      )}
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

function draftOf(claim: Claim | undefined, nameOf: (end: End) => string): Draft {
  const reference = (end: End | null | undefined) => referenceTo(end, nameOf);
  return {
    subject: reference(claim?.subject),
    predicate: claim?.predicate ?? 'NOTE',
    object: reference(claim?.object),
    value: claim?.value ?? '',
    qualifiers: Object.fromEntries(claim?.qualifiers.map(({ name, value }) => [name, value]) ?? []),
    from: claim?.from ?? '',
    until: claim?.until ?? '',
    saidOn: claim?.saidOn ?? '',
    about: claim?.about.map(reference) ?? [],
    attributedTo: claim?.attributedTo.map(reference) ?? [],
    event: claim === undefined ? noReference : reference(claim.event),
    saidTo: claim === undefined ? noReference : reference(claim.saidTo),
  };
}

/** What the predicate does not take is left out. */
function inputOf({ subject, predicate, object, value, qualifiers, from, until, saidOn, about, ...draft }: Draft): ClaimInput {
  const sentAll = (all: readonly Reference[]) => all.flatMap((each) => sent(each) ?? []);
  return {
    evidence: [],
    subject: sent(subject) ?? '',
    predicate,
    ...(isRelation(predicate) ? { object: sent(object) ?? null } : { value: value.trim() || null }),
    qualifiers: Object.entries(qualifiers).flatMap(([name, text]) => (text.trim() === '' ? [] : [{ name, value: text.trim() }])),
    from: from.trim() || null,
    until: until.trim() || null,
    saidOn: saidOn.trim() || null,
    about: isText(predicate) ? sentAll(about) : [],
    attributedTo: sentAll(draft.attributedTo),
    event: sent(draft.event) ?? null,
    saidTo: sent(draft.saidTo) ?? null,
  };
}
