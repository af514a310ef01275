/** What editors decide on the proposals of readings: one at a time for each proposal, each with its version. */
import { packed, unpackedAs } from '../../changesets/packed.js';
import { groupBy } from '../../graph/group-by.js';
import { GraphError } from '../../graph/errors.js';
import { modelVersion } from '../../graph/model-version.js';
import type { Graph, ReadOptions, Transaction } from '../../graph/port.js';
import { query } from '../../graph/query.js';
import { mustHaveReading } from './kept-readings.js';
import type { Decision, ProposalState } from './reading.js';

/** A node of the store: missing values are empty. */
type Stored = Omit<Decision, 'correction' | 'added'> & Readonly<Record<'id' | 'reading' | 'correction' | 'added', string>>;

const decisions = query<{ readings: readonly string[] }, { decision: Stored }>('reading/decisions');
const decide = query<{ rows: readonly Stored[] }, never>('reading/decide');
const nextVersion = query<{ id: string }, { version: number }>('reading/next-version');
const tallies = query<{ rules: readonly string[]; reading: string }, { rule: string; state: ProposalState; count: number }>(
  'reading/tallies',
);
const turn = query<{ modelVersion: number }, unknown>('changeset/turn');

/** The last decisions on the proposals of these readings, by the reading. */
export async function decisionsOf(
  graph: Pick<Graph, 'read'>,
  readings: readonly string[],
  options?: ReadOptions,
): Promise<Map<string, Decision[]>> {
  const rows = await graph.read(decisions({ readings }), options);
  const groups = groupBy(rows, ({ decision }) => decision.reading);
  return new Map([...groups].map(([reading, group]) => [reading, group.map(({ decision }) => decisionOf(decision))]));
}

/** What is decided on one proposal. */
export type NewDecision = Pick<Decision, 'proposal' | 'state' | 'rule' | 'correction' | 'added'> & {
  /** How often it was decided when the editor looked. */
  readonly expectedVersion?: number | undefined;
};

/** Records decisions, all or none of them. Throws a CONFLICT where somebody else decided otherwise meanwhile, and for a reading that is published. */
export const recordDecisions = (graph: Graph, reading: string, by: string, made: readonly NewDecision[]): Promise<void> =>
  graph.transact(async (transaction) => {
    const { run } = transaction;
    await run(turn({ modelVersion }));
    const { publishedAt } = await mustHaveReading(transaction, reading);
    if (publishedAt !== undefined)
      throw new GraphError('CONFLICT', `${reading} was published at ${publishedAt}: nothing can be decided on it any more.`);
    const before = await decidedBefore(transaction, reading);
    for (const decision of made) mustBeAsExpected(decision, before.get(decision.proposal));
    const [next] = await run(nextVersion({ id: reading }));
    const said = { reading, decidedBy: by, decidedAt: new Date().toISOString(), readingVersion: next?.version ?? 0 };
    await run(decide({ rows: made.map((each) => ({ ...said, ...stored(reading, each, before.get(each.proposal)) })) }));
  });

async function decidedBefore({ run }: Transaction, reading: string): Promise<Map<string, Decision>> {
  const rows = await run(decisions({ readings: [reading] }));
  return new Map(rows.map(({ decision }) => [decision.proposal, decisionOf(decision)]));
}

function mustBeAsExpected(decision: NewDecision, before: Decision | undefined): void {
  const { proposal, expectedVersion } = decision;
  const version = before?.version ?? 0;
  if (expectedVersion === undefined || expectedVersion === version || isAgreed(decision, before)) return;
  const last =
    before === undefined
      ? 'nobody has decided on it'
      : `${before.decidedBy} made it ${before.state} at ${before.decidedAt}, which is version ${version}`;
  throw new GraphError(
    'CONFLICT',
    `${proposal} is not at version ${expectedVersion}: ${last}. Look at it again, and decide again.`,
    {},
    { proposal, version, state: before?.state ?? 'PENDING', decidedBy: before?.decidedBy, decidedAt: before?.decidedAt },
  );
}

/** Editors who decide the same, as where both accept claims of one new entity, are in no conflict. */
const isAgreed = ({ state, correction, expectedVersion = 0 }: NewDecision, before: Decision | undefined): boolean =>
  before !== undefined &&
  expectedVersion < before.version &&
  state === before.state &&
  (correction ?? before.correction) === undefined;

function stored(reading: string, { proposal, state, rule, correction, added }: NewDecision, before: Decision | undefined) {
  const kept = added ?? before?.added;
  return {
    id: `${reading} ${proposal}`,
    proposal,
    state,
    rule,
    version: (before?.version ?? 0) + 1,
    correction: correction === undefined ? '' : packed(correction),
    added: kept === undefined ? '' : packed(kept),
  };
}

const decisionOf = ({ correction, added, ...decision }: Stored): Decision => ({
  ...decision,
  correction: correction === '' ? undefined : unpackedAs(correction),
  added: added === '' ? undefined : unpackedAs(added),
});

/** How often editors accepted and rejected what a rule proposed. */
export interface RuleTally {
  readonly accepted: number;
  readonly rejected: number;
}

/** The tallies of rules in all readings but this one. */
export async function talliesBefore(
  graph: Pick<Graph, 'read'>,
  reading: string,
  rules: readonly string[],
  options?: ReadOptions,
): Promise<Map<string, RuleTally>> {
  const rows = await graph.read(tallies({ rules, reading }), options);
  const count = (group: typeof rows, wanted: ProposalState) => group.find(({ state }) => state === wanted)?.count ?? 0;
  const groups = groupBy(rows, ({ rule }) => rule);
  return new Map(
    [...groups].map(([rule, group]) => [rule, { accepted: count(group, 'ACCEPTED'), rejected: count(group, 'REJECTED') }]),
  );
}
