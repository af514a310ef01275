import { useModelWords } from '../../../parts/model-words.ts';
import { TextField } from '../../text-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { attributesOf, codesOf } from './predicates.ts';

interface AttributeFieldsProps {
  readonly predicate: string;
  readonly values: Readonly<Record<string, string>>;
  readonly onValues: (values: Readonly<Record<string, string>>) => void;
  readonly problem: (field: string) => string | undefined;
}

/** A field for each attribute of a relation. */
export function AttributeFields({ predicate, values, onValues, problem }: AttributeFieldsProps) {
  const words = useModelWords();
  return Object.entries(attributesOf(predicate)).map(([name, attribute]) => {
    const shared = {
      key: name,
      label: words.attribute(name),
      value: values[name] ?? '',
      onValue: (value: string) => onValues({ ...values, [name]: value }),
      problem: problem(name),
    };
    const codes = codesOf(attribute);
    const { key, ...field } = shared;
    if (codes.length === 0) return <TextField key={key} {...field} />;
    const options = ['', ...codes].map((code) => ({ value: code, label: code && words.value(predicate, name, code) }));
    return <ChoiceField key={key} {...field} options={options} />;
  });
}
