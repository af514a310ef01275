import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, Popover, type Key } from 'react-aria-components';
import { useEntityName } from './entity-link.tsx';
import { ReadablePage } from './readable-page.tsx';
import { NoSuggestion, SuggestionRow } from './suggestion-row.tsx';
import { useSuggestions, type EntityTypes, type Suggestion } from './use-suggestions.ts';
import './entity-field.css';

export interface EntityFieldProps {
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

/** A field that finds an entity by any of its names, while it is typed. */
export function EntityField({ label, isLabelHidden = false, placeholder, types, text, onText, onChoose }: EntityFieldProps) {
  const [typed, setTyped] = useState(''); // what was chosen, entered or set from outside is not searched for
  const isSearched = text === typed && text.trim() !== '';
  const { items, state } = useSuggestions(isSearched ? text : '', types);
  const nameOf = useEntityName();
  const change = (next: string) => {
    setTyped(next);
    onText(next);
  };
  const choose = (key: Key | null) => {
    const chosen = items.find(({ id }) => id === key)?.node;
    if (chosen === undefined) return;
    setTyped('');
    onText(nameOf(chosen));
    onChoose(chosen);
  };
  return (
    <ComboBox
      className="entity-field"
      inputValue={text}
      onInputChange={change}
      value={null}
      onChange={choose}
      items={items}
      allowsCustomValue
      allowsEmptyCollection={isSearched}
      onKeyDown={({ key }) => key === 'Enter' && setTyped('')}
      aria-label={isLabelHidden ? label : undefined}
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <Input enterKeyHint="search" placeholder={placeholder} maxLength={200} spellCheck={false} />
      <ReadablePage />
      <Popover className="suggestions">
        <ListBox<Suggestion> renderEmptyState={() => <NoSuggestion state={state} />}>
          {(suggestion) => <SuggestionRow suggestion={suggestion} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
