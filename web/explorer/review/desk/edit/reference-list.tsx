import { useTranslations } from 'use-intl';
import type { EntityTypes } from '../../../parts/use-suggestions.ts';
import type { End } from '../proposal-parts.ts';
import { noReference, type Reference } from './reference.ts';
import { ReferenceField } from './reference-field.tsx';

interface ReferenceListProps {
  readonly label: string;
  readonly types?: EntityTypes;
  readonly values: readonly Reference[];
  readonly onValues: (values: readonly Reference[]) => void;
  readonly near: readonly End[];
  readonly problem?: string | undefined;
}

/** Fields for any number of entities: an empty one is at the end. */
export function ReferenceList({ label, types, values, onValues, near, problem }: ReferenceListProps) {
  const t = useTranslations('review.edit');
  const all = [...values, noReference];
  const set = (index: number) => (value: Reference) =>
    onValues(all.map((each, at) => (at === index ? value : each)).filter(({ text }) => text !== ''));
  return all.map((value, index) => (
    <ReferenceField
      key={index}
      label={index === 0 ? label : t('further', { field: label, number: index + 1 })}
      types={types}
      value={value}
      onValue={set(index)}
      near={index === values.length ? near.filter(({ id }) => !values.some((each) => each.id === id)) : []}
      problem={index === 0 ? problem : undefined}
    />
  ));
}
