import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { certainties, type EntitySearch } from './search.ts';

interface FilterProps {
  /** How many facts there are without a filter. */
  readonly total: number;
  /** How many pass; undefined until that is known. */
  readonly found: number | undefined;
}

/** Narrows a list of facts by name and certainty. */
export function RelationFilter({ total, found }: FilterProps) {
  const t = useTranslations('entity');
  const model = useTranslations('model');
  const { name, certainty } = useSearch({ from: '/entity/$id' });
  const navigate = useNavigate();
  const filter = (next: Pick<EntitySearch, 'name' | 'certainty'>) =>
    void navigate({ to: '.', search: (all) => ({ ...all, after: undefined, before: undefined, ...next }) });
  return (
    <div className="relation-filter">
      <NameFilter key={name} name={name} onFilter={(text) => filter({ name: text })} />
      <label>
        {t('filterCertainty')}{' '}
        <select
          value={certainty ?? ''}
          onChange={({ target }) => filter({ certainty: certainties.find((each) => each === target.value) })}
        >
          <option value="">{t('any')}</option>
          {certainties.map((each) => (
            <option key={each} value={each}>
              {model(`certainty.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {(name !== undefined || certainty !== undefined) && (
        <>
          <span role="status">{found !== undefined && t('matches', { count: found, total })}</span>
          <Button onPress={() => filter({ name: undefined, certainty: undefined })}>{t('clear')}</Button>
        </>
      )}
    </div>
  );
}

interface NameFilterProps {
  readonly name: string | undefined;
  readonly onFilter: (name: string | undefined) => void;
}

/** Filters when it is sent, so that typing is no history of addresses. */
function NameFilter({ name, onFilter }: NameFilterProps) {
  const t = useTranslations('entity');
  const [text, setText] = useState(name ?? '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onFilter(text.trim() || undefined);
  };
  return (
    <form role="search" onSubmit={submit}>
      <label>
        {t('filterName')} <input type="search" value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <Button type="submit">{t('filter')}</Button>
    </form>
  );
}
