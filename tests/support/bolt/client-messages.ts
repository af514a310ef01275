/** Splits what a driver sends into Bolt messages, as bytes to be forwarded: https://neo4j.com/docs/bolt/current/bolt/message/. */

/** By the tag of a request's structure. */
const names = {
  0x01: 'HELLO',
  0x02: 'GOODBYE',
  0x0f: 'RESET',
  0x10: 'RUN',
  0x11: 'BEGIN',
  0x12: 'COMMIT',
  0x13: 'ROLLBACK',
  0x2f: 'DISCARD',
  0x3f: 'PULL',
  0x54: 'TELEMETRY',
  0x66: 'ROUTE',
  0x6a: 'LOGON',
  0x6b: 'LOGOFF',
} as const;

export type MessageName = (typeof names)[keyof typeof names];

export interface ClientMessage {
  /** Undefined for a part of the handshake. */
  readonly name: MessageName | undefined;
  /** With the headers of its chunks. */
  readonly bytes: Buffer;
}

/** The magic number and four versions. */
const proposal = 20;
/** The version that is chosen from a manifest, and its capabilities, of which the driver has none. */
const choice = 5;

export class ClientMessages {
  private rest: Buffer = Buffer.alloc(0);
  private handshake: number[] = [proposal];

  /** The server offers a manifest of versions, from which the client chooses by a second message. */
  expectChoice(): void {
    this.handshake.push(choice);
  }

  /** The messages that these bytes complete. */
  *take(bytes: Buffer): Generator<ClientMessage> {
    this.rest = Buffer.concat([this.rest, bytes]);
    for (let length = this.length(); length !== undefined; length = this.length()) {
      const bytes = this.rest.subarray(0, length);
      this.rest = this.rest.subarray(length);
      yield { name: this.handshake.shift() === undefined ? nameOf(bytes) : undefined, bytes };
    }
  }

  /** Bytes of the next message; undefined when it has not arrived. */
  private length(): number | undefined {
    const [next] = this.handshake;
    if (next !== undefined) return this.rest.length < next ? undefined : next;
    for (let at = 0; at + 2 <= this.rest.length;) {
      const size = this.rest.readUInt16BE(at);
      at += 2 + size;
      if (size === 0 && at > 2) return at; // an empty chunk ends a message; one before it is a sign of life
    }
    return undefined;
  }
}

function nameOf(bytes: Buffer): MessageName | undefined {
  let at = 0;
  while (bytes.readUInt16BE(at) === 0) at += 2;
  return names[bytes[at + 3] as keyof typeof names];
}
