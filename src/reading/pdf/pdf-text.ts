/** The text of a PDF, in paragraphs. */
import type { Limit } from '../../limits/limit.js';
import { root } from '../../root.js';
import { inBoundedThread, type FileProblem } from '../bounded-thread.js';

export type PdfRead = PdfText | FileProblem;

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

/** Reads a PDF in a thread of its own, within limits. Throws the reason of the signal. */
export async function textOfPdf(
  bytes: Uint8Array,
  { pdf, pdfTime, pdfMemory }: PdfLimits,
  signal?: AbortSignal,
): Promise<PdfRead> {
  if (bytes.length > pdf.value)
    return { problem: `is a PDF of ${inMegabytes(bytes.length)} MB: it may have ${inMegabytes(pdf.value)}.` };
  const bounds = { time: pdfTime.value, memory: pdfMemory.value, signal };
  return inBoundedThread<PdfRead>(program, Uint8Array.from(bytes), bounds);
}

const inMegabytes = (bytes: number): string => Math.ceil(bytes / 1_000_000).toLocaleString('en');
