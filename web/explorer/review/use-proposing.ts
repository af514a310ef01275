import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError, type OperationResult } from 'urql';
import type { ResultOf } from '../api/graphql.ts';
import { proposeClaims, type TextInput } from './propose-query.ts';

interface Proposing {
  /** The service reads the text. */
  readonly isReading: boolean;
  /** Why the last text was not read. */
  readonly error: CombinedError | undefined;
  /** The id of the reading; undefined when it failed or was cancelled. */
  readonly read: (input: TextInput) => Promise<string | undefined>;
  /** Asks no more: the service gives up a text for which nobody asks. */
  readonly cancel: () => void;
}

/** Has a text read, however long it takes: while a language model reads, the same request is sent again. */
export function useProposing(): Proposing {
  const client = useClient();
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<CombinedError>();
  const running = useRef<AbortController>(undefined);
  const ask = useCallback(
    (input: TextInput, signal: AbortSignal) =>
      new Promise<Result | undefined>((resolve) => {
        const subscription = client.mutation(proposeClaims, { input }).subscribe(resolve);
        signal.addEventListener('abort', () => (subscription.unsubscribe(), resolve(undefined)), { once: true });
      }),
    [client],
  );
  const read = async (input: TextInput) => {
    const { signal } = (running.current = new AbortController());
    setReading(true);
    setError(undefined);
    let result = await ask(input, signal);
    while (result !== undefined && isInProgress(result)) {
      await pause(secondsOf(result), signal);
      result = signal.aborted ? undefined : await ask(input, signal);
    }
    if (result === undefined) return undefined;
    setReading(false);
    setError(result.error);
    return result.data?.proposeClaims.id;
  };
  const cancel = () => {
    running.current?.abort();
    setReading(false);
  };
  useEffect(() => () => running.current?.abort(), []);
  return { isReading, error, read, cancel };
}

type Result = OperationResult<ResultOf<typeof proposeClaims>>;

const extensionsOf = ({ error }: Result): Readonly<Record<string, unknown>> => error?.graphQLErrors[0]?.extensions ?? {};

const isInProgress = (result: Result): boolean => extensionsOf(result)['code'] === 'IN_PROGRESS';

/** After how long the service wants to be asked again. */
const secondsOf = (result: Result): number => Number(extensionsOf(result)['retryAfter'] ?? 1);

const pause = (seconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 1_000 * seconds);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
