import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { View } from '../api/use-view.ts';
import { useAsOf } from '../url/use-as-of.ts';
import { paragraphsQuery, type Paragraph } from './query.ts';

/** Paragraphs of one request. */
const page = 500;

type Text = Omit<View<readonly Paragraph[]>, 'retry'>;

/** The text of a document, as it arrives: a long one in several requests, from its start. */
export function useParagraphs(id: string): View<readonly Paragraph[]> {
  const client = useClient();
  const asOf = useAsOf();
  const [text, setText] = useState<Text>({ data: undefined, error: undefined, isLoading: true });
  const [attempt, setAttempt] = useState(1);
  useEffect(() => {
    const reading = { isCancelled: false };
    const request = async (from: number) => client.query(paragraphsQuery, { id, asOf, from, first: page }).toPromise();
    void (async () => {
      const paragraphs: Paragraph[] = [];
      for (let isLoading = true; isLoading && !reading.isCancelled;) {
        const { data, error } = await request(paragraphs.at(-1)?.end ?? 0);
        const next = data?.document?.paragraphs ?? [];
        paragraphs.push(...next);
        isLoading = next.length === page;
        if (!reading.isCancelled) setText({ data: paragraphs.length === 0 ? undefined : [...paragraphs], error, isLoading });
      }
    })();
    return () => void (reading.isCancelled = true);
  }, [client, id, asOf?.date, attempt]);
  return { ...text, retry: () => setAttempt(attempt + 1) };
}
