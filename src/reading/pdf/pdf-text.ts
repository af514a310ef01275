/** The text of a PDF, in paragraphs. */
import { Worker } from 'node:worker_threads';
import type { Limit } from '../../limits/limit.js';
import { root } from '../../root.js';

/** The text, or what is wrong: the end of a sentence that begins with the name of the file. */
export type PdfRead = PdfText | { readonly problem: string };

interface PdfText {
  readonly text: string;
  /** Numbers of pages that are empty or pictures. */
  readonly pagesWithoutText: readonly number[];
}

/** Of its bytes, of the seconds and of the megabytes that reading takes. */
interface PdfLimits {
  readonly pdf: Pick<Limit, 'value'>;
  readonly pdfTime: Pick<Limit, 'value'>;
  readonly pdfMemory: Pick<Limit, 'value'>;
}

/** The thread's program: a file of dist/, or its source where this file is source. */
const program = import.meta.url.endsWith('.ts')
  ? new URL('src/reading/pdf/from-source.mjs', root)
  : new URL('dist/pdf-thread.js', root);

/** Whether these bytes are a PDF. As for its viewers, its first line may have others before it. */
export const isPdf = (bytes: Uint8Array): boolean =>
  /^%PDF-|%PDF-\d\.\d\s/.test(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'));

/** Reads a PDF in a thread of its own, within limits. */
export async function textOfPdf(bytes: Uint8Array, { pdf, pdfTime, pdfMemory }: PdfLimits): Promise<PdfRead> {
  if (bytes.length > pdf.value)
    return { problem: `is a PDF of ${inMegabytes(bytes.length)} MB: it may have ${inMegabytes(pdf.value)}.` };
  const worker = new Worker(program, {
    workerData: Uint8Array.from(bytes),
    resourceLimits: { maxOldGenerationSizeMb: pdfMemory.value },
  });
  const tooLarge = `needs more than ${pdfMemory.value.toLocaleString('en')} MB of memory to read: split it.`;
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(`takes longer than ${pdfTime.value} s to read: split it.`), 1_000 * pdfTime.value);
  const before = process.memoryUsage.rss();
  const isOver = (): boolean => process.memoryUsage.rss() - before > pdfMemory.value * 1024 * 1024;
  const watch = setInterval(() => void (isOver() && ended.abort(tooLarge)), 20);
  try {
    return await endOf(worker, ended.signal, tooLarge);
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    await worker.terminate();
  }
}

/** The limit of a thread bounds its objects, but not its buffers, and a small file can unpack to any size: those are seen in the memory of the process. */
function endOf(worker: Worker, signal: AbortSignal, tooLarge: string): Promise<PdfRead> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve({ problem: String(signal.reason) }), { once: true });
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ problem: tooLarge }) : reject(error),
    );
    worker.once('exit', (code) => reject(new Error(`The thread that reads a PDF ended with ${code}.`)));
  });
}

const inMegabytes = (bytes: number): string => Math.ceil(bytes / 1_000_000).toLocaleString('en');
