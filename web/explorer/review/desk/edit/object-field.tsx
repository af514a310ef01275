import { useTranslations } from 'use-intl';
import { useModelWords } from '../../../parts/model-words.ts';
import type { ProblemList } from '../../problem-list.ts';
import { TextField } from '../../text-field.tsx';
import { typenameOf } from '../ends.ts';
import type { End } from '../proposal-parts.ts';
import { ChoiceField } from './choice-field.tsx';
import type { ClaimDraft } from './claim-draft.ts';
import { codesOf, isRelation, isText, propertyOf, typesOfEnd } from './predicates.ts';
import { ReferenceField } from './reference-field.tsx';

interface ObjectFieldProps {
  readonly draft: ClaimDraft;
  readonly onDraft: (part: Partial<ClaimDraft>) => void;
  /** Entities that the passage names. */
  readonly near: readonly End[];
  readonly problem: ProblemList['at'];
}

/** What a claim says of its subject: an entity of a relation, a code of a property, or a text. */
export function ObjectField({ draft, onDraft, near, problem }: ObjectFieldProps) {
  const t = useTranslations('review.edit');
  const { subject, predicate, object } = draft;
  if (!isRelation(predicate))
    return (
      <ValueField
        subject={subject}
        predicate={predicate}
        value={draft.value}
        onValue={(value) => onDraft({ value })}
        problem={problem('value')}
      />
    );
  return (
    <ReferenceField
      label={t('object')}
      types={typesOfEnd('target', predicate)}
      value={object}
      onValue={(next) => onDraft({ object: next })}
      near={near}
      problem={problem('object')}
    />
  );
}

interface ValueFieldProps extends Pick<ClaimDraft, 'subject' | 'predicate' | 'value'> {
  readonly onValue: (value: string) => void;
  readonly problem: string | undefined;
}

function ValueField({ subject, predicate, ...field }: ValueFieldProps) {
  const t = useTranslations('review.edit');
  const words = useModelWords();
  const codes = codesOf(propertyOf(subject.type, predicate));
  const type = subject.type === undefined ? '' : typenameOf(subject.type);
  if (codes.length > 0)
    return (
      <ChoiceField
        {...field}
        label={t('value')}
        options={['', ...codes].map((code) => ({ value: code, label: code && words.value(type, predicate, code) }))}
      />
    );
  return (
    <TextField
      {...field}
      label={t('value')}
      hint={isText(predicate) ? t('ownWords') : t('valueHint')}
      isLong={isText(predicate)}
    />
  );
}
