import { SaxesParser } from 'saxes';
import { longestLine } from '../file.js';

export type Attributes = Readonly<Record<string, string>>;

/** What becomes of elements; names are without their prefixes. */
export interface Handlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  /** `text` is what comes after the last tag. */
  readonly close?: (name: string, text: string) => void;
}

/** Reads XML as it comes; goes on when what a piece of it gave was taken. Entities that it defines itself are errors: a few could fill the memory. */
export async function* readXml(pieces: AsyncIterable<string>, { open, close }: Handlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let text = '';
  let sinceTag = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    [text, sinceTag] = ['', 0];
    open?.(localName(name), attributes);
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    close?.(localName(name), text);
    [text, sinceTag] = ['', 0];
  });
  let isEmpty = true;
  for await (const piece of pieces) {
    isEmpty = false;
    sinceTag += piece.length;
    if (sinceTag > longestLine) throw new Error('a text without end');
    parser.write(piece);
    yield;
  }
  if (!isEmpty) parser.close(); // a workbook need not have all parts
}

/** Reads a small part whole. */
export async function readWhole(pieces: AsyncIterable<string>, handlers: Handlers): Promise<void> {
  for await (const _ of readXml(pieces, handlers));
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
