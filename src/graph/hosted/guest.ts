import type { Socket } from 'node:net';
import { limits } from '../../limits.js';
import { GraphError } from '../errors.js';
import type { Transaction } from '../port.js';
import { Channel } from './channel.js';
import type { HostOptions } from './host.js';
import { OpenTransaction } from './open-transaction.js';
import type { Call, Failure, Greeting, Request, Response } from './protocol.js';

type CallOf<Method extends Call['method']> = Extract<Call, { readonly method: Method }>;

/** A command that is connected to the host of a graph: its calls are made for it, and end with it. */
export class Guest {
  private readonly channel: Channel<Response, Request>;
  private readonly calls = new Map<number, AbortController>();
  private readonly transactions = new Map<number, OpenTransaction>();

  constructor(
    socket: Socket,
    greeting: Greeting,
    private readonly hosted: HostOptions,
    onLeft: () => void,
  ) {
    this.channel = new Channel(
      socket,
      (request) => this.take(request),
      () => {
        onLeft();
        this.leave(new GraphError('UNAVAILABLE', 'The command has ended.'));
      },
    );
    void this.channel.send({ greeting });
  }

  /** Ends the connection for a reason that the command reports. */
  dismiss(reason: string): void {
    this.channel.end({ farewell: reason });
    this.leave(new GraphError('UNAVAILABLE', reason));
    setTimeout(() => this.channel.destroy(), 1_000).unref(); // one that does not read
  }

  private leave(reason: GraphError): void {
    for (const id of this.calls.keys()) this.cancel(id, reason);
  }

  private cancel(id: number, reason: GraphError): void {
    this.calls.get(id)?.abort(reason);
    this.transactions.get(id)?.abort(reason);
  }

  private take(request: Request): void {
    if ('cancel' in request) this.cancel(request.cancel, new GraphError('TIMEOUT', 'The command gave up.'));
    else void this.answer(request.id, request);
  }

  private async answer(id: number, call: Call): Promise<void> {
    try {
      const result = await this.make(id, call);
      await this.channel.send({ id, result });
    } catch (error) {
      await this.channel.send({ id, failure: failureOf(error) });
    }
  }

  private async make(id: number, call: Call): Promise<unknown> {
    switch (call.method) {
      case 'read':
        return this.read(id, call);
      case 'search':
        return this.cancellable(id, (signal) => this.graph.search(call.search, { signal }));
      case 'version':
        return this.graph.version();
      case 'prepare':
        return this.graph.prepare((step) => void this.channel.send({ id, step }));
      case 'keepCopy':
        return this.graph.keepCopy(call.name);
      case 'transact':
        return this.cancellable(id, (signal) => this.graph.transact((opened) => this.open(id, opened, signal), { signal }));
      case 'snapshot':
        return this.cancellable(id, (signal) => this.graph.snapshot((opened) => this.open(id, opened, signal)));
      case 'run':
        return this.channel.sendRows(id, await this.transactionOf(call.of).run(call.statement));
      case 'end':
        return this.transactionOf(call.of).end(call.isKept);
      case 'reopen':
        return this.hosted.reopen();
      default:
        throw new GraphError('BAD_REQUEST', `Unknown method "${(call as Call).method}".`);
    }
  }

  private get graph() {
    return this.hosted.graph();
  }

  private async read(id: number, { statement, timeout }: CallOf<'read'>): Promise<void> {
    const rows = await this.cancellable(id, (signal) => this.graph.read(statement, { signal, timeout }));
    await this.channel.sendRows(id, rows);
  }

  private async cancellable<T>(id: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.calls.set(id, controller);
    try {
      return await work(controller.signal);
    } finally {
      this.calls.delete(id);
    }
  }

  /** Lets the command run statements until it ends the transaction, or is gone. */
  private async open(id: number, transaction: Transaction, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted(); // it may have left while it waited for its turn
    const { silence = 1_000 * limits.commands.silence.value } = this.hosted;
    const open = new OpenTransaction(transaction, silence);
    this.transactions.set(id, open);
    void this.channel.send({ id, isOpen: true });
    try {
      await open.ended;
    } finally {
      this.transactions.delete(id);
    }
  }

  private transactionOf(id: number): OpenTransaction {
    const transaction = this.transactions.get(id);
    if (transaction === undefined) throw new GraphError('TIMEOUT', 'The transaction has ended, and nothing of it was kept.');
    return transaction;
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof GraphError) return { code: error.code, message: error.message, details: error.details };
  return { code: 'INTERNAL', message: String(error), details: {} };
}
