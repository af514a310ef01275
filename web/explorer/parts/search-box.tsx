import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { EntityField } from './entity-field.tsx';
import { pageOf } from './entity-link.tsx';
import './search-box.css';

interface SearchBoxProps {
  /** What was searched for. */
  readonly query?: string;
}

/** The one box: a suggestion leads to its entity, Enter and the button to all results. */
export function SearchBox({ query = '' }: SearchBoxProps) {
  const t = useTranslations('find');
  const [text, setText] = useTextOf(query);
  const navigate = useNavigate();
  const submit = () => {
    if (text.trim() !== '') void navigate({ to: '/', search: { q: text.trim() } });
  };
  return (
    <form
      role="search"
      className="search-box"
      onKeyDownCapture={(event) => isEntered(event) && submit()}
      onSubmit={(event) => event.preventDefault()}
    >
      <EntityField
        label={t('label')}
        isLabelHidden
        placeholder={t('placeholder')}
        text={text}
        onText={setText}
        onChoose={(entity) => {
          setText('');
          void navigate(pageOf(entity));
        }}
      />
      <Button onPress={submit}>{t('search')}</Button>
    </form>
  );
}

/** Text that is typed, until the view shows another. */
function useTextOf(query: string) {
  const [shown, setShown] = useState(query);
  const [text, setText] = useState(query);
  if (shown !== query) {
    setShown(query);
    setText(query);
  }
  return [text, setText] as const;
}

/** Enter on the text itself, not on a suggestion, nor to end the composition of Chinese characters. */
function isEntered({ key, target, nativeEvent }: KeyboardEvent): boolean {
  return (
    key === 'Enter' &&
    !nativeEvent.isComposing &&
    target instanceof HTMLInputElement &&
    target.getAttribute('aria-activedescendant') === null
  );
}
