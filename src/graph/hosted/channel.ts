/** Messages over a socket: each is a frame of the length of its JSON, in four bytes, and the JSON. */
import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { limits } from '../../limits.js';
import { GraphError } from '../errors.js';

const header = 4;
const { value: largest } = limits.commands.frame;

/** Characters of rows after which a message is sent: a result of any size takes little memory on its way. */
const rowsTogether = 500_000;

export class Channel<Sent extends object, Received> {
  private parts: Buffer[] = [];
  private length = 0;

  /** `onEnd` is called once, with the reason why no more messages come. */
  constructor(
    private readonly socket: Socket,
    private readonly onMessage: (message: Received) => void,
    onEnd: () => void,
  ) {
    socket.on('data', (bytes: Buffer) => this.take(bytes));
    socket.on('error', () => undefined); // "close" follows
    socket.once('close', onEnd);
  }

  /** Resolves when the other end takes more; at once when it has gone. Throws for what is too large. */
  async send(message: Sent): Promise<void> {
    await this.sendText(JSON.stringify(message));
  }

  /** Sends rows in several messages, and lets others have their turn in between. */
  async sendRows(id: number, rows: readonly unknown[]): Promise<void> {
    let [texts, length]: [string[], number] = [[], 0];
    for (const row of rows) {
      const text = JSON.stringify(row);
      texts.push(text);
      length += text.length;
      if (length < rowsTogether) continue;
      await this.sendText(`{"id":${id},"rows":[${texts.join(',')}]}`);
      await nextTurn();
      [texts, length] = [[], 0];
    }
    if (texts.length > 0) await this.sendText(`{"id":${id},"rows":[${texts.join(',')}]}`);
  }

  /** Sends a last message. */
  end(message?: Sent): void {
    if (message !== undefined) void this.send(message);
    this.socket.end();
  }

  destroy(): void {
    this.socket.destroy();
  }

  private async sendText(text: string): Promise<void> {
    const body = Buffer.from(text);
    if (body.length > largest) throw tooLarge(body.length);
    if (!this.socket.writable) return;
    const start = Buffer.allocUnsafe(header);
    start.writeUInt32BE(body.length);
    this.socket.write(start);
    if (!this.socket.write(body)) await drained(this.socket);
  }

  private take(bytes: Buffer): void {
    this.parts.push(bytes);
    this.length += bytes.length;
    for (let message = this.next(); message !== undefined; message = this.next()) this.onMessage(message);
  }

  /** The next message, once all of it has come. A frame that is too large, or no JSON, ends the connection. */
  private next(): Received | undefined {
    if (this.length < header || this.socket.destroyed) return undefined;
    const length = this.peek(header).readUInt32BE();
    if (length > largest) return void this.socket.destroy();
    if (this.length < header + length) return undefined;
    const all = this.peek(this.length);
    this.parts = [all.subarray(header + length)];
    this.length -= header + length;
    return this.parsed(all.subarray(header, header + length));
  }

  /** At least so many bytes of those that have come. */
  private peek(length: number): Buffer {
    const [first] = this.parts;
    if (first !== undefined && first.length >= length) return first;
    const all = Buffer.concat(this.parts);
    this.parts = [all];
    return all;
  }

  private parsed(body: Buffer): Received | undefined {
    try {
      const message: unknown = JSON.parse(body.toString());
      if (typeof message === 'object' && message !== null) return message as Received;
    } catch {
      // ended below, as for JSON that is no message
    }
    return void this.socket.destroy();
  }
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      socket.off('drain', end).off('close', end);
      resolve();
    };
    socket.on('drain', end).on('close', end);
  });
}

const tooLarge = (bytes: number): GraphError =>
  new GraphError(
    'BAD_USER_INPUT',
    `A message to the service may have ${largest.toLocaleString('en')} bytes, and this one has ${bytes.toLocaleString('en')}: write less at once, as with a smaller --batch.`,
  );
