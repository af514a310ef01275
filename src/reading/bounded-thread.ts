/** Reads one file in a thread of its own, within limits: a file can take any time and memory, and a thread can be ended. */
import { Worker } from 'node:worker_threads';
import { untilAborted } from '../graph/abort.js';

interface ThreadBounds {
  /** In seconds. */
  readonly time: number;
  /** In megabytes. */
  readonly memory: number;
  /** Aborts when nobody waits for the text any more. */
  readonly signal?: AbortSignal | undefined;
}

/** What is wrong with a file: the end of a sentence that begins with its name. */
export interface FileProblem {
  readonly problem: string;
}

/** The one message that the program sends, or that it took too long or too much. Throws the reason of the signal. */
export async function inBoundedThread<Message>(
  program: URL,
  workerData: unknown,
  { time, memory, signal }: ThreadBounds,
): Promise<Message | FileProblem> {
  signal?.throwIfAborted();
  const tooLarge = `needs more than ${memory.toLocaleString('en')} MB of memory to read: split it.`;
  const worker = new Worker(program, { workerData, resourceLimits: { maxOldGenerationSizeMb: memory } });
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(`takes longer than ${time} s to read: split it.`), 1_000 * time);
  const before = process.memoryUsage.rss();
  const isOver = (): boolean => process.memoryUsage.rss() - before > memory * 1024 * 1024;
  const watch = setInterval(() => void (isOver() && ended.abort(tooLarge)), 20);
  try {
    return await untilAborted(endOf<Message>(worker, ended.signal, tooLarge), signal);
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    await worker.terminate();
  }
}

/** The limit of a thread bounds its objects, but not its buffers, and a small file can unpack to any size: those are seen in the memory of the process. */
function endOf<Message>(worker: Worker, signal: AbortSignal, tooLarge: string): Promise<Message | FileProblem> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve({ problem: String(signal.reason) }), { once: true });
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ problem: tooLarge }) : reject(error),
    );
    worker.once('exit', (code) => reject(new Error(`The thread that reads a file ended with ${code}.`)));
  });
}
