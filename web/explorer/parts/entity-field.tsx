import { useRef, useState } from 'react';
import { useEntityName } from './entity-link.tsx';
import { PlainField, type Caret } from './plain-field.tsx';
import { usePart } from './use-part.ts';
import { useSuggestions, type EntityTypes, type Suggestion } from './use-suggestions.ts';
import './entity-field.css';

interface EntityFieldProps {
  readonly label: string;
  /** The label is read, not seen. */
  readonly isLabelHidden?: boolean;
  readonly placeholder?: string;
  /** By default of any. */
  readonly types?: EntityTypes;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (entity: Suggestion['node']) => void;
}

const suggestingField = async () => (await import('./suggesting-field.tsx')).SuggestingField;

/**
 * A field that finds an entity by any of its names, while it is typed. The list of suggestions is a fifth of what the first view would load: the field is plain until
 * the reader comes to it. What is typed and searched for is kept here, so nothing is lost when the list arrives.
 */
export function EntityField({ types, text, onText, onChoose, ...look }: EntityFieldProps) {
  const [typed, setTyped] = useState(''); // what was chosen, entered or set from outside is not searched for
  const isSearched = text === typed && text.trim() !== '';
  const suggestions = useSuggestions(isSearched ? text : '', types);
  const nameOf = useEntityName();
  const [SuggestingField, load] = usePart(suggestingField);
  const [isComposing, setComposing] = useState(false);
  const caret = useRef<Caret>(undefined);
  const field = {
    ...look,
    text,
    caret,
    onText: (next: string) => {
      setTyped(next);
      onText(next);
    },
    onEnter: () => setTyped(''),
  };
  const choose = ({ node }: Suggestion) => {
    setTyped('');
    onText(nameOf(node));
    onChoose(node);
  };
  if (SuggestingField === undefined || isComposing)
    return <PlainField {...field} onNear={() => void load().catch(() => {})} onComposing={setComposing} />; // Enter searches without a list
  return <SuggestingField {...field} {...suggestions} isSearched={isSearched} onChoose={choose} />;
}
