import { useId, useState, type SubmitEvent } from 'react';
import { useTranslations } from 'use-intl';
import { keepApiKey } from '../api/api-key.ts';

interface KeyFormProps {
  /** The last key was. */
  readonly isRefused: boolean;
  readonly isTrying: boolean;
  readonly onKey: () => void;
}

/** Asks for the API key of an editor. */
export function KeyForm({ isRefused, isTrying, onKey }: KeyFormProps) {
  const t = useTranslations('review');
  const [key, setKey] = useState('');
  const id = useId();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (key.trim() === '') return;
    keepApiKey(key.trim());
    onKey();
  };
  return (
    <form className="key-form" onSubmit={submit}>
      <h1>{t('title')}</h1>
      <p>{t('key.lead')}</p>
      <label htmlFor={id}>{t('key.label')}</label>
      <div className="key-row">
        <input
          id={id}
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={key}
          aria-invalid={isRefused}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => setKey(target.value)}
        />
        <button className="primary" disabled={isTrying}>
          {t('key.enter')}
        </button>
      </div>
      <p id={`${id}-help`} className="small quiet" role={isRefused ? 'alert' : undefined}>
        {t(isRefused ? 'key.refused' : 'key.help')}
      </p>
    </form>
  );
}
