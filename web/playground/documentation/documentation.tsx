import { DocExplorer, useDocExplorerActions } from '@graphiql/plugin-doc-explorer';
import { useGraphiQL } from '@graphiql/react';
import { useMemo, useState } from 'react';
import { entriesOf } from './entries.ts';
import { Results } from './results.tsx';

/** GraphiQL's documentation with a search that reads descriptions and examples; its own reads names alone. */
export function Documentation() {
  const schema = useGraphiQL(({ schema: current }) => current);
  const actions = useDocExplorerActions();
  const entries = useMemo(() => (schema == null ? [] : entriesOf(schema)), [schema]);
  const [search, setSearch] = useState('');
  const isEmpty = search.trim() === '';
  return (
    <>
      <input
        type="search"
        className="documentation-search"
        aria-label="Search the documentation and the examples"
        placeholder="Search, such as “used cars”"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      {isEmpty ? (
        <DocExplorer />
      ) : (
        <Results
          entries={entries}
          search={search}
          onChoose={({ name, def }) => {
            actions.push({ name: name.split('.').at(-1) ?? name, def });
            setSearch('');
          }}
        />
      )}
    </>
  );
}
