import { useEffect } from 'react';
import { apiKey } from '../api/api-key.ts';
import { usePart } from '../parts/use-part.ts';
import type { Source } from './query.ts';

const removal = async () => (await import('../review/removal.tsx')).Removal;

/** What editors can do with a document. Others load nothing of it. */
export function EditorTools({ source: { id, name } }: { readonly source: Source }) {
  const [Removal, load] = usePart(removal);
  const hasKey = apiKey() !== undefined;
  useEffect(() => {
    if (hasKey) void load().catch(() => {}); // the page has all else without it
  });
  return Removal === undefined ? null : <Removal document={id} title={name} />;
}
