/** A proxy in front of a real Neo4j that fails as networks and servers do. It reads the names of Bolt messages, so that it can fail at one of them. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { ClientMessages, type ClientMessage, type MessageName } from './client-messages.js';

/** What happens to a connection, also to one that is open already. */
export type Fault =
  | { readonly kind: 'pass' }
  /** From this message on nothing is forwarded in either direction, and the connection stays open. */
  | { readonly kind: 'hang'; readonly at: MessageName | 'CONNECT' }
  /** The same after so many messages of a connection. */
  | { readonly kind: 'hang'; readonly after: number }
  /** The message is not forwarded, and the connection is reset. */
  | { readonly kind: 'cut'; readonly at: MessageName }
  /** The server gets the message; the client gets no reply, and a connection that is reset. Only every so many of them, by default each. */
  | { readonly kind: 'lose-reply'; readonly of: MessageName; readonly every?: number }
  /** Each message waits so many milliseconds. */
  | { readonly kind: 'delay'; readonly milliseconds: number };

export class FaultProxy {
  fault: Fault = { kind: 'pass' };
  /** How many connections have met their fault. */
  met = 0;
  private candidates = 0;
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly target: { readonly host: string; readonly port: number },
    private port: number,
  ) {}

  /** A proxy before the Neo4j of a bolt URI, listening on a free port or on this one. */
  static async before(uri: string, port = 0): Promise<FaultProxy> {
    const { hostname, port: target } = new URL(uri.replace(/^\w+/, 'http'));
    const proxy = new FaultProxy({ host: hostname, port: Number(target) }, port);
    await proxy.listen();
    return proxy;
  }

  get uri(): string {
    return `bolt://127.0.0.1:${this.port}`;
  }

  /** Accepts connections, after `refuse` on the same port. */
  async listen(): Promise<void> {
    this.server = createServer((client) => new Link(this, client, connect(this.target))).listen(this.port, '127.0.0.1');
    this.server.on('connection', (socket) => this.sockets.add(socket.once('close', () => this.sockets.delete(socket))));
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Resets all connections, and refuses new ones as a machine does on which nothing listens. */
  async refuse(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    for (const socket of this.sockets) socket.resetAndDestroy();
    await closed;
  }

  /** Counts messages that may meet a fault. */
  count(): number {
    return this.candidates++;
  }

  /** How many connections are open. */
  get connections(): number {
    return this.sockets.size;
  }

  close(): Promise<void> {
    return this.refuse();
  }
}

/** One connection through the proxy. */
class Link {
  private readonly messages = new ClientMessages();
  private hangs = false;
  private losesReply = false;
  private sent = 0;
  private work: Promise<void> = Promise.resolve();
  private greeted = false;

  constructor(
    private readonly proxy: FaultProxy,
    private readonly client: Socket,
    private readonly server: Socket,
  ) {
    for (const socket of [client, server]) socket.setNoDelay(true).on('error', () => undefined);
    client.on('data', (bytes) => (this.work = this.work.then(() => this.fromClient(bytes))));
    server.on('data', (bytes) => this.fromServer(bytes));
    client.on('close', () => server.destroy());
    server.on('close', () => this.hangs || client.destroy());
  }

  private async fromClient(bytes: Buffer): Promise<void> {
    for (const message of this.messages.take(bytes)) {
      const { fault } = this.proxy;
      if (fault.kind === 'delay') await after(fault.milliseconds);
      this.meet(fault, message);
      if (this.hangs || this.client.destroyed) return;
      this.sent += 1;
      this.server.write(message.bytes);
    }
  }

  private meet(fault: Fault, { name }: ClientMessage): void {
    if (this.hangs) return;
    if (fault.kind === 'hang') this.hangs = 'at' in fault ? fault.at === (name ?? 'CONNECT') : this.sent >= fault.after;
    if (fault.kind === 'lose-reply' && fault.of === name) this.losesReply = this.proxy.count() % (fault.every ?? 1) === 0;
    const cut = fault.kind === 'cut' && fault.at === name;
    if (cut) this.client.resetAndDestroy();
    if (this.hangs || cut) this.proxy.met += 1;
  }

  private fromServer(bytes: Buffer): void {
    if (this.hangs) return;
    if (!this.greeted && bytes[3] === 0xff) this.messages.expectChoice();
    this.greeted = true;
    if (!this.losesReply) return void this.client.write(bytes);
    this.proxy.met += 1;
    this.client.resetAndDestroy();
  }
}
