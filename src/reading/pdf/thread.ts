/** The thread that reads one PDF: pdf.js changes globals, and a page can take any time and memory. */
import { parentPort, workerData } from 'node:worker_threads';
import { getDocument } from 'unpdf/pdfjs';
import { limits } from '../../limits.js';
import { CharacterMaps } from './character-maps.js';
import { isLegible } from './legible.js';
import type { Line } from './line.js';
import { linesOf } from './page-lines.js';
import { paragraphsOf } from './paragraphs.js';
import type { PdfRead } from './pdf-text.js';
import { pieceOf } from './piece.js';
import { withoutNeighbours } from './rows.js';
import { withoutRunningLines } from './running-lines.js';

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;

/** A problem that is known: its message is the end of a sentence. */
class Unreadable extends Error {}

async function run(data: Uint8Array): Promise<PdfRead> {
  try {
    return await read(data);
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message };
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return {
      problem: isLocked
        ? 'is a PDF with a password: save it without one.'
        : 'is a PDF that is damaged or not whole: get it again, or open it and print it to a new one.',
    };
  }
}

async function read(data: Uint8Array): Promise<PdfRead> {
  const pdf = await getDocument({
    data,
    isEvalSupported: false,
    useSystemFonts: true,
    useWorkerFetch: false,
    BinaryDataFactory: CharacterMaps,
    verbosity: 1, // warnings say which fonts cannot be read
  }).promise;
  const most = limits.reading.pdfPages.value;
  if (pdf.numPages > most)
    throw new Unreadable(`is a PDF of ${pdf.numPages.toLocaleString('en')} pages: it may have ${most.toLocaleString('en')}.`);
  const pages: Line[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number));
  const text = paragraphsOf(withoutRunningLines(pages));
  if (text === '') throw new Unreadable('is a PDF without text, as scans are: give it a text layer (OCR) first.');
  return { text, pagesWithoutText: pages.flatMap((lines, index) => (lines.length === 0 ? [index + 1] : [])) };
}

async function readPage(pdf: Document, number: number): Promise<Line[]> {
  hasLostFont = false;
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  const texts = items.filter((item) => 'str' in item);
  if (hasLostFont || !isLegible(texts.map(({ str }) => str).join('')))
    throw new Unreadable(
      `is a PDF whose page ${number} cannot be read: the character map of a font is missing. Print the page to a new PDF and give that a text layer (OCR), or paste the text.`,
    );
  return withoutNeighbours(linesOf(texts.flatMap((item) => pieceOf(item) ?? [])));
}

/** pdf.js leaves the letters of a font out that it cannot read, and only warns of it. */
let hasLostFont = false;
Object.assign(console, {
  warn: (line: unknown) => {
    hasLostFont ||= String(line).includes('translateFont failed');
  },
});

parentPort?.postMessage(await run(workerData as Uint8Array));
