import { rm } from 'node:fs/promises';
import type { Position } from '../../graph/search/entity-changes.js';
import { readVectors, writeVectors } from './vector-file.js';
import type { Nearest, Scope, TextVector, VectorState, VectorStore } from './vector-store.js';
import { VectorTable } from './vector-table.js';

/** Entities that are embedded again after which the file is written, or a quarter of the vectors where that is more: a start embeds again what has changed since. */
const worthWriting = { entities: 5_000, share: 0.25 };

/** The vectors of an embedded graph: in memory, and in a file beside the graph. */
export class FileVectors implements VectorStore {
  private table: Promise<VectorTable | undefined> | undefined;
  private position: Position | undefined;
  /** Since the file was last written, and since that was last tried. */
  private changes = { unwritten: 0, untried: 0 };

  /** `path` undefined: they are kept in memory alone. */
  constructor(
    private readonly path: string | undefined,
    /** Receives the reason when the file cannot be read or written. */
    private readonly report: (problem: string) => void,
  ) {}

  async state(): Promise<VectorState | undefined> {
    const table = await this.open();
    return table && { ...table.state, position: this.position };
  }

  async size(): Promise<number> {
    return (await this.open())?.size ?? 0;
  }

  async begin(model: string, dimensions: number): Promise<void> {
    this.table = Promise.resolve(new VectorTable({ model, dimensions }));
    this.position = undefined;
    if (this.path !== undefined) await rm(this.path, { force: true });
  }

  async entities(): Promise<readonly string[]> {
    return (await this.open())?.known() ?? [];
  }

  /** One process has an embedded graph open. */
  async mayWrite(): Promise<boolean> {
    return true;
  }

  async hashes(entities: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const table = await this.open();
    return new Map(entities.map((entity) => [entity, table?.hashesOf(entity) ?? []]));
  }

  async replace(entities: readonly string[], vectors: readonly TextVector[]): Promise<void> {
    const table = await this.open();
    for (const entity of entities) table?.remove(entity);
    for (const vector of vectors) table?.add(vector);
    this.changes = { unwritten: this.changes.unwritten + entities.length, untried: this.changes.untried + entities.length };
    const enough = Math.max(worthWriting.entities, worthWriting.share * (table?.size ?? 0));
    if (this.changes.untried >= enough) await this.save();
  }

  async reached(position: Position): Promise<void> {
    const isFirst = this.position === undefined;
    this.position = position;
    if (isFirst) await this.save();
  }

  async nearest(vector: Float32Array, scope: Scope, signal?: AbortSignal): Promise<Nearest[]> {
    return (await (await this.open())?.nearest(vector, scope, signal)) ?? [];
  }

  async close(): Promise<void> {
    if (this.changes.unwritten > 0) await this.save();
  }

  private open(): Promise<VectorTable | undefined> {
    return (this.table ??= this.read());
  }

  private async read(): Promise<VectorTable | undefined> {
    if (this.path === undefined) return undefined;
    try {
      const table = await readVectors(this.path);
      this.position = table?.state.position;
      return table;
    } catch {
      this.report(`The vectors in ${this.path} cannot be read, or are damaged: they are made again.`);
      return undefined;
    }
  }

  /** Without the file the next start embeds again; nothing else depends on it. */
  private async save(): Promise<void> {
    const table = await this.open();
    if (this.path === undefined || table === undefined) return;
    this.changes = { ...this.changes, untried: 0 };
    try {
      await writeVectors(this.path, table, { ...table.state, position: this.position });
      this.changes = { unwritten: 0, untried: 0 };
    } catch (error) {
      this.report(`The vectors cannot be written (${(error as NodeJS.ErrnoException).code}): the next start embeds again.`);
    }
  }
}
