import { Link } from '@tanstack/react-router';
import { DateText } from './date-text.tsx';
import { isDate } from './is-date.ts';
import { useModelWords } from './model-words.ts';
import { useUnitWords } from './use-unit-words.ts';

interface ValueTextProps {
  /** The entity type or the relation that has the property. */
  readonly owner?: string | undefined;
  readonly property: string;
  readonly value: string;
}

/** A value of a property or an attribute: a date, a code and a unit in words, an id as a link. */
export function ValueText({ owner = '', property, value }: ValueTextProps) {
  const model = useModelWords();
  const units = useUnitWords();
  if (isDate(property)) return <DateText date={{ edtf: value }} />;
  if (property === 'unit') return units.of(value);
  if (/^[a-z]+:[^\s]+$/.test(value) && !value.startsWith('http'))
    return (
      <Link to="/entity/$id" params={{ id: value }}>
        {value}
      </Link>
    );
  return model.value(owner, property, value);
}
