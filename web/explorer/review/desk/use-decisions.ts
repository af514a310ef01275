import { useCallback, useMemo, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { contentOf, type Correction } from './inputs.ts';
import type { Proposal, State } from './proposal-parts.ts';
import { decideProposals } from './query.ts';
import type { LiveReading } from './use-live-reading.ts';

export interface Wanted {
  readonly proposal: Proposal;
  readonly state: State;
  /** By default it stays as it is. */
  readonly correction?: Correction | undefined;
}

/** What did not go as the reviewer wanted. */
export interface Refusal {
  readonly proposals: readonly string[];
  readonly error: CombinedError;
  readonly isConflict: boolean;
}

export interface Decisions {
  /** All of the reading; what was decided here has its new state before the service has answered. */
  readonly proposals: readonly Proposal[];
  /** Gives what was refused. Decisions are sent one after the other. */
  readonly decide: (wanted: readonly Wanted[]) => Promise<Refusal | undefined>;
  /** Decisions are on the way to the service. */
  readonly isSaving: boolean;
  /** Takes back what was decided last in this tab, and gives the first of the proposals; undefined where nothing is left. */
  readonly undo: (() => string | undefined) | undefined;
  /** Who decides here; known after the first decision. */
  readonly me: string | undefined;
  readonly refusal: Refusal | undefined;
  readonly dismiss: () => void;
}

/** Sends decisions, and remembers them for undo. */
export function useDecisions(live: LiveReading): Decisions {
  const [unsaved, setUnsaved] = useState<readonly (readonly Wanted[])[]>([]);
  const [done, setDone] = useState<readonly (readonly Wanted[])[]>([]);
  const [refusal, setRefusal] = useState<Refusal>();
  const [me, setMe] = useState<string>();
  const send = useQueue(live, setMe);
  const decide = useCallback(
    async (wanted: readonly Wanted[], isUndo = false) => {
      const back = wanted.map(reversed);
      setRefusal((before) => (before !== undefined && isAbout(before, wanted) ? undefined : before));
      if (!isUndo) setDone((all) => [...all, back]); // before the answer: a reviewer may be faster
      setUnsaved((all) => [...all, wanted]);
      const refused = await send(wanted);
      setUnsaved((all) => all.filter((each) => each !== wanted));
      if (refused === undefined) return undefined;
      setRefusal(refused);
      setDone((all) => all.filter((each) => each !== back));
      return refused;
    },
    [send],
  );
  const { proposals: saved } = live.reading;
  const proposals = useMemo(() => withStates(saved, unsaved.flat()), [saved, unsaved]);
  const last = done.at(-1);
  const undo = () => {
    setDone(done.slice(0, -1));
    void decide(last ?? [], true);
    return last?.[0]?.proposal.id;
  };
  const isSaving = unsaved.length > 0;
  return { proposals, decide, isSaving, undo: last && undo, me, refusal, dismiss: () => setRefusal(undefined) };
}

/** A refusal is shown until its proposals are decided again. */
const isAbout = ({ proposals }: Refusal, wanted: readonly Wanted[]): boolean =>
  wanted.some(({ proposal }) => proposals.includes(proposal.id));

/** Of several decisions on a proposal that are on the way, the last one. */
function withStates(saved: readonly Proposal[], unsaved: readonly Wanted[]): readonly Proposal[] {
  const states = new Map(unsaved.map(({ proposal, state }) => [proposal.id, state]));
  return saved.map((each) => (states.has(each.id) ? { ...each, state: states.get(each.id)! } : each));
}

/** What brings back how it was before: without a correction, a proposal is as it was found. */
const reversed = ({ proposal }: Wanted): Wanted => ({ proposal, state: proposal.state });

/** Sends decisions one after the other, each on the version that the last one made. */
function useQueue({ reading: { id }, since, merge, look }: LiveReading, onMe: (me: string) => void) {
  const client = useClient();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const versions = useRef(new Map<string, number>());
  return useCallback(
    (wanted: readonly Wanted[]): Promise<Refusal | undefined> => {
      const run = async () => {
        const decisions = wanted.map(({ proposal, state, correction }) => ({
          proposal: proposal.id,
          state,
          expectedVersion: Math.max(proposal.version, versions.current.get(proposal.id) ?? 0),
          ...(correction ?? (proposal.isCorrected ? contentOf(proposal) : {})),
        }));
        const variables = { reading: id, since: since(), decisions };
        const { data, error } = await client.mutation(decideProposals, variables).toPromise();
        if (data != null) merge(data.decideProposals);
        const recorded = new Map(data?.decideProposals.proposals.map((each) => [each.id, each]));
        const by = recorded.get(wanted[0]?.proposal.id ?? '')?.decidedBy;
        if (by != null) onMe(by);
        for (const { proposal, expectedVersion } of data == null ? [] : decisions)
          versions.current.set(proposal, recorded.get(proposal)?.version ?? expectedVersion + 1);
        return error && refusalOf(wanted, error, look);
      };
      const sent = queue.current.then(run);
      queue.current = sent.catch(() => undefined); // the next decision is sent in any case
      return sent;
    },
    [client, id, since, merge, look, onMe],
  );
}

async function refusalOf(wanted: readonly Wanted[], error: CombinedError, look: () => Promise<void>): Promise<Refusal> {
  const isConflict = error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'CONFLICT');
  if (isConflict) await look();
  return { proposals: wanted.map(({ proposal }) => proposal.id), error, isConflict };
}
