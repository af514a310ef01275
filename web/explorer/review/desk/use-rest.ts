import { useEffect } from 'react';
import { useClient } from 'urql';
import { pageSize, restQuery, type Reading, type Rest } from './query.ts';

/** Reads what a long text has beyond the first pages, page by page, for as long as the reading is shown. */
export function useRest(first: Reading, add: (rest: Rest) => void): void {
  const client = useClient();
  useEffect(() => {
    let isShown = true;
    const readOn = async () => {
      let rest: Rest = first;
      for (let after = 0, from = 0; isShown && isFull(rest);) {
        after += rest.proposals.length;
        from = rest.paragraphs.at(-1)?.end ?? from;
        const variables = { id: first.id, after, from };
        const { data } = await client.query(restQuery, variables, { requestPolicy: 'network-only' }).toPromise();
        if (data?.reading == null || !isShown) return;
        rest = data.reading;
        add(rest);
      }
    };
    void readOn();
    return () => {
      isShown = false;
    };
  }, [client, first, add]);
}

const isFull = ({ paragraphs, proposals }: Rest): boolean => paragraphs.length === pageSize || proposals.length === pageSize;
