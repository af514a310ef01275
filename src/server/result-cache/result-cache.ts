/** Results by what was requested and the state of the graph: a repeated request costs no statement, and equal ones that come together are executed once. */
import { LRUCache } from 'lru-cache';
import { limits } from '../../limits.js';
import { deadlineAfter, type Cancel } from '../deadline.js';
import type { Operation } from '../telemetry/operation-record.js';
import { Flight } from './flight.js';

/** An answer as it is sent. */
export interface Result {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Which operation it answers. */
  readonly operation: Operation;
  /** The codes of its errors. */
  readonly codes: ReadonlySet<string>;
}

interface Question {
  readonly key: string;
  readonly state: string;
}

/** A result, and the state of the graph that it is of. */
interface Entry {
  readonly state: string;
  readonly result: Result;
}

/** Bytes of an entry besides its key and its body. */
const overhead = 500;
/** One answer takes no more than this part of the cache. */
const largestPart = 8;

export class ResultCache {
  private readonly entries: LRUCache<string, Entry>;
  private readonly flights = new Map<string, Flight<Result>>();

  constructor(
    bytes: number,
    /** How long an execution may take, in milliseconds. */
    private readonly deadline: number,
  ) {
    this.entries = new LRUCache({
      max: limits.results.answers.value,
      maxSize: bytes,
      maxEntrySize: Math.floor(bytes / largestPart),
      sizeCalculation: ({ result }, key) => 2 * key.length + result.body.length + overhead,
    });
  }

  /** The answer as of this state; undefined where it must be executed. */
  get({ key, state }: Question): Result | undefined {
    const entry = this.entries.get(key);
    return entry?.state === state ? entry.result : undefined;
  }

  /** Bytes of all entries. */
  get bytes(): number {
    return this.entries.calculatedSize;
  }

  /** Executes a request, or waits for the execution of an equal one. It is cancelled when all clients that wait for it have left. */
  execute(question: Question, execute: (cancel: Cancel) => Promise<Result>, left: AbortSignal): Promise<Result> {
    const id = `${question.state} ${question.key}`;
    const flight = this.flights.get(id) ?? this.start(id, question, execute);
    return flight.join(left);
  }

  private start(id: string, question: Question, execute: (cancel: Cancel) => Promise<Result>): Flight<Result> {
    const { clear, ...cancel } = deadlineAfter(this.deadline);
    const executed = execute(cancel).then((result) => this.kept(question, result));
    const end = () => {
      clear();
      if (this.flights.get(id) === flight) this.flights.delete(id);
    };
    const flight = new Flight(executed.finally(end), (reason) => {
      end(); // a request that comes now is executed
      cancel.abort(reason);
    });
    this.flights.set(id, flight);
    return flight;
  }

  private kept({ key, state }: Question, result: Result): Result {
    if (isSuccess(result)) this.entries.set(key, { state, result });
    return result;
  }
}

/** Apollo writes errors, where there are any, before data. */
const success = Buffer.from('{"data":{');

export const isSuccess = ({ status, body }: Pick<Result, 'status' | 'body'>): boolean =>
  status === 200 && body.subarray(0, success.length).equals(success);
