import { useEffect } from 'react';
import { useClient } from 'urql';
import { pageSize, restQuery, type Reading, type Rest } from './query.ts';

/** Reads what a long text has beyond the first pages, page by page, for as long as the reading is shown. */
export function useRest(first: Reading, add: (rest: Rest) => void): void {
  const client = useClient();
  useEffect(() => {
    const gone = new AbortController();
    const readOn = async (before: Rest, after: number, from: number): Promise<void> => {
      if (gone.signal.aborted || !isFull(before)) return;
      const next = { after: after + before.proposals.length, from: before.paragraphs.at(-1)?.end ?? from };
      const variables = { id: first.id, ...next };
      const { data } = await client.query(restQuery, variables, { requestPolicy: 'network-only' }).toPromise();
      if (data?.reading == null || gone.signal.aborted) return;
      add(data.reading);
      await readOn(data.reading, next.after, next.from);
    };
    void readOn(first, 0, 0);
    return () => gone.abort();
  }, [client, first, add]);
}

const isFull = ({ paragraphs, proposals }: Rest): boolean => paragraphs.length === pageSize || proposals.length === pageSize;
