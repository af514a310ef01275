import { useTranslations } from 'use-intl';
import { EntityField } from '../../../parts/entity-field.tsx';
import type { EntityTypes } from '../../../parts/use-suggestions.ts';
import { FieldProblem } from '../../problems.tsx';
import { endOfEntity, typeOf } from '../ends.ts';
import { useEndName } from '../proposed-end.tsx';
import type { End } from '../proposal-parts.ts';
import { referenceTo, type Reference } from './reference.ts';

interface ReferenceFieldProps {
  readonly label: string;
  readonly types?: EntityTypes;
  readonly value: Reference;
  readonly onValue: (value: Reference) => void;
  /** Entities that this passage names, new ones among them. */
  readonly near: readonly End[];
  readonly problem?: string | undefined;
}

/** A field for an entity of the graph or of this reading, by any of its names. */
export function ReferenceField({ label, types, value, onValue, near, problem }: ReferenceFieldProps) {
  const nameOf = useEndName();
  const set = (text: string) => {
    const named = near.find((end) => nameOf(end) === text);
    onValue(named === undefined ? { text } : referenceTo(named, nameOf));
  };
  const picks = near.filter(({ id }) => id !== value.id && (types == null || types.includes(typeOf(id)))).slice(0, 6);
  return (
    <div className="field" data-invalid={problem !== undefined || undefined}>
      <EntityField
        label={label}
        types={types ?? null}
        text={value.text}
        onText={set}
        onChoose={(node) => onValue(referenceTo(endOfEntity(node), nameOf))}
      />
      {value.id !== undefined && <code className="small quiet">{value.id}</code>}
      <Picks label={label} picks={picks} onPick={(end) => onValue(referenceTo(end, nameOf))} />
      <FieldProblem problem={problem} />
    </div>
  );
}

interface PicksProps {
  readonly label: string;
  readonly picks: readonly End[];
  readonly onPick: (end: End) => void;
}

/** Buttons for what the passage names. */
function Picks({ label, picks, onPick }: PicksProps) {
  const t = useTranslations('review.edit');
  const nameOf = useEndName();
  if (picks.length === 0) return null;
  return (
    <div className="picks" role="group" aria-label={t('near', { field: label })}>
      {picks.map((end) => (
        <button key={end.id} type="button" className="pick" onClick={() => onPick(end)}>
          {nameOf(end)}
        </button>
      ))}
    </div>
  );
}
