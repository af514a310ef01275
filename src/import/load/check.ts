/** Holds the records of a load to the model, to one another and to the graph, without writing. */
import { checkClaim, checkObservation, eitherKnown, type Known } from '../../changesets/checks.js';
import { requestedEntities } from '../../changesets/requested-entities.js';
import { takenIds } from '../../changesets/request-checks.js';
import { entitiesNamed, observationsNamed } from '../../changesets/named.js';
import type { Located, Problem } from '../../changesets/problem.js';
import { mergedEntities, onwardSteps, storedEntities, storedObservations } from '../../changesets/stored.js';
import { checkRedirects } from '../../changesets/redirects.js';
import { groupBy } from '../../graph/group-by.js';
import { readerOf, type ReadWriteGraph, type Transaction } from '../../graph/port.js';
import { cyclesOf, type Step } from '../../changesets/cycles.js';
import type { FileIndex } from './file-index.js';
import type { Numbered } from './load.js';

type Whole = Known & Pick<FileIndex, 'duplicates' | 'merged'>;
type CycleTests = ReadonlyMap<string, (step: Step) => boolean>;

/** Whether a step of each hierarchy is part of a cycle, with what the graph holds. */
async function cyclesWithin(reading: Transaction, { hierarchy }: FileIndex): Promise<CycleTests> {
  const cycles = new Map<string, (step: Step) => boolean>();
  for (const [type, steps] of groupBy(hierarchy, ({ predicate }) => predicate)) {
    const onward = await onwardSteps(reading, steps);
    cycles.set(type, cyclesOf([...steps, ...onward].map(({ subject, object = '' }) => ({ subject, object }))));
  }
  return cycles;
}

export async function hasCycle(graph: ReadWriteGraph, index: FileIndex): Promise<boolean> {
  const cycles = await cyclesWithin(readerOf(graph), index);
  return index.hierarchy.some(({ subject, predicate, object = '' }) => cycles.get(predicate)?.({ subject, object }) === true);
}

export class Checker {
  /** The places of records that others repeat. */
  private readonly places = new Map<number, string>();
  private readonly repeated: ReadonlySet<number>;

  private constructor(
    private readonly reading: Transaction,
    private readonly index: Whole,
    private readonly isInCircle: CycleTests,
  ) {
    this.repeated = new Set(index.duplicates.values());
  }

  static async of(graph: ReadWriteGraph, index: FileIndex): Promise<Checker> {
    const reading = readerOf(graph);
    return new Checker(reading, index, await cyclesWithin(reading, index));
  }

  /** Of records as they come: it finds no cycles, and takes what later records may bring for known. */
  static during(graph: ReadWriteGraph, expected: Whole): Checker {
    return new Checker(readerOf(graph), expected, new Map());
  }

  /** What is wrong with each of these records, by number; those that are right are left out. */
  async problemsOf(records: readonly Numbered[]): Promise<Map<number, readonly Problem[]>> {
    const ids = records.flatMap(({ record }) => [...entitiesNamed(record), ...record.shared.map(({ item }) => item.id)]);
    const stored = await storedEntities(this.reading, ids);
    const measured = await storedObservations(
      this.reading,
      records.flatMap(({ record }) => observationsNamed(record)),
    );
    const missing = new Set(ids.filter((id) => !stored.has(id)));
    const merged = await mergedEntities(this.reading, [...missing]);
    const known = eitherKnown({ entities: stored, observations: measured, merged }, this.index);
    const found = new Map<number, readonly Problem[]>();
    for (const { number, record } of records) {
      const { entities, shared, claims, observations, redirects = [], file, line } = record;
      if (this.repeated.has(number)) this.places.set(number, `${file}:${line}`);
      const problems = [
        ...record.problems,
        ...this.repeats(number, entities, 'is the id of another entity already'),
        ...this.repeats(number, redirects, 'is redirected already'),
      ];
      const drafted = requestedEntities([...entities, ...shared.filter(({ item }) => !stored.has(item.id))], stored, problems);
      problems.push(
        ...takenIds({ entities: [...entities, ...shared] }, { get: (id) => merged.get(id) ?? this.index.merged.get(id) }),
      );
      const all = eitherKnown({ entities: drafted, observations: measured }, known);
      problems.push(
        ...claims.flatMap((claim) => checkClaim(claim, all)),
        ...observations.flatMap((observation) => checkObservation(observation, all)),
        ...checkRedirects(redirects, all, merged),
        ...claims.flatMap(({ item: { subject, predicate, object = '' }, problem }) =>
          this.isInCircle.get(predicate)?.({ subject, object }) === true
            ? [problem(['object'], `would create a ${predicate} cycle`)]
            : [],
        ),
      );
      if (problems.length > 0) found.set(number, problems);
    }
    return found;
  }

  private repeats(number: number, items: readonly Located<{ readonly id: string }>[], message: string): Problem[] {
    const first = this.index.duplicates.get(number);
    if (first === undefined) return [];
    const place = this.places.get(first) ?? 'an earlier record';
    return items.slice(0, 1).map(({ problem }) => problem(['id'], `${message}, at ${place}`));
  }
}
