import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { limits } from '../../limits.js';
import { programVersion } from '../../program-version.js';
import { GraphError } from '../errors.js';
import { modelVersion } from '../model-version.js';
import { untimed, type Graph, type ReadOptions, type Search, type Transaction, type WriteOptions } from '../port.js';
import type { Statement } from '../query.js';
import { runAll } from '../run-all.js';
import { readAddress, socketPath } from './address.js';
import { Calls } from './calls.js';
import { protocolVersion, type Greeting } from './protocol.js';

/** A graph that another process on this machine has open. */
export class HostedGraph implements Graph {
  private closed = false;

  private constructor(
    private readonly calls: Calls,
    private readonly greeting: Greeting,
  ) {}

  /** Connects to the service that has the graph of a folder open; undefined where there is none. Throws for one of another version. */
  static async connect(folder: string): Promise<HostedGraph | undefined> {
    const address = readAddress(folder);
    if (address === undefined) return undefined;
    const socket = await connected(socketPath(folder, address));
    if (socket === undefined) return undefined;
    const calls = new Calls(socket, address.pid);
    try {
      const greeting = await calls.greeting(1_000 * limits.commands.greeting.value);
      mustBeOfThisVersion(greeting);
      return new HostedGraph(calls, greeting);
    } catch (error) {
      calls.destroy();
      throw error;
    }
  }

  get engine() {
    return this.greeting.engine;
  }

  /** The process that has the graph open. */
  get pid() {
    return this.greeting.pid;
  }

  async version(): Promise<string> {
    return this.open.call<string>({ method: 'version' });
  }

  async prepare(report?: (step: string) => void): Promise<void> {
    await this.open.call({ method: 'prepare' }, { onStep: report });
  }

  async read<Row>(statement: Statement<Row>, { signal, timeout, timed = untimed }: ReadOptions = {}): Promise<Row[]> {
    signal?.throwIfAborted();
    return timed(() => this.open.rows<Row>({ method: 'read', statement, timeout }, signal));
  }

  async search(search: Search, { signal, timed = untimed }: ReadOptions = {}): Promise<string[][]> {
    signal?.throwIfAborted();
    return timed(() => this.open.call<string[][]>({ method: 'search', search }, { signal }));
  }

  async write(statements: readonly Statement<unknown>[], options?: WriteOptions): Promise<void> {
    await this.transact((transaction) => runAll(transaction, statements), options);
  }

  async transact<T>(work: (transaction: Transaction) => Promise<T>, options?: WriteOptions): Promise<T> {
    return this.open.transaction('transact', work, options);
  }

  async snapshot<T>(work: (reader: Transaction) => Promise<T>): Promise<T> {
    return this.open.transaction('snapshot', work);
  }

  async keepCopy(name: string): Promise<string | undefined> {
    return (await this.open.call<string | null | undefined>({ method: 'keepCopy', name })) ?? undefined;
  }

  /** Has the service open the graph that was put in the place of this one. */
  async reopen(): Promise<void> {
    await this.open.call({ method: 'reopen' });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.calls.close();
  }

  private get open(): Calls {
    if (this.closed) throw new GraphError('UNAVAILABLE', 'The graph is closed.');
    return this.calls;
  }
}

/** Undefined where nobody listens: the service was killed, or never was on this machine. */
async function connected(path: string): Promise<Socket | undefined> {
  const socket = createConnection(path);
  try {
    await once(socket, 'connect');
    return socket;
  } catch (error) {
    socket.destroy();
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') return undefined;
    throw new GraphError(
      'STORAGE',
      `The service that has the graph open is another user's: run the command as the user of the service.`,
      { cause: error },
    );
  }
}

function mustBeOfThisVersion({ protocol, program, modelVersion: model, pid }: Greeting): void {
  if (protocol === protocolVersion && program === programVersion && model === modelVersion) return;
  throw new GraphError(
    'STORAGE',
    `The service with process id ${pid} has the graph open, and is PolicyGraph ${program} (model version ${model}), where this command is ${programVersion} (model version ${modelVersion}): run the command of that version, or restart the service with this one.`,
  );
}
