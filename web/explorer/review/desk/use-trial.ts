import { useEffect, useState } from 'react';
import { useClient, type OperationResult } from 'urql';
import { publishReading, type PublishedReading } from './publish-query.ts';
import type { LostClaim } from './reread-query.ts';

interface Trial {
  /** Of the reading as it is now; undefined while the service is asked. */
  readonly report: PublishedReading['publishReading'] | undefined;
  readonly error: OperationResult['error'];
  readonly isAsked: boolean;
}

interface TrialOptions {
  readonly id: string;
  /** Grows with each decision of any reviewer. */
  readonly version: number;
  readonly lost: readonly LostClaim[];
  /** Decisions are on the way: what would land without them is not what the reviewer sees. */
  readonly isSaving: boolean;
}

/** What publication would do, asked again whenever somebody decides. */
export function useTrial({ id, version, lost, isSaving }: TrialOptions): Trial {
  const client = useClient();
  const [answer, setAnswer] = useState<OperationResult<PublishedReading>>();
  useEffect(() => {
    const asked = new AbortController();
    const ask = async () => {
      const variables = { id, dryRun: true, reason: null, lost: [...lost] };
      const next = await client.mutation(publishReading, variables).toPromise();
      if (!asked.signal.aborted) setAnswer(next);
    };
    if (!isSaving) void ask();
    return () => {
      asked.abort();
      setAnswer(undefined);
    };
  }, [client, id, version, lost, isSaving]);
  return { report: answer?.data?.publishReading, error: answer?.error, isAsked: answer === undefined };
}
