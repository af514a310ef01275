import type { Server } from 'graphql-ws';
import type { Logger } from 'pino';
import { WebSocket, type RawData } from 'ws';
import { GraphError } from '../graph/errors.js';
import { mustBeBounded, mustReadOneWay } from './body.js';

/** Why a connection is closed. */
export const closeCodes = {
  closing: [1001, 'The service is closing.'],
  badRequest: [4400, 'Malformed or too large message.'],
  unauthenticated: [4401, 'The key is not valid.'],
  forbidden: [4403, 'The account lacks the permission.'],
  unavailable: [1013, 'The key cannot be checked now: try again in a moment.'],
  tooSlow: [4008, 'What was sent was not read in time: connect again, and go on since the last cursor.'],
  failed: [4500, 'Something went wrong here.'],
} as const satisfies Record<string, readonly [number, string]>;

/** How often a connection is asked whether it is still there, in milliseconds. */
const pingEvery = 15_000;
/** How long the other side may take to close, in milliseconds. */
const closeTimeout = 1_000;
/** How much may wait to be sent before nothing more is read, in bytes: answers to what is read would only add to it. */
const maxBuffered = 1_000_000;

/** One WebSocket. What it is sent waits until the one before has left, so that a reader that is slow slows its own subscriptions, and ends when it stops. */
export class Connection {
  private end: (code: number, reason: string) => void = () => undefined;
  private isAlive = true;

  constructor(
    private readonly socket: WebSocket,
    private readonly options: { readonly unreadTimeout: number; readonly logger: Logger },
  ) {}

  /** Has the protocol served on it. */
  serve<Extra>(server: Server<Extra>, extra: Extra): void {
    const { socket } = this;
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (text) => this.send(text),
        close: (code = 1000, reason = '') => this.close(code, reason),
        onMessage: (take) =>
          void socket.on('message', (data: RawData, isBinary) => void this.take(data as Buffer, isBinary, take)),
      },
      extra,
    );
    this.end = (code, reason) => {
      this.end = () => undefined;
      clearInterval(pings);
      closed(code, reason).catch((error: unknown) => this.options.logger.error({ err: error }, 'Unexpected error'));
    };
    const pings = setInterval(() => this.ping(), pingEvery).unref();
    socket.on('pong', () => (this.isAlive = true));
    socket.on('error', () => socket.terminate()); // what it sent was no WebSocket, or too large
    socket.once('close', (code, reason) => this.end(code, reason.toString()));
  }

  /** Ends its subscriptions, and says why. */
  close(code: number, reason: string): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.socket.close(code, reason);
    this.end(code, reason);
    setTimeout(() => this.socket.terminate(), closeTimeout).unref();
  }

  private async take(data: Buffer, isBinary: boolean, take: (text: string) => Promise<void>): Promise<void> {
    if (isBinary) return this.close(...closeCodes.badRequest);
    try {
      const text = data.toString();
      mustBeBounded(data);
      mustReadOneWay(text);
      await take(text);
    } catch (error) {
      if (isOfClient(error)) return this.close(...closeCodes.badRequest);
      if (this.socket.readyState !== WebSocket.OPEN) return; // it went in between
      this.options.logger.error({ err: error }, 'Unexpected error');
      this.close(...closeCodes.failed);
    }
  }

  /** Resolves when it has been sent; until then senders have to wait. */
  private send(text: string): Promise<void> {
    const { socket } = this;
    return new Promise((resolve, reject) => {
      if (socket.readyState !== WebSocket.OPEN) return reject(new Error('The connection is closed.'));
      const timer = setTimeout(() => this.close(...closeCodes.tooSlow), this.options.unreadTimeout);
      socket.send(text, (error) => {
        clearTimeout(timer);
        if (socket.isPaused && socket.bufferedAmount <= maxBuffered) socket.resume();
        return error == null ? resolve() : reject(error);
      });
      if (socket.bufferedAmount > maxBuffered) socket.pause();
    });
  }

  private ping(): void {
    if (!this.isAlive) return this.close(...closeCodes.tooSlow);
    this.isAlive = false;
    this.socket.ping();
  }
}

/** A message that does not fit; the library throws for those that only a server may send. */
function isOfClient(error: unknown): boolean {
  return error instanceof GraphError
    ? error.code === 'BAD_REQUEST'
    : error instanceof Error && error.message.startsWith('Unexpected message of type');
}
