import { setImmediate as nextTurn } from 'node:timers/promises';
import { untilAborted } from '../../abort.js';
import { modelVersion } from '../../model-version.js';
import type { Search } from '../../port.js';
import type { Statement } from '../../query.js';
import type { Read } from '../../search/entity-changes.js';
import { changedEntities, isFollowed, mayTouchEntities } from './changed-entities.js';
import { IndexFile, indexPath } from './index-file.js';
import { IndexSource } from './index-source.js';
import type { Position } from '../../search/entity-changes.js';
import { TermIndex } from './term-index.js';

/** Reports a step of long work, or what became of it. */
type Report = (step: string) => void;

/** In milliseconds. */
const betweenReports = 2_000;

/**
 * The index of entities of a graph, beside its file. It is kept with the number of the changeset that it reflects: a graph that has changed since then is caught
 * up with, and a file that is missing, damaged or of another graph is made again. In this process it follows every write.
 */
export class EntitySearch {
  private index: Promise<TermIndex> | undefined;
  private readonly source: IndexSource;
  private readonly file: IndexFile;
  private report: Report = () => undefined;

  /** `graph` is the path of the graph; undefined for one in memory. */
  constructor(read: Read, graph: string | undefined) {
    this.source = new IndexSource(read);
    this.file = new IndexFile(graph === undefined ? undefined : indexPath(graph));
  }

  /** Opens the index, unless the graph has to be upgraded first. */
  async prepare(report: Report = this.report): Promise<void> {
    this.report = report;
    const position = await this.source.position();
    if (position === undefined || position.modelVersion === modelVersion) await this.current();
  }

  /** One question after another, so that other requests get their turn in between. */
  async find({ questions, limit, ...scope }: Search, signal?: AbortSignal): Promise<string[][]> {
    const found: string[][] = [];
    for (const terms of questions) {
      const index = await untilAborted(this.current(), signal);
      found.push(await index.find(terms, scope, limit));
      await nextTurn();
      signal?.throwIfAborted();
    }
    return found;
  }

  /** Before a statement of a transaction: one whose changes cannot be followed makes the file invalid. */
  async running(statement: Statement<unknown>): Promise<void> {
    if (mayTouchEntities(statement) && !isFollowed(statement)) await this.file.invalidate();
  }

  /** Follows a transaction that has landed. */
  written(statements: readonly Statement<unknown>[]): void {
    if (this.index === undefined) return;
    const touching = statements.filter(mayTouchEntities);
    if (touching.length === 0) return;
    if (touching.every(isFollowed)) this.follow(touching);
    else this.index = undefined;
  }

  /** Keeps what is worth keeping; the graph must still be open, and have no writes in progress. */
  async close(): Promise<void> {
    const index = await this.index?.catch(() => undefined);
    if (index !== undefined) await this.save(index, await this.source.position());
  }

  private follow(statements: readonly Statement<unknown>[]): void {
    const { rows, left, restored } = changedEntities(statements);
    const put = async (index: TermIndex): Promise<TermIndex> => {
      index.remove(left);
      await index.put([...rows, ...(await this.source.termsOf(restored))]);
      this.file.note(rows.length + left.length + restored.length);
      return index;
    };
    void this.keep(this.current().then(put));
  }

  private current(): Promise<TermIndex> {
    return this.index ?? this.keep(this.open());
  }

  private async open(): Promise<TermIndex> {
    const position = await this.source.position();
    const kept = position === undefined ? undefined : await this.file.read();
    const index =
      kept === undefined ? undefined : await this.caughtUp(new TermIndex(kept.segment), kept.position, position as Position);
    return index ?? this.build(position);
  }

  /** Undefined for an index that is not of this graph. */
  private async caughtUp(index: TermIndex, from: Position, to: Position): Promise<TermIndex | undefined> {
    const changed = await this.source.changedSince(from, to);
    if (changed === undefined) return undefined;
    index.remove(changed);
    await index.put(await this.source.termsOf(changed));
    this.file.note(changed.length);
    return index.size === (await this.source.count()) ? index : undefined;
  }

  private async build(position: Position | undefined): Promise<TermIndex> {
    const index = new TermIndex();
    let reported = -Infinity;
    for await (const { rows, done, all } of this.source.all()) {
      if (performance.now() - reported > betweenReports) {
        this.report(`Indexing ${all.toLocaleString('en')} names … ${Math.floor((100 * done) / all)} %`);
        reported = performance.now();
      }
      await index.put(rows, rows.length);
    }
    this.file.note(Infinity);
    await this.save(index, position);
    return index;
  }

  /** Without the file the next start takes longer; nothing else depends on it. */
  private async save(index: TermIndex, position: Position | undefined): Promise<void> {
    if (position?.modelVersion !== modelVersion) return;
    try {
      await this.file.save(index, position);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      this.report(`The search index cannot be written (${code}): search works from memory, and the next start indexes again.`);
    }
  }

  /** An index that could not be made is forgotten, so that the next search tries again. */
  private keep(index: Promise<TermIndex>): Promise<TermIndex> {
    this.index = index;
    index.catch(() => {
      if (this.index === index) this.index = undefined;
    });
    return index;
  }
}
