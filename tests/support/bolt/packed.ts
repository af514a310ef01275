/** Bolt messages as the driver packs them: by its own packstream, so that what a test sends is what a driver reads. */
import { createRequire } from 'node:module';

const fromDriver = createRequire(createRequire(import.meta.url).resolve('neo4j-driver'));
const { packstream, channel } = fromDriver('neo4j-driver-bolt-connection');
const { v1, structure } = packstream;

export interface Message {
  readonly tag: number;
  readonly fields: readonly any[];
}

/** With the headers of its chunks. Integers are `bigint`. */
export function packed({ tag, fields }: Message): Buffer {
  const parts: Buffer[] = [];
  const chunker = new channel.Chunker({ write: (buffer: { _buffer: Buffer }) => parts.push(buffer._buffer) });
  new v1.Packer(chunker).packable(new structure.Structure(tag, fields))();
  chunker.messageBoundary();
  chunker.flush();
  return Buffer.concat(parts);
}

/** A whole message, without the headers of its chunks. */
export function unpacked(bytes: Buffer): Message {
  const buffer = channel.alloc(bytes.length);
  for (const byte of bytes) buffer.writeUInt8(byte);
  buffer.reset();
  const { signature, fields } = new v1.Unpacker(true).unpack(buffer);
  return { tag: signature, fields };
}
