import { use, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { ComboBox, ComboBoxStateContext, Input, Label, ListBox, Popover } from 'react-aria-components';
import { longest, type FieldProps } from './plain-field.tsx';
import { ReadablePage } from './readable-page.tsx';
import { NoSuggestion, SuggestionRow } from './suggestion-row.tsx';
import type { Suggestion, Suggestions } from './use-suggestions.ts';
import './suggestions.css';

interface SuggestingFieldProps extends FieldProps, Suggestions {
  /** Whether the suggestions are for the text. */
  readonly isSearched: boolean;
  readonly onChoose: (suggestion: Suggestion) => void;
}

/** A field with a list of suggestions. */
export function SuggestingField({ label, isLabelHidden = false, text, items, isSearched, ...props }: SuggestingFieldProps) {
  const chosen = (id: unknown) => items.find((each) => each.id === id);
  const input = useRef<HTMLInputElement>(null);
  return (
    <ComboBox
      className="entity-field"
      inputValue={text}
      onInputChange={props.onText}
      value={null}
      onChange={(id) => id !== null && chosen(id) !== undefined && props.onChoose(chosen(id)!)}
      items={items}
      allowsCustomValue
      allowsEmptyCollection={isSearched}
      onKeyDown={({ key }) => key === 'Enter' && props.onEnter()}
      aria-label={isLabelHidden ? label : undefined}
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <Input ref={input} enterKeyHint="search" placeholder={props.placeholder} maxLength={longest} spellCheck={false} />
      <ReadablePage />
      <Continued input={input} caret={props.caret} isSearched={isSearched} />
      <Popover className="suggestions">
        <ListBox<Suggestion> renderEmptyState={() => <NoSuggestion state={props.state} />}>
          {(suggestion) => <SuggestionRow suggestion={suggestion} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

interface ContinuedProps extends Pick<SuggestingFieldProps, 'caret' | 'isSearched'> {
  readonly input: RefObject<HTMLInputElement | null>;
}

/**
 * Takes the focus over from the plain field, and opens the list for what was typed there: React Aria would wait for the next key. React Aria renders it twice, the
 * first time to read the items of the list, without a state.
 */
function Continued({ input, caret, isSearched }: ContinuedProps) {
  const state = use(ComboBoxStateContext);
  const isShown = state !== null;
  const isDue = useRef(false);
  useLayoutEffect(() => {
    const selected = caret.current;
    if (!isShown || selected === undefined) return;
    caret.current = undefined;
    isDue.current = isSearched;
    input.current?.focus({ preventScroll: true });
    input.current?.setSelectionRange(...selected);
  }, [caret, input, isSearched, isShown]);
  useEffect(() => {
    if (!isDue.current || state?.isFocused !== true) return;
    isDue.current = false;
    state.open(null, 'input');
  }, [state]);
  return null;
}
