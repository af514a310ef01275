/** From the bytes of a file to its text. */
import { TextDecoder } from 'node:util';
import type { InvalidInput } from '../../changesets/problem.js';
import { isUtf8, likelyEncodings, utf16Of } from './encodings.js';
import { otherForm } from './file-signature.js';
import type { InputFile } from './file.js';
import { refusal } from './refusal.js';
import { encodingOf } from './table-format.js';

/** Throws an InvalidInput that names the form or the encoding that the file seems to have instead. */
export class Decoder {
  private readonly encoding: string;
  private readonly decoder: TextDecoder;
  private isFirst = true;

  constructor(private readonly file: InputFile) {
    this.encoding = encodingOf(file.format?.encoding ?? 'utf-8') ?? 'utf-8';
    this.decoder = new TextDecoder(this.encoding, { fatal: true });
  }

  /** The text of the next bytes, which begin in this line; of no bytes, the end. */
  async text(bytes: Buffer | undefined, line: number): Promise<string> {
    if (this.isFirst && bytes !== undefined) this.mustBeText(bytes);
    this.isFirst = false;
    try {
      return bytes === undefined ? this.decoder.decode() : this.decoder.decode(bytes, { stream: true });
    } catch {
      throw await this.undecodable(bytes ?? Buffer.alloc(0), line);
    }
  }

  private mustBeText(bytes: Buffer): void {
    const cause = otherForm(bytes);
    if (cause !== undefined) throw refusal(this.file.name, 1, cause);
    const other = utf16Of(bytes) ?? (isUtf8(bytes) ? 'utf-8' : this.encoding);
    if (other !== this.encoding) throw refusal(this.file.name, 1, this.isOther(other));
  }

  private isOther = (encoding: string): string =>
    `is ${encoding.toUpperCase()}, not ${this.encoding.toUpperCase()}: pass --encoding ${encoding} (encoding: ${encoding} in the mapping)`;

  private async undecodable(bytes: Buffer, line: number): Promise<InvalidInput> {
    const [best, ...others] = this.encoding === 'utf-8' ? await likelyEncodings(bytes) : [];
    const at = line + linesBeforeBadBytes(bytes, this.encoding);
    if (best === undefined)
      return refusal(
        this.file.name,
        at,
        `is not ${this.encoding.toUpperCase()}: save it as UTF-8, or name its encoding with --encoding`,
      );
    if (others.length === 0) return refusal(this.file.name, at, this.isOther(best));
    const names = [best, ...others].map((name) => name.toUpperCase());
    return refusal(
      this.file.name,
      at,
      `is not UTF-8: so few characters may be ${new Intl.ListFormat('en', { type: 'disjunction' }).format(names)}; pass --encoding ${best}, or the right one`,
    );
  }
}

/** How many lines of a piece end before its first bytes that are no text. A character that the piece before began is not told apart: it counts as good. */
function linesBeforeBadBytes(bytes: Buffer, encoding: string): number {
  const text = new TextDecoder(encoding).decode(encoding === 'utf-8' ? bytes.subarray(continuation(bytes)) : bytes);
  const bad = text.indexOf('\uFFFD');
  return bad < 0 ? 0 : text.slice(0, bad).split('\n').length - 1;
}

function continuation(bytes: Buffer): number {
  const start = bytes.findIndex((byte) => byte >> 6 !== 0b10);
  return start > 3 ? 0 : Math.max(start, 0);
}
