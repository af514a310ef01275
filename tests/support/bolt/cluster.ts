/** A cluster that a test scripts, since no Community edition forms one: members that speak Bolt 5.4, and the routing table that they give. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { ClientMessages, type MessageName } from './client-messages.js';
import { packed, unpacked } from './packed.js';

const [success, record, ignored, failure] = [0x70, 0x71, 0x7e, 0x7f];

export interface Received {
  readonly name: MessageName;
  readonly fields: readonly any[];
}

export class Cluster {
  leader = 0;
  /** By number. */
  readers: readonly number[] = [];
  /** Seconds for which a routing table holds. */
  ttl = 300;
  /** Whether it gave the bookmarks that come with work. */
  knowsBookmarks = true;
  private commits = 0;

  private constructor(readonly members: readonly Member[]) {}

  static async of(size: number): Promise<Cluster> {
    const members = Array.from({ length: size }, () => new Member());
    const cluster = new Cluster(members);
    for (const member of members) await member.listen(cluster);
    cluster.readers = members.map((_, number) => number).slice(1);
    return cluster;
  }

  get uri(): string {
    return `neo4j://${this.members[0]!.address}`;
  }

  isLeader(member: Member): boolean {
    return this.members[this.leader] === member;
  }

  routes(): object {
    const addresses = (numbers: readonly number[]) => numbers.map((number) => this.members[number]!.address);
    const servers = [
      { role: 'ROUTE', addresses: addresses(this.members.map((_, number) => number)) },
      { role: 'READ', addresses: addresses(this.readers) },
      { role: 'WRITE', addresses: addresses([this.leader]) },
    ];
    return { rt: { ttl: BigInt(this.ttl), db: 'neo4j', servers } };
  }

  commit(): string {
    return `FB:scripted-${++this.commits}`;
  }

  async close(): Promise<void> {
    for (const member of this.members) await member.close();
  }
}

export class Member {
  /** What drivers sent, but for greetings. */
  readonly received: Received[] = [];
  /** Milliseconds before each answer to a statement. */
  delay = 0;
  address = '';
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  async listen(cluster: Cluster): Promise<void> {
    this.server = createServer((socket) => new Connection(socket, this, cluster)).listen(0, '127.0.0.1');
    this.server.on('connection', (socket) => this.sockets.add(socket.on('error', () => undefined)));
    await once(this.server, 'listening');
    this.address = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The extras of the statements and transactions that it ran: their mode and bookmarks. */
  get work(): readonly any[] {
    return this.received.flatMap(({ name, fields }) => (name === 'BEGIN' ? [fields[0]] : name === 'RUN' ? [fields[2]] : []));
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

/** The reply to a message: rows, and then SUCCESS with these metadata or FAILURE with a code. */
interface Reply {
  readonly rows?: readonly (readonly unknown[])[];
  readonly metadata?: object;
  readonly code?: string;
}

class Connection {
  private readonly messages = new ClientMessages();
  private work: Promise<void> = Promise.resolve();
  private hasFailed = false;
  private writes = false;

  constructor(
    private readonly socket: Socket,
    private readonly member: Member,
    private readonly cluster: Cluster,
  ) {
    socket.on('data', (bytes) => (this.work = this.work.then(() => this.take(bytes))));
  }

  private async take(bytes: Buffer): Promise<void> {
    for (const { name, bytes: message } of this.messages.take(bytes)) {
      if (name === undefined) this.socket.write(Buffer.from([0, 0, 4, 5]));
      else await this.answer({ name, fields: unpacked(withoutHeaders(message)).fields });
    }
  }

  private async answer(message: Received): Promise<void> {
    this.member.received.push(message);
    if (message.name === 'RESET') this.hasFailed = false;
    if (this.hasFailed) return this.send(ignored);
    if (message.name === 'PULL') await after(this.member.delay);
    const { rows = [], metadata = {}, code } = this.replyTo(message);
    for (const row of rows) this.send(record, row);
    if (code === undefined) return this.send(success, metadata);
    this.hasFailed = true;
    this.send(failure, { code, message: 'Scripted.' });
  }

  private replyTo({ name, fields }: Received): Reply {
    const { cluster } = this;
    const work = name === 'BEGIN' ? fields[0] : name === 'RUN' ? fields[2] : {};
    if (!cluster.knowsBookmarks && (work.bookmarks ?? []).length > 0)
      return { code: 'Neo.ClientError.Transaction.InvalidBookmark' };
    switch (name) {
      case 'HELLO':
        return { metadata: { server: 'Neo4j/5.26.0', connection_id: 'bolt-1' } };
      case 'ROUTE':
        return { metadata: cluster.routes() };
      case 'BEGIN':
        this.writes = fields[0].mode !== 'r';
        return {};
      case 'RUN':
        if (this.writes && !cluster.isLeader(this.member)) return { code: 'Neo.ClientError.Cluster.NotALeader' };
        return { metadata: { fields: ['member'], t_first: 0n } };
      case 'PULL':
        return { rows: [[this.member.address]], metadata: { t_last: 0n, type: 'r', db: 'neo4j' } };
      case 'COMMIT':
        this.writes = false;
        return { metadata: { bookmark: cluster.commit() } };
      default:
        return {};
    }
  }

  private send(tag: number, ...fields: readonly unknown[]): void {
    if (!this.socket.destroyed) this.socket.write(packed({ tag, fields }));
  }
}

function withoutHeaders(message: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < message.length;) {
    const size = message.readUInt16BE(at);
    chunks.push(message.subarray(at + 2, at + 2 + size));
    at += 2 + size;
  }
  return Buffer.concat(chunks);
}
