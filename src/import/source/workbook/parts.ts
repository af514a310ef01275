/** The parts of a workbook, which is a ZIP of XML files (ECMA-376): each is read as it is unpacked, and its size is bounded. */
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { limits } from '../../../limits.js';
import type { InputFile } from '../file.js';
import { refusal } from '../refusal.js';

/** A workbook has some tens of parts. */
const mostParts = 10_000;
const mostGrowth = limits.imports.growth.value;
const growthAllowed = 16 * 1024 * 1024;

export class Parts {
  private constructor(
    private readonly file: InputFile,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Reads only the list of the parts. */
  static async open(file: InputFile): Promise<Parts> {
    const zip = await openPromise(file.path, { lazyEntries: true, autoClose: false });
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) {
        entries.set(entry.fileName, entry);
        if (entries.size > mostParts)
          throw refusal(file.name, 1, `is a ZIP archive of more than ${mostParts} files, and no workbook`);
      }
    } catch (error) {
      zip.close();
      throw error;
    }
    return new Parts(file, zip, entries);
  }

  has = (name: string): boolean => this.entries.has(name);

  /** The text of a part; nothing where there is none. A part that is not of the size that the archive gives is an error. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (entry === undefined) return;
    this.mustBeSmall(entry);
    const stream = await this.zip.openReadStreamPromise(entry);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const bytes of stream as AsyncIterable<Buffer>) yield decoder.decode(bytes, { stream: true });
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }

  private mustBeSmall({ fileName, compressedSize, uncompressedSize: size }: Entry): void {
    const most = this.file.bounds?.unpacked ?? Infinity;
    if (size > most)
      throw refusal(
        this.file.name,
        1,
        `has ${fileName}, which is larger than ${most.toLocaleString('en')} bytes when it is unpacked: split it`,
      );
    if (size > growthAllowed && size > mostGrowth * compressedSize)
      throw refusal(
        this.file.name,
        1,
        `has ${fileName}, which grows more than ${mostGrowth} times when it is unpacked, as no sheet does`,
      );
  }
}
