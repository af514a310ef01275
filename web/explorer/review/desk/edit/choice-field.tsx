import { FieldProblem } from '../../problems.tsx';

interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly problem?: string | undefined;
}

/** A field for one of a few codes. */
export function ChoiceField({ label, value, onValue, options, problem }: ChoiceFieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onValue(target.value)} aria-invalid={problem !== undefined}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldProblem problem={problem} />
    </label>
  );
}
