/** The thread that reads one PDF: pdf.js changes globals, and a page can take any time and memory. */
import { parentPort, workerData } from 'node:worker_threads';
import { getDocument } from 'unpdf/pdfjs';
import { limits } from '../../limits.js';
import { linesOf, type Piece } from './page-lines.js';
import { paragraphsOf } from './paragraphs.js';
import type { PdfRead } from './pdf-text.js';
import { withoutRunningLines } from './running-lines.js';

async function run(data: Uint8Array): Promise<PdfRead> {
  try {
    return await read(data);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return {
      problem: isLocked ? 'is a PDF with a password: save it without one.' : 'is a PDF that is damaged: it cannot be read.',
    };
  }
}

async function read(data: Uint8Array): Promise<PdfRead> {
  const pdf = await getDocument({ data, isEvalSupported: false, useSystemFonts: true, verbosity: 0 }).promise;
  const most = limits.reading.pdfPages.value;
  if (pdf.numPages > most)
    return { problem: `is a PDF of ${pdf.numPages.toLocaleString('en')} pages: it may have ${most.toLocaleString('en')}.` };
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(linesOf(items.filter((item): item is typeof item & Piece => 'str' in item)));
    page.cleanup();
  }
  const text = paragraphsOf(withoutRunningLines(pages));
  if (text === '') return { problem: 'is a PDF without text, as scans are: give it a text layer (OCR) first.' };
  return { text };
}

parentPort?.postMessage(await run(workerData as Uint8Array));
