/** Several files as one, which is sent while it is made. */
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of a ZIP. */
export interface Entry {
  readonly name: string;
  /** What is in it: read when it is its turn. */
  readonly chunks: () => AsyncIterable<string>;
}

/** The files in their order, each read as fast as what comes out is taken. Destroying the stream ends the reading, and a file that cannot be read ends the stream. */
export function zipped(entries: readonly Entry[]): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let current: Readable | undefined;
  zip.on('error', (error) => output.destroy(error));
  for (const { name, chunks } of entries)
    zip.addReadStreamLazy(name, (use) => {
      current = Readable.from(chunks(), { highWaterMark: 1 }).once('error', (error) => output.destroy(error));
      use(null, current);
    });
  zip.end();
  return output.once('close', () => current?.destroy());
}
