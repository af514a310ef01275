import { randomUUID } from 'node:crypto';
import { idPrefix } from '../../model/model.js';
import type { Graph } from '../../graph/port.js';
import { query, type CypherText } from '../../graph/query.js';
import type { Position } from '../../graph/search/entity-changes.js';
import { groupBy } from '../../graph/group-by.js';
import type { Nearest, Scope, TextVector, VectorState, VectorStore } from './vector-store.js';

type None = Record<string, never>;
interface StateRow extends Readonly<Record<string, unknown>> {
  /** Null before the first vectors are made. */
  readonly model: string | null;
  readonly dimensions: number;
  readonly sequence: number | null;
  readonly recordedAt: string;
  readonly modelVersion: number;
}
interface Question extends Readonly<Record<string, unknown>> {
  readonly index: string;
  readonly looked: number;
  readonly vector: readonly number[];
  readonly prefixes: readonly string[] | null;
  readonly among: readonly string[] | null;
  readonly limit: number;
}
type Ids = { readonly ids: readonly string[] };

const stateOf = query<None, StateRow>('vector/state');
const begin = query<{ model: string; dimensions: number }, never>('vector/begin');
const reached = query<{ sequence: number; recordedAt: string; modelVersion: number }, never>('vector/reached');
const clear = query<{ limit: number }, never>('vector/clear');
const count = query<None, { total: number }>('vector/count');
const hashesOf = query<Ids, { id: string; hash: string }>('vector/hashes');
const drop = query<Ids, never>('vector/drop');
const put = query<{ rows: readonly unknown[]; property: string }, never>('vector/put');
const makeIndex = query<None, never, 'name' | 'dimensions'>('vector/index');
const makeEntityIndex = query<None, never, 'name'>('vector/index-entity');
const dropIndex = query<None, never, 'name'>('vector/drop-index');
const entities = query<None, { id: string }>('vector/entities');
const lease = query<{ holder: string; time: number }, { holder: string }>('vector/lease');
const release = query<{ holder: string }, never>('vector/release');
const makeUnique = query<None, never, 'name' | 'label'>('schema/unique-id');
const nearest = query<Question, { entity: string; score: number }>('vector/nearest');

const index = 'entity_vectors' as CypherText;
const entityIndex = 'vector_entity' as CypherText;

const oneState = { name: 'vector_state_id' as CypherText, label: 'VectorState' as CypherText };

const deletedAtOnce = 5_000;

/** Milliseconds that a process may write for: longer than a request to the endpoint may take. */
const leaseTime = 120_000;

/** An index gives the nearest vectors of all; those of other types are looked over, up to so many. */
const looked = { each: 5, scoped: 5_000 };

/** The vectors of a graph in Neo4j, in its vector index. */
export class Neo4jVectors implements VectorStore {
  private readonly holder = randomUUID();
  private isHeld = false;

  constructor(private readonly graph: () => Pick<Graph, 'read' | 'write' | 'transact'>) {}

  async state(): Promise<VectorState | undefined> {
    const [row] = await this.graph().read(stateOf({}));
    if (row?.model == null) return undefined;
    const { model, dimensions, sequence, recordedAt, modelVersion } = row;
    return { model, dimensions, position: sequence === null ? undefined : { sequence, recordedAt, modelVersion } };
  }

  async size(): Promise<number> {
    const [row] = await this.graph().read(count({}));
    return row?.total ?? 0;
  }

  async entities(): Promise<readonly string[]> {
    return (await this.graph().read(entities({}))).map(({ id }) => id);
  }

  /** By the clock of the database. */
  async mayWrite(): Promise<boolean> {
    const graph = this.graph();
    if (!this.isHeld) await graph.write([makeUnique({}, oneState)]);
    const rows = await graph.transact(({ run }) => run(lease({ holder: this.holder, time: leaseTime })));
    return (this.isHeld = rows.length > 0);
  }

  async begin(model: string, dimensions: number): Promise<void> {
    const graph = this.graph();
    await graph.write([dropIndex({}, { name: index })]);
    while ((await this.size()) > 0) await graph.write([clear({ limit: deletedAtOnce })]);
    await graph.write([
      makeEntityIndex({}, { name: entityIndex }),
      makeIndex({}, { name: index, dimensions: String(dimensions) as CypherText }),
    ]);
    await graph.write([begin({ model, dimensions })]);
  }

  async hashes(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = groupBy(await this.graph().read(hashesOf({ ids })), ({ id }) => id);
    return new Map(ids.map((id) => [id, (rows.get(id) ?? []).map(({ hash }) => hash)]));
  }

  async replace(ids: readonly string[], vectors: readonly TextVector[]): Promise<void> {
    const rows = vectors.map(({ entity, hash, vector }) => ({ entity, hash, vector: [...vector] }));
    await this.graph().write([drop({ ids }), put({ rows, property: 'vector' })]);
  }

  reached(position: Position): Promise<void> {
    return this.graph().write([reached({ ...position })]);
  }

  async nearest(vector: Float32Array, { labels, among, limit }: Scope, signal?: AbortSignal): Promise<Nearest[]> {
    const isScoped = labels !== undefined || among !== undefined;
    const question = {
      index,
      looked: isScoped ? looked.scoped : looked.each * limit,
      vector: [...vector],
      prefixes: labels?.map(idPrefix) ?? null,
      among: among ?? null,
      limit,
    };
    const rows = await this.graph().read(nearest(question), { signal });
    return rows.map(({ entity, score }) => ({ entity, likeness: 2 * score - 1 }));
  }

  /** The database keeps them; another process may write at once. */
  async close(): Promise<void> {
    if (this.isHeld)
      await this.graph()
        .write([release({ holder: this.holder })])
        .catch(() => undefined); // it ends by itself
    this.isHeld = false;
  }
}
