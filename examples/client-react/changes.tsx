import { useMutation, useSubscription } from '@apollo/client/react';
import { useState } from 'react';
import { withKey } from './client.ts';
import { apply, changes, undo } from './operations.ts';

const weihai = {
  reason: 'An example: Weihai joins the pilot.',
  entities: [{ id: 'document:example-notice', properties: [{ name: 'title', value: 'An example notice' }] }],
  claims: [
    {
      subject: 'program:cn-used-car-export-pilot',
      predicate: 'COVERS',
      object: 'region:CN-371000',
      evidence: [{ document: 'document:example-notice', record: 'article 2', summary: 'Weihai is admitted.' }],
    },
  ],
};

/** Adds a region and takes it back, with a key that the reader types. */
export function Write() {
  const [key, setKey] = useState('');
  const [applyChange, applied] = useMutation(apply);
  const [undoChange, undone] = useMutation(undo);
  const change = async () => {
    const context = withKey(key);
    const { data } = await applyChange({ variables: { input: weihai }, context });
    const id = data?.applyChangeset.changeset?.id;
    if (id !== undefined) await undoChange({ variables: { input: { changeset: id, reason: 'It was an example.' } }, context });
  };
  return (
    <form action={() => change().catch(() => undefined)}>
      <input type="password" aria-label="Key" value={key} onChange={({ target }) => setKey(target.value)} />
      <button>Write and undo</button>
      <output>{(applied.error ?? undone.error)?.message ?? undone.data?.undoChangeset.outcome}</output>
    </form>
  );
}

/** The latest change, as it arrives. */
export function LatestChange() {
  const { data } = useSubscription(changes);
  return <p role="status">{data ? `${data.changes.kind} ${data.changes.type}` : 'No change yet.'}</p>;
}
