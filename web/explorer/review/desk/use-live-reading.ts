import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { standingQuery, type Reading, type Standing } from './query.ts';

export interface LiveReading {
  readonly reading: Reading;
  /** The version of the last answer: what is asked next is what changed since. */
  readonly since: () => number;
  /** Takes an answer of the service over. */
  readonly merge: (standing: Standing) => void;
  /** Asks what others have decided. */
  readonly look: () => Promise<void>;
}

/** Milliseconds between two looks at what others have decided. */
const pause = 3_000;

/** A reading with what this page decides and, while it is seen, what other reviewers decide. */
export function useLiveReading(first: Reading): LiveReading {
  const client = useClient();
  const [reading, setReading] = useState(first);
  const version = useRef(first.version);
  const merge = useCallback((standing: Standing) => {
    version.current = Math.max(version.current, standing.version);
    setReading((before) => merged(before, standing));
  }, []);
  const since = useCallback(() => version.current, []);
  const look = useCallback(async () => {
    const variables = { id: first.id, since: version.current };
    const { data } = await client.query(standingQuery, variables, { requestPolicy: 'network-only' }).toPromise();
    if (data?.reading != null) merge(data.reading);
  }, [client, first.id, merge]);
  useEffect(() => {
    void look(); // what is shown first may come from the cache
    const timer = setInterval(() => document.visibilityState === 'visible' && void look(), pause);
    return () => clearInterval(timer);
  }, [look]);
  return { reading, since, merge, look };
}

/** Of a proposal that came twice, the later version; what was added is at the end. */
function merged(before: Reading, { proposals: changed, ...standing }: Standing): Reading {
  const news = new Map(changed.map((each) => [each.id, each]));
  const kept = before.proposals.map((each) => {
    const next = news.get(each.id);
    news.delete(each.id);
    return next !== undefined && next.version >= each.version ? next : each;
  });
  const isSame = changed.length === 0 && before.version === standing.version;
  const proposals = isSame ? before.proposals : [...kept, ...news.values()];
  return { ...before, ...(standing.version >= before.version ? standing : {}), proposals };
}
