import { useMemo, useState } from 'react';
import type { DeskActions } from './actions.ts';
import { candidatesOf, chosen } from './candidates.ts';
import { neededBy } from './ends.ts';
import type { Proposal, State } from './proposal-parts.ts';
import type { Rule } from './rule-line.tsx';
import type { Filter } from './toolbar.tsx';
import { useDecisions, type Decisions, type Wanted } from './use-decisions.ts';
import type { LiveReading } from './use-live-reading.ts';
import { nextPending, useSelection, type Selection } from './use-selection.ts';

/** What a desk has open beside the list. */
export type Mode = 'read' | 'edit' | 'add' | 'publish' | 'help' | 'trusted' | 'discard';

/** What was decided last, to be read out. */
interface Decided {
  readonly state: State;
  readonly count: number;
}

export interface Desk {
  readonly decisions: Decisions;
  readonly selection: Selection;
  /** What the filter shows; the selected one too. */
  readonly list: readonly Proposal[];
  readonly selected: Proposal | undefined;
  /** Which found something, with how many of their proposals can be accepted at once. */
  readonly rules: readonly Rule[];
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly mode: Mode;
  readonly setMode: (mode: Mode) => void;
  readonly decided: Decided | undefined;
  readonly actions: DeskActions;
  /** Takes the last decision back and shows it. */
  readonly undo: (() => void) | undefined;
}

/** The state of a review, and what a reviewer can do. */
export function useDesk(live: LiveReading): Desk {
  const decisions = useDecisions(live);
  const selection = useSelection(decisions.proposals);
  const [filter, setFilter] = useState<Filter>('ALL');
  const [mode, setMode] = useState<Mode>('read');
  const [decided, setDecided] = useState<Decided>();
  const { proposals } = decisions;
  const list = useMemo(
    () => proposals.filter(({ id, state }) => filter === 'ALL' || state === filter || id === selection.id),
    [proposals, filter, selection.id],
  );
  const selected = proposals.find(({ id }) => id === selection.id);
  const rules = live.reading.rules.map((each) => ({ ...each, acceptable: acceptableOf(proposals, [each.rule]).length }));
  const decide = (wanted: readonly Wanted[]) => {
    if (wanted.length === 0) return;
    const all = withNeeded(wanted, proposals);
    void decisions.decide(all);
    setDecided({ state: wanted[0]!.state, count: all.length });
    const next = nextPending(
      proposals,
      all.map(({ proposal }) => proposal.id),
    );
    if (next !== undefined) selection.select(next);
    setMode('read');
  };
  const undo = () => {
    const first = decisions.undo?.();
    if (first !== undefined) selection.select(first);
  };
  const actions = actionsOn({ selected, proposals, decide, edit: () => setMode('edit') });
  return {
    decisions,
    selection,
    list,
    selected,
    rules,
    filter,
    setFilter,
    mode,
    setMode,
    decided,
    actions,
    undo: decisions.undo && undo,
  };
}

interface Acting {
  readonly selected: Proposal | undefined;
  readonly proposals: readonly Proposal[];
  readonly decide: (wanted: readonly Wanted[]) => void;
  readonly edit: () => void;
}

function actionsOn({ selected, proposals, decide, edit }: Acting): DeskActions {
  const decideAs = (state: State) => () => {
    if (selected !== undefined && selected.state !== state) decide([{ proposal: selected, state }]);
  };
  return {
    accept: () => (selected !== undefined && mustChoose(selected) ? undefined : decideAs('ACCEPTED')()),
    reject: decideAs('REJECTED'),
    reopen: decideAs('PENDING'),
    edit: () => selected !== undefined && edit(),
    acceptAllOf: (rules) => decide(acceptableOf(proposals, rules).map((proposal) => ({ proposal, state: 'ACCEPTED' }))),
    choose: (candidate) => {
      if (selected !== undefined) decide([{ proposal: selected, state: 'ACCEPTED', correction: chosen(selected, candidate) }]);
    },
  };
}

const mustChoose = (proposal: Proposal): boolean => candidatesOf(proposal).length > 0;

/** What is undecided of some rules, but for what a person must choose from. */
const acceptableOf = (proposals: readonly Proposal[], rules: readonly string[]): Proposal[] =>
  proposals.filter((each) => each.state === 'PENDING' && rules.includes(each.rule) && !mustChoose(each));

/** What is accepted takes the new entities along that it names. */
function withNeeded(wanted: readonly Wanted[], proposals: readonly Proposal[]): Wanted[] {
  const accepted = wanted.filter(({ state }) => state === 'ACCEPTED').map(({ proposal }) => proposal);
  const ids = new Set(wanted.map(({ proposal }) => proposal.id));
  const needed = neededBy(accepted, proposals).filter(({ id }) => !ids.has(id));
  return [...wanted, ...needed.map((proposal) => ({ proposal, state: 'ACCEPTED' as const }))];
}
