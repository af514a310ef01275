import type { Position } from '../../graph/search/entity-changes.js';
import type { Label } from '../../model/model.js';

/** What vectors were made by, and up to which changeset they are whole. */
export interface VectorState {
  readonly model: string;
  readonly dimensions: number;
  /** Undefined until every entity has its vectors. */
  readonly position?: Position | undefined;
}

/** The vector of one text of an entity; its length is 1. */
export interface TextVector {
  readonly entity: string;
  readonly hash: string;
  readonly vector: Float32Array;
}

export interface Nearest {
  readonly entity: string;
  /** The cosine of the angle to the best of its vectors. */
  readonly likeness: number;
}

export interface Scope {
  readonly labels?: readonly Label[] | undefined;
  readonly among?: readonly string[] | undefined;
  readonly limit: number;
}

/** Vectors of the texts of entities. They follow from the graph and a model, so they are in no export or backup, and may be lost at any time. */
export interface VectorStore {
  state(): Promise<VectorState | undefined>;
  /** How many vectors there are. */
  size(): Promise<number>;
  /** The entities that have vectors. */
  entities(): Promise<readonly string[]>;
  /** Whether this process may write for a while: of several that share the store, one does. Each answer extends the while. */
  mayWrite(): Promise<boolean>;
  /** Drops all vectors, and gets ready for those of a model. */
  begin(model: string, dimensions: number): Promise<void>;
  /** The hashes of the texts that each of these entities has vectors of, sorted. */
  hashes(entities: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Puts vectors in the place of all that these entities have. */
  replace(entities: readonly string[], vectors: readonly TextVector[]): Promise<void>;
  /** Notes that all entities have their vectors as of a changeset. */
  reached(position: Position): Promise<void>;
  /** The entities whose texts are nearest, the nearest first. */
  nearest(vector: Float32Array, scope: Scope, signal?: AbortSignal): Promise<Nearest[]>;
  close(): Promise<void>;
}
