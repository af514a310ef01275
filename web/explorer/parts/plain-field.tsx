import { useId, useLayoutEffect, useRef, type RefObject } from 'react';

/** What is selected in an input that has the focus. */
export type Caret = Parameters<HTMLInputElement['setSelectionRange']>;

export interface FieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly placeholder?: string;
  readonly text: string;
  /** Passes the focus from the plain input to the one that takes its place. */
  readonly caret: RefObject<Caret | undefined>;
  readonly onText: (text: string) => void;
  readonly onEnter: () => void;
}

interface PlainFieldProps extends FieldProps {
  /** The reader has the pointer or the focus on it. */
  readonly onNear: () => void;
  readonly onComposing: (isComposing: boolean) => void;
}

/** The longest text that the service searches for. */
export const longest = 200;

/** A field whose list of suggestions is not loaded yet. */
export function PlainField({ label, isLabelHidden = false, placeholder, text, caret, ...on }: PlainFieldProps) {
  const id = useId();
  const input = useInputThatLeaves(caret);
  const composition = useComposition(on.onComposing);
  const change = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => on.onText(currentTarget.value);
  return (
    <div className="entity-field" onPointerEnter={on.onNear}>
      {!isLabelHidden && <label htmlFor={id}>{label}</label>}
      <input
        ref={input}
        id={id}
        role="combobox"
        aria-expanded={false}
        aria-autocomplete="list"
        aria-label={isLabelHidden ? label : undefined}
        placeholder={placeholder}
        enterKeyHint="search"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={longest}
        value={text}
        onChange={change}
        onFocus={on.onNear}
        onKeyDown={({ key }) => key === 'Enter' && on.onEnter()}
        {...composition}
      />
    </div>
  );
}

/** An input that notes what is selected in it when it is taken out of the page with the focus. */
function useInputThatLeaves(caret: RefObject<Caret | undefined>) {
  const ref = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const input = ref.current!;
    return () => {
      if (document.activeElement !== input) return;
      caret.current = [input.selectionStart, input.selectionEnd, input.selectionDirection ?? 'none'];
    };
  }, [caret]);
  return ref;
}

/** Reports whether characters are composed. Some browsers write the last of them after they end the composition. */
function useComposition(onComposing: (isComposing: boolean) => void) {
  const end = useRef<ReturnType<typeof setTimeout>>(undefined);
  return {
    onCompositionStart: () => {
      clearTimeout(end.current);
      onComposing(true);
    },
    onCompositionEnd: () => {
      end.current = setTimeout(() => onComposing(false));
    },
  };
}
