import { leastSure, type Certainty } from '../time/certainty.js';
import type { Validity } from '../time/dates.js';
import { groupBy } from '../group-by.js';
import { relationTypes, type RelationType, usualRelationTypes } from '../../model/model.js';
import { anyOf, query } from '../query.js';
import { joinOf, type Entity, type Join, type JoinRow } from '../stored/rows.js';
import { jointValidity } from '../walk/joint-validity.js';
import { nearest, type NeighbourhoodQuestion } from '../walk/neighbourhood.js';
import { shortestPaths, type PathQuestion } from '../walk/paths.js';
import { ascending, limits, otherEnd, type Step, type Walker } from '../walk/walker.js';
import type { EntityLoader } from './entity-loader.js';
import type { Ids, Reader } from './reader.js';
import { limits as allLimits } from '../../limits.js';

interface Bounded extends Ids {
  readonly [name: string]: unknown;
  readonly limit: number;
}

const degrees = query<Bounded, { origin: string; total: number }, 'types'>('walk/degrees');
const steps = query<Bounded, { origin: string; steps: { id: string; other: string }[] }, 'types'>('walk/steps');
const twoSteps = query<
  { id: string; others: readonly string[]; limit: number },
  { first: string; middle: string; second: string; other: string },
  'types'
>('walk/two-steps');
const twoStepsAway = query<{ id: string; limit: number }, { id: string; seen: number }, 'types'>('walk/two-steps-away');
const joins = query<Bounded & { others: readonly string[] }, JoinRow & { origin: string }, 'types'>('walk/joins');

/** The most relations that are shown between the entities of one answer. */
const maxJoins = allLimits.walks.joins.value;

/** Units of work for 1,000 relations, by what is done with them. */
const work = { read: 60, compared: 10, counted: 4 };
const fewer = 'name "types", or ask for fewer walks';

/** A way from one entity to another. */
export interface Path {
  readonly hops: number;
  readonly nodes: readonly Entity[];
  readonly relations: readonly Join[];
  readonly validity: Validity;
  readonly certainty: Certainty;
}

export interface Neighbourhood {
  readonly truncated: boolean;
  readonly nodes: readonly Entity[];
  readonly relations: readonly Join[];
}

export class WalkLoader {
  constructor(
    private readonly reader: Reader,
    private readonly entities: EntityLoader,
  ) {}

  /** The shortest paths between two entities; none where one of them is unknown. */
  async paths(question: PathQuestion, types: readonly RelationType[] = usualRelationTypes): Promise<readonly Path[]> {
    const ends = await this.entities.byIds([question.from, question.to]);
    if (ends.length < 2 || types.length === 0) return [];
    const paths = await shortestPaths(question, this.walker(types));
    const hops = await this.relationsOf(paths.flat(), types);
    return Promise.all(paths.map((path) => this.path(question.from, path, hops)));
  }

  private async path(from: string, steps: readonly Step[], hops: ReadonlyMap<string, Join>): Promise<Path> {
    const joins = steps.map(({ id }) => hops.get(id)).filter((join) => join !== undefined);
    const ids = [from];
    for (const step of steps) ids.push(otherEnd(step, ids.at(-1) ?? from));
    return {
      hops: steps.length,
      nodes: await this.entities.byIds(ids),
      relations: joins,
      validity: jointValidity(joins.map(({ validity }) => validity)),
      certainty: leastSure(['CERTAIN', ...joins.map((join) => join.certainty ?? 'POSSIBLE')]),
    };
  }

  /** All that is known of some relations. Each is read from the end that has fewer of them; hubs are not counted out. */
  private async relationsOf(steps: readonly Step[], types: readonly RelationType[]): Promise<ReadonlyMap<string, Join>> {
    if (steps.length === 0) return new Map();
    const ends = [...new Set(steps.flatMap(({ from, to }) => [from, to]))];
    const degrees = await this.degrees(ends, types, limits.hub + 1);
    const lighter = ({ from, to }: Step) => ((degrees.get(from) ?? 0) <= (degrees.get(to) ?? 0) ? from : to);
    const origins = [...new Set(steps.map(lighter))];
    const joins = await this.joins(origins, ends, types);
    return new Map(joins.map((join) => [join.id, join]));
  }

  /** What lies around an entity, with the relations among it; null where there is no such entity. */
  async neighbourhood(
    question: NeighbourhoodQuestion,
    types: readonly RelationType[] = usualRelationTypes,
  ): Promise<Neighbourhood | null> {
    if ((await this.entities.byId(question.root)) === null) return null;
    if (types.length === 0) return { truncated: false, nodes: await this.entities.byIds([question.root]), relations: [] };
    const { ids, hubs, truncated } = await nearest(question, this.walker(types));
    const [nodes, relations] = await Promise.all([this.entities.byIds(ids), this.relationsAmong(ids, hubs, types)]);
    return { nodes, relations: relations.slice(0, maxJoins), truncated: truncated || relations.length > maxJoins };
  }

  /** Those of a hub are read from their other ends; those between two hubs from the one that has fewer. */
  private async relationsAmong(
    ids: readonly string[],
    hubs: readonly string[],
    types: readonly RelationType[],
  ): Promise<readonly Join[]> {
    const isHub = new Set(hubs);
    const [light, between] = await Promise.all([
      this.joins(
        ids.filter((id) => !isHub.has(id)),
        ids,
        types,
      ),
      hubs.length < 2 ? [] : this.joins(await this.allButLargest(hubs, types), hubs, types),
    ]);
    return distinct([...light, ...between]);
  }

  private async allButLargest(hubs: readonly string[], types: readonly RelationType[]): Promise<readonly string[]> {
    const degrees = await this.degrees(hubs, types, 1_000_000);
    return [...hubs].sort((a, b) => (degrees.get(a) ?? 0) - (degrees.get(b) ?? 0) || ascending(a, b)).slice(0, -1);
  }

  /** The relations between two entities, whichever way they go. */
  async between(id: string, other: string): Promise<readonly Join[]> {
    const fetch = async (ids: Ids['ids']) => {
      const rows = await this.reader.read(joins({ ids, others: [other], limit: maxJoins }, { types: anyOf(relationTypes) }));
      return new Map([...groupBy(rows, ({ origin }) => origin)].map(([origin, group]) => [origin, this.joinsOf(group)]));
    };
    return this.reader.batches.load<readonly Join[]>('relations between', other, id, fetch, []);
  }

  private walker(types: readonly RelationType[]): Walker {
    const slots = { types: anyOf(types) };
    return {
      degrees: (ids, limit) => this.degrees(ids, types, limit),
      steps: async (ids, limit) => {
        const rows = await this.reader.read(steps({ ids, limit }, slots));
        const found = rows.flatMap(({ origin, steps: each }) =>
          each.map(({ id, other }): Step => ({ id, from: origin, to: other })),
        );
        this.reader.payFor(found.length, work.read, fewer);
        return found;
      },
      joins: (ids, others) => this.joins(ids, others, types),
      twoSteps: async (id, others, limit) => {
        const rows = await this.reader.read(twoSteps({ id, others, limit }, slots));
        this.reader.payFor(2 * rows.length, work.read, fewer);
        return rows.map(({ first, middle, second, other }): [Step, Step] => [
          { id: first, from: id, to: middle },
          { id: second, from: middle, to: other },
        ]);
      },
      twoStepsAway: async (id, limit) => {
        const rows = await this.reader.read(twoStepsAway({ id, limit }, slots));
        const seen = rows.reduce((sum, row) => sum + row.seen, 0);
        this.reader.payFor(seen, work.compared, fewer);
        return { ids: rows.map((row) => row.id), seen };
      },
      pause: () => this.reader.slices.next(),
    };
  }

  private async degrees(
    ids: readonly string[],
    types: readonly RelationType[],
    limit: number,
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await this.reader.read(degrees({ ids, limit }, { types: anyOf(types) }));
    this.reader.payFor(
      rows.reduce((sum, { total }) => sum + total, 0),
      work.counted,
      fewer,
    );
    return new Map(rows.map(({ origin, total }) => [origin, total]));
  }

  private async joins(
    ids: readonly string[],
    others: readonly string[],
    types: readonly RelationType[],
  ): Promise<readonly Join[]> {
    if (ids.length === 0) return [];
    const rows = await this.reader.read(joins({ ids, others, limit: 2 * maxJoins + 1 }, { types: anyOf(types) }));
    this.reader.payFor(rows.length, work.read, fewer);
    return this.joinsOf(rows);
  }

  private joinsOf(rows: readonly JoinRow[]): readonly Join[] {
    return distinct(rows.map((row) => joinOf(row, this.reader.asOf.on)));
  }
}

/** Each once, though both of its ends may have been asked; in the order of their ids. */
function distinct(joins: readonly Join[]): readonly Join[] {
  return [...new Map(joins.map((join) => [join.id, join])).values()].sort((a, b) => ascending(a.id, b.id));
}
