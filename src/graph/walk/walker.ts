/** How a search sees the graph: one step at a time, many entities at once. */
import { limits as all } from '../../limits.js';

const { walks } = all;

/** A relation as a search needs it. */
export interface Step {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface Walker {
  /** How many relations each of these has; what has more than `limit` gives `limit`. */
  degrees(ids: readonly string[], limit: number): Promise<ReadonlyMap<string, number>>;
  /** The relations of these, both ways, at most `limit` of each. */
  steps(ids: readonly string[], limit: number): Promise<readonly Step[]>;
  /** The relations, whichever way, between one of `ids` and one of `others`; each of `ids` is looked at in full. */
  joins(ids: readonly string[], others: readonly string[]): Promise<readonly Step[]>;
  /** The pairs of relations by which an entity is joined to one of `others`, at most `limit` of them. */
  twoSteps(id: string, others: readonly string[], limit: number): Promise<readonly (readonly [Step, Step])[]>;
  /** What is two relations away from an entity; `seen` is how many second relations were looked at, at most `limit`. */
  twoStepsAway(id: string, limit: number): Promise<{ readonly ids: readonly string[]; readonly seen: number }>;
  /** Gives way to other requests in long work on what was read. */
  pause(): Promise<void>;
}

/** How much of the graph one search may look at. */
export interface Limits {
  /** What has more relations than this is a hub, which a search goes round as long as it can. */
  readonly hub: number;
  /** Relations that one search may look at. */
  readonly relations: number;
  /** Relations that the store may look at to find what joins hubs. */
  readonly between: number;
}

export const limits: Limits = { hub: walks.hub.value, relations: walks.explored.value, between: walks.between.value };

export const otherEnd = ({ from, to }: Step, id: string): string => (from === id ? to : from);
export const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
