import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { pageSize, standingQuery, type Reading, type Rest, type Standing } from './query.ts';
import { useRest } from './use-rest.ts';

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
    if (standing.proposals.length < pageSize) version.current = Math.max(version.current, standing.version); // else more changed
    setReading((before) => merged(before, standing));
  }, []);
  const since = useCallback(() => version.current, []);
  const look = useCallback(async () => {
    const since = version.current;
    for (let after = 0; ; after += pageSize) {
      const variables = { id: first.id, since, after };
      const { data } = await client.query(standingQuery, variables, { requestPolicy: 'network-only' }).toPromise();
      if (data?.reading != null) merge(data.reading);
      if ((data?.reading?.proposals.length ?? 0) < pageSize) return;
    }
  }, [client, first.id, merge]);
  useRest(
    first,
    useCallback((rest: Rest) => setReading((before) => continued(before, rest)), []),
  );
  useEffect(() => {
    void look(); // what is shown first may come from the cache
    const timer = setInterval(() => document.visibilityState === 'visible' && void look(), pause);
    return () => clearInterval(timer);
  }, [look]);
  return { reading, since, merge, look };
}

/** With a page more of its text and of its proposals; those that are here already may be newer. */
function continued(before: Reading, { paragraphs, proposals }: Rest): Reading {
  const known = new Set(before.proposals.map(({ id }) => id));
  const last = before.paragraphs.at(-1)?.end ?? 0;
  return {
    ...before,
    paragraphs: [...before.paragraphs, ...paragraphs.filter(({ start }) => start >= last)],
    proposals: [...before.proposals, ...proposals.filter(({ id }) => !known.has(id))],
  };
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
