/** Loads files into a graph in batches, each a changeset: checked first, then written, in memory that does not grow with the files. */
import { InvalidInput, type Problem } from '../../changesets/problem.js';
import type { ReadWriteGraph } from '../../graph/port.js';
import { limits } from '../../limits.js';
import { Checker, hasCycle } from './check.js';
import { Expected } from './expected.js';
import { FileIndex } from './file-index.js';
import { batchesOf, numbered, type Load } from './load.js';
import { noParts, type SourceRecord } from './parts.js';
import { ProblemList } from './problems.js';
import { RecordCache } from './record-cache.js';
import type { Counter } from './totals.js';
import { checkImportName, Writer } from './writer.js';

export interface Outcome {
  readonly rows: number;
  readonly rejected: number;
  readonly problems: ProblemList;
  readonly notes: ProblemList;
  /** Undefined when nothing was to be written, because something is wrong. */
  readonly written: Counter | undefined;
}

const mostWrong = limits.imports.wrong.value;

/** Records that depend on rejected ones are rejected in turn, so often. */
const mostRounds = 20;

/** Throws an InvalidInput when a file cannot be read, and a CONFLICT when another import has this one's name. */
export async function loadFiles(graph: ReadWriteGraph, load: Load): Promise<Outcome> {
  await checkImportName(graph, load);
  const cache = new RecordCache(load.records);
  return new Loading(graph, { ...load, records: () => cache.records() }).run();
}

class Loading {
  private readonly problems = new ProblemList();
  private notes = new ProblemList();
  private readonly rejected = new Set<number>();
  private index = new FileIndex();

  constructor(
    private readonly graph: ReadWriteGraph,
    private readonly load: Load,
  ) {}

  async run(): Promise<Outcome> {
    const rows = await this.check();
    const { problems, notes, rejected } = this;
    const isRefused = rejected.size > 0 && !this.load.keepGood;
    const written = isRefused ? undefined : await new Writer(this.graph, this.load, this.index, rejected, rows).write();
    return { rows, rejected: rejected.size, problems, notes, written };
  }

  /** Checks all records; with those left out that others depend on, again, until no more are rejected. Gives how many there are. */
  private async check(): Promise<number> {
    if (await this.isRightAsRead()) return this.index.records;
    for (let round = 1; round <= mostRounds; round += 1) {
      const before = this.rejected.size;
      this.index = await this.scanned();
      await this.checkRound(await Checker.of(this.graph, this.index), round);
      if (this.rejected.size === before || !this.load.keepGood) return this.index.records + before;
    }
    throw new InvalidInput([
      {
        file: this.load.files,
        value: undefined,
        message: `has records that depend on wrong ones more than ${mostRounds} deep: mend those that are listed, and import again`,
      },
    ]);
  }

  /** Checks records as they are read. Where anything may be wrong it gives up: then all are checked again, knowing what all of them bring. */
  private async isRightAsRead(): Promise<boolean> {
    const [index, notes] = [this.emptyIndex(), new ProblemList()];
    const expected = new Expected(index);
    const checker = Checker.during(this.graph, expected);
    for await (const batch of batchesOf(numbered(this.load, 'reading'), 1_000)) {
      for (const each of batch) index.add(each);
      if ((await checker.problemsOf(batch)).size > 0) return false;
      for (const { record } of batch) notes.add(record.notes);
    }
    if (!expected.isMet || (await hasCycle(this.graph, index))) return false;
    index.records -= 1;
    [this.index, this.notes] = [index, notes];
    return true;
  }

  /** Of what no record brings. */
  private emptyIndex(): FileIndex {
    const index = new FileIndex();
    const once = { ...noParts, file: '', line: 0, raw: '', problems: [], notes: [], entities: this.load.once };
    index.add({ number: -1, record: once });
    return index;
  }

  private async scanned(): Promise<FileIndex> {
    const index = this.emptyIndex();
    const wrong: Problem[] = [];
    for await (const records of numbered(this.load, 'reading'))
      for (const each of records) {
        if (!this.rejected.has(each.number)) index.add(each);
        if (!this.load.keepGood) collect(wrong, each.record);
      }
    index.records -= 1;
    return index;
  }

  private async checkRound(checker: Checker, round: number): Promise<void> {
    for await (const batch of batchesOf(numbered(this.load, 'checking'), 1_000)) {
      const records = batch.filter(({ number }) => !this.rejected.has(number));
      const found = await checker.problemsOf(records);
      for (const { number, record } of records) {
        const wrong = found.get(number);
        if (round === 1) this.notes.add(record.notes);
        if (wrong !== undefined) await this.reject(number, record, wrong);
      }
    }
  }

  private async reject(number: number, record: SourceRecord, wrong: readonly Problem[]): Promise<void> {
    this.rejected.add(number);
    this.problems.add(wrong);
    await this.load.rejects?.add(record, wrong);
  }
}

/** A file that is not of the form is read no further, since nothing of it would be written. */
function collect(wrong: Problem[], { problems, file, line }: SourceRecord): void {
  wrong.push(...problems);
  if (wrong.length <= mostWrong) return;
  const message = `is read no further, after ${mostWrong.toLocaleString('en')} problems`;
  throw new InvalidInput([...wrong.slice(0, mostWrong), { file, line, column: 1, value: undefined, message }]);
}
