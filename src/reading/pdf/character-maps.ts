/** The character maps that a PDF may name and need not have: from codes of its letters to Unicode. */
import { readFile } from 'node:fs/promises';
import { root } from '../../root.js';

const folder = new URL('data/character-maps/', root);

interface Requested {
  readonly kind: string;
  readonly filename: string;
}

/** Gives pdf.js the predefined CMaps of ISO 32000-2, in its own packed form. Fonts and programs are not needed for text. */
export class CharacterMaps {
  async fetch({ kind, filename }: Requested): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`${filename} is not here.`);
    return new Uint8Array(await readFile(new URL(filename, folder)));
  }
}
