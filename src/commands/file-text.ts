/** The text of a file of the disk or of the input. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { limits } from '../limits.js';
import { problemOfEncoding, textOfFile, tooLarge, unreadableSentence, type FileText } from '../reading/file/file-text.js';
import { SettingsError } from '../settings/settings.js';

/** Of `-`, the text of the input. Throws a SettingsError, or a GraphError. */
export async function textAt(file: string, encoding: string | undefined, input: NodeJS.ReadableStream): Promise<FileText> {
  const unknown = encoding === undefined ? undefined : problemOfEncoding(encoding);
  if (unknown !== undefined) throw new SettingsError(`--encoding ${unknown}`);
  const name = nameOf(file);
  const bytes = await bytesOf(name, file === '-' ? input : opened(file));
  const read = await textOfFile({ bytes, name: basename(file), encoding });
  if ('problem' in read) throw new SettingsError(unreadableSentence(name, read, '--encoding '));
  return read;
}

/** What people are to see of pages without text. */
export function pagesNote(file: string, { pagesWithoutText: pages = [] }: FileText): string | undefined {
  if (pages.length === 0) return undefined;
  const [noun, verb] = pages.length === 1 ? ['Page', 'has'] : ['Pages', 'have'];
  return `${noun} ${pages.join(', ')} of ${nameOf(file)} ${verb} no text: empty, or a picture without a text layer.`;
}

const nameOf = (file: string): string => (file === '-' ? 'Standard input' : file);

function opened(file: string): NodeJS.ReadableStream {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new SettingsError(`There is no file ${file}.`);
  if (found.isDirectory()) throw new SettingsError(`${file} is a folder: name a file of it.`);
  return createReadStream(file);
}

async function bytesOf(name: string, input: NodeJS.ReadableStream): Promise<Buffer> {
  const most = limits.reading.pdf.value;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of input) {
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (size > most) throw new SettingsError(`${name} ${tooLarge}`);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : new SettingsError(`${name} cannot be read (${code}).`);
  }
  return Buffer.concat(chunks);
}
