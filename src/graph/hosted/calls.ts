import type { Socket } from 'node:net';
import { GraphError, writeFailure } from '../errors.js';
import type { Transaction, WriteOptions } from '../port.js';
import { Channel } from './channel.js';
import type { Call, Greeting, Request, Response } from './protocol.js';
import { RunningWork } from './running-work.js';

interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((step: string) => void) | undefined;
  readonly onRows?: (rows: readonly unknown[]) => void;
  readonly onOpen?: () => void;
}

interface Pending extends CallOptions {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** The calls of a command to the service that has the graph open. */
export class Calls {
  private readonly channel: Channel<Request, Response>;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private reason: GraphError | undefined;
  private greeted: Pick<Pending, 'reject'> & { readonly resolve: (greeting: Greeting) => void } = {
    resolve: () => undefined,
    reject: () => undefined,
  };
  private idle: () => void = () => undefined;

  constructor(
    socket: Socket,
    private readonly pid: number,
  ) {
    this.channel = new Channel(
      socket,
      (response) => this.take(response),
      () => this.end(this.gone()),
    );
  }

  /** What the service says first, within some milliseconds. */
  greeting(patience: number): Promise<Greeting> {
    return new Promise((resolve, reject) => {
      const reason = `The service with process id ${this.pid} has the graph open and does not respond: wait until it does, or stop it.`;
      const timer = setTimeout(() => reject(new GraphError('UNAVAILABLE', reason)), patience);
      this.greeted = { resolve: (greeting) => (clearTimeout(timer), resolve(greeting)), reject };
    });
  }

  async call<T>(call: Call, options: CallOptions = {}): Promise<T> {
    const id = ++this.lastId;
    return (await this.answerTo(id, call, options)) as T;
  }

  async rows<Row>(call: Call, signal?: AbortSignal): Promise<Row[]> {
    const all: Row[] = [];
    const onRows = (rows: readonly unknown[]) => {
      for (const row of rows) all.push(row as Row);
    };
    await this.call(call, { signal, onRows });
    return all;
  }

  /** Runs the work while the service keeps a transaction or a snapshot open; once more where the service has to repeat it. */
  async transaction<T>(
    method: 'transact' | 'snapshot',
    work: (transaction: Transaction) => Promise<T>,
    { signal }: WriteOptions = {},
  ): Promise<T> {
    if (signal?.aborted) throw writeFailure(signal.reason, 'NO');
    const id = ++this.lastId;
    const running = new RunningWork(work, (call) => this.rows({ ...call, of: id }));
    const cancel = () => void this.channel.send({ cancel: id });
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      await this.answerTo(id, { method }, { onOpen: () => void running.run() });
      return running.result as T;
    } catch (error) {
      throw signal?.aborted ? writeFailure(signal.reason, running.written) : running.failureOf(error);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Ends the connection after the calls in progress. */
  async close(): Promise<void> {
    if (this.pending.size > 0) await new Promise<void>((resolve) => (this.idle = resolve));
    this.channel.end();
  }

  destroy(): void {
    this.channel.destroy();
  }

  private answerTo(id: number, call: Call, { signal, ...options }: CallOptions): Promise<unknown> {
    if (this.reason !== undefined) return Promise.reject(this.reason);
    return new Promise((resolve, reject) => {
      const abort = () => {
        void this.channel.send({ cancel: id });
        this.settled(id);
        reject(signal?.reason as Error);
      };
      const done = () => signal?.removeEventListener('abort', abort);
      signal?.addEventListener('abort', abort, { once: true });
      this.pending.set(id, {
        ...options,
        resolve: (result) => (done(), resolve(result)),
        reject: (reason) => (done(), reject(reason)),
      });
      this.channel.send({ id, ...call }).catch((error: Error) => this.settled(id)?.reject(error));
    });
  }

  private take(response: Response): void {
    if ('greeting' in response) return this.greeted.resolve(response.greeting);
    if ('farewell' in response) return this.end(new GraphError('UNAVAILABLE', response.farewell));
    const { id } = response;
    if ('rows' in response) this.pending.get(id)?.onRows?.(response.rows);
    else if ('step' in response) this.pending.get(id)?.onStep?.(response.step);
    else if ('isOpen' in response) this.pending.get(id)?.onOpen?.();
    else if ('failure' in response) this.settled(id)?.reject(errorOf(response.failure));
    else this.settled(id)?.resolve(response.result);
  }

  private settled(id: number): Pending | undefined {
    const call = this.pending.get(id);
    this.pending.delete(id);
    if (this.pending.size === 0) this.idle();
    return call;
  }

  /** Nothing more comes. The first reason is the true one. */
  private end(reason: GraphError): void {
    this.reason ??= reason;
    this.greeted.reject(this.reason);
    for (const id of this.pending.keys()) this.settled(id)?.reject(this.reason);
  }

  private gone(): GraphError {
    return new GraphError(
      'UNAVAILABLE',
      `The service with process id ${this.pid}, which has the graph open, is gone: run the command again.`,
    );
  }
}

const errorOf = ({ code, message, details }: { code: GraphError['code']; message: string; details: GraphError['details'] }) =>
  new GraphError(code, message, {}, details);
