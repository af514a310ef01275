import { useId, type ChangeEvent, type ReactNode } from 'react';
import { FieldProblem } from './problems.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Where its value is from, when nobody typed it. */
  readonly source?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly isRequired?: boolean;
  /** What the service says of it. */
  readonly problem?: string | undefined;
  readonly inputMode?: 'decimal' | 'numeric';
  /** Several lines. */
  readonly isLong?: boolean;
}

/** A line of text with its label, and below it what is wrong with it. */
export function TextField({
  label,
  hint,
  source,
  value,
  onValue,
  isRequired = false,
  problem,
  inputMode,
  isLong = false,
}: TextFieldProps) {
  const id = useId();
  const Input = isLong ? 'textarea' : 'input';
  return (
    <div className={isLong ? 'field wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value}
        required={isRequired}
        inputMode={inputMode}
        autoComplete="off"
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={({ target }: ChangeEvent<HTMLInputElement & HTMLTextAreaElement>) => onValue(target.value)}
      />
      <div id={`${id}-hint`}>
        {source !== undefined && <span className="small source">{source}</span>}
        {hint !== undefined && <span className="small quiet">{hint}</span>}
        <FieldProblem problem={problem} />
      </div>
    </div>
  );
}
