/** What one operation may read: nodes, work, the time of its statements and the bytes of their rows, counted while it runs. */
import { limits } from '../../limits.js';
import { jsonSize } from '../bounded/size.js';
import { StoreTime } from '../bounded/store-time.js';
import { GraphError } from '../errors.js';

const { nodes: maxNodes, work: maxWork, storeTime: maxStoreTime, rows: maxRows, answer: maxAnswer } = limits.operation;

export interface BudgetOptions {
  /** Ends the statements that are running when the operation is refused. */
  readonly abort?: (reason: Error) => void;
  readonly maxNodes?: number;
  readonly maxWork?: number;
  /** In milliseconds, by the clock. */
  readonly maxStoreTime?: number;
  readonly clock?: () => number;
  /** In bytes. */
  readonly maxRows?: number;
  readonly maxAnswer?: number;
}

const defaults: Required<BudgetOptions> = {
  abort: () => undefined,
  maxNodes: maxNodes.value,
  maxWork: maxWork.value,
  maxStoreTime: maxStoreTime.value * 1_000,
  clock: () => performance.now(),
  maxRows: maxRows.value,
  maxAnswer: maxAnswer.value,
};

const shown = (number: number): string => number.toLocaleString('en');

/** A level that would be more than what is left. */
interface Excess {
  /** What would be too much; a list by default. */
  readonly subject?: string;
  /** What it does, as the predicate of a sentence: "would read 12,400 nodes for 620 parents". */
  readonly does: string;
  readonly allowed: string;
  readonly advice: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The operation would pass its budget. Loaders do not know the field for which they read: who catches it names it. */
export class OverBudget extends GraphError {
  constructor(private readonly excess: Excess) {
    const { subject = 'A list', does, allowed, advice, details } = excess;
    super('QUERY_TOO_EXPENSIVE', `${subject} ${does}, and ${allowed}: ${advice}.`, {}, details);
  }

  /** The same, naming a field such as "Agency.policies". */
  at(field: string): GraphError {
    const { does, allowed, advice, details } = this.excess;
    return new GraphError(
      'QUERY_TOO_EXPENSIVE',
      `Field "${field}" ${does}, and ${allowed}: ${advice}.`,
      {},
      { field, ...details },
    );
  }
}

/** Shared by everything that one operation reads, as of whatever day. */
export class Budget {
  private spentNodes = 0;
  private spentWork = 0;
  private stopped: Error | undefined;

  private spentBytes = 0;
  private errors = 0;

  private readonly limits: Required<BudgetOptions>;

  /** The time of statements, which ends the operation when it runs out. */
  readonly storeTime: StoreTime;

  constructor(options: BudgetOptions = {}) {
    this.limits = { ...defaults, ...options };
    this.storeTime = new StoreTime(this.limits.maxStoreTime, this.limits.clock, () => this.stop(this.outOfTime()));
  }

  get nodes(): number {
    return this.spentNodes;
  }

  get work(): number {
    return this.spentWork;
  }

  /** How many nodes the operation may still read. */
  get left(): number {
    return Math.max(0, this.limits.maxNodes - this.spentNodes);
  }

  /** Counts nodes that a field returns. Throws OverBudget. */
  spend(nodes: number): void {
    if (nodes > this.left)
      throw this.excess(
        `would bring the operation to ${shown(this.spentNodes + nodes)} nodes`,
        'ask for smaller pages above it',
        {
          count: this.spentNodes + nodes,
        },
      );
    this.spentNodes += nodes;
  }

  /** What is read by more keys than an operation may return nodes cannot be returned. Throws OverBudget. */
  mustAllow(keys: number): void {
    if (keys > this.limits.maxNodes)
      throw this.excess(`would read ${shown(keys)} nodes`, 'ask for smaller pages above it', { count: keys });
  }

  /** Gives back what was counted before it was known that there is less. */
  giveBack(nodes: number): void {
    this.spentNodes -= nodes;
  }

  /** Counts an error; false when the answer has as many as it reports. */
  countError(): boolean {
    return this.errors++ < limits.operation.errors.value;
  }

  /** Counts work besides nodes, before it is done. Throws OverBudget. */
  spendWork(units: number, advice = 'ask for it for fewer parents'): void {
    const work = this.spentWork + units;
    if (work > this.limits.maxWork)
      throw new OverBudget({
        does: `would bring the operation to ${shown(work)} units of work`,
        allowed: `an operation may take ${shown(this.limits.maxWork)}`,
        advice,
        details: { work, limit: this.limits.maxWork },
      });
    this.spentWork = work;
  }

  /** Counts rows that came from the store. Throws OverBudget. */
  spendRows(rows: readonly unknown[]): void {
    const { maxRows: limit } = this.limits;
    this.spentBytes += jsonSize(rows, limit - this.spentBytes);
    if (this.spentBytes > limit)
      throw new OverBudget({
        does: `would bring the operation to more than ${shown(limit)} bytes read`,
        allowed: 'an operation may read no more',
        advice: 'ask for smaller pages',
        details: { limit },
      });
  }

  /** The size of an answer in bytes, about. Throws OverBudget. */
  sizeOf(answer: unknown): number {
    const { maxAnswer: limit } = this.limits;
    const size = jsonSize(answer, limit);
    if (size > limit)
      throw new OverBudget({
        subject: 'The answer',
        does: `would have more than ${shown(limit)} bytes`,
        allowed: 'an answer may have no more',
        advice: 'ask for smaller pages or fewer fields',
        details: { limit },
      });
    return size;
  }

  private outOfTime(): OverBudget {
    const { maxStoreTime: limit } = this.limits;
    return new OverBudget({
      subject: 'The operation',
      does: 'needs more time than is left',
      allowed: `the statements of an operation may run for ${shown(limit / 1_000)} s in all`,
      advice: 'narrow its filter, or ask for less at once',
      details: { storeTime: Math.round(this.storeTime.used), limit },
    });
  }

  /** The error for pages of a level that has more nodes than are left; `fits` is the size of a page that fits, 0 where none does. */
  excessOfPages(nodes: number, parents: number, fits: number, argument: 'first' | 'last'): OverBudget {
    const among = parents === 1 ? '' : ` for ${shown(parents)} parents`;
    const advice = fits > 0 ? `ask for at most ${argument}: ${fits}` : 'ask for fewer parents';
    return this.excess(`would read ${shown(nodes)} nodes${among}`, advice, {
      count: nodes,
      parents,
      ...(fits > 0 ? { [argument]: fits } : {}),
    });
  }

  /** The error for a list without pages that has more nodes than are left. */
  excessOfList(parents: number): OverBudget {
    return this.excess(`would read more than ${shown(this.left)} nodes for ${shown(parents)} parents`, 'ask for fewer parents', {
      parents,
    });
  }

  private excess(does: string, advice: string, details: Excess['details']): OverBudget {
    const left = this.spentNodes === 0 ? '' : `, of which ${shown(this.left)} are left`;
    const allowed = `an operation may read ${shown(this.limits.maxNodes)}${left}`;
    return new OverBudget({ does, allowed, advice, details: { ...details, limit: this.limits.maxNodes, left: this.left } });
  }

  /** Ends the operation: nothing more is read. Only the first refusal counts, or the same when its field is known. */
  stop(refusal: Error): void {
    if (this.stopped !== undefined && !(this.stopped instanceof OverBudget)) return;
    this.stopped = refusal;
    this.limits.abort(refusal);
  }

  /** Why the operation was ended. */
  get refusal(): Error | undefined {
    return this.stopped;
  }

  /** Throws where the operation was ended. */
  mustGoOn(): void {
    if (this.stopped !== undefined) throw this.stopped;
  }
}
