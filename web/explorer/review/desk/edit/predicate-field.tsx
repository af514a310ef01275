import { useTranslations } from 'use-intl';
import { useModelWords } from '../../../parts/model-words.ts';
import { FieldProblem } from '../../problems.tsx';
import type { EntityType } from '../proposal-parts.ts';
import { predicatesOf } from './predicates.ts';

interface PredicateFieldProps {
  readonly value: string;
  /** The type of the subject: only what it can have is offered. */
  readonly subject: EntityType | undefined;
  readonly onValue: (value: string) => void;
  readonly problem: string | undefined;
}

/** What is claimed: a relation, a text, or a property of the subject. */
export function PredicateField({ value, subject, onValue, problem }: PredicateFieldProps) {
  const t = useTranslations('review.edit');
  const words = useModelWords();
  const choices = predicatesOf(subject);
  const isOffered = Object.values(choices).some((all: readonly string[]) => all.includes(value));
  return (
    <label className="field">
      <span>{t('predicate')}</span>
      <select value={value} onChange={({ target }) => onValue(target.value)} aria-invalid={problem !== undefined}>
        {!isOffered && <option value={value}>{words.predicate(value)}</option>}
        {(['relations', 'texts', 'properties'] as const).map(
          (group) =>
            choices[group].length > 0 && (
              <optgroup key={group} label={t(`groups.${group}`)}>
                {choices[group].map((predicate) => (
                  <option key={predicate} value={predicate}>
                    {words.predicate(predicate)}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
      <FieldProblem problem={problem} />
    </label>
  );
}
