/** Imports received files in a thread of its own: whatever they hold, this thread only runs the statements, and the memory is bounded. */
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { GraphError } from '../../graph/errors.js';
import type { ReadWriteGraph } from '../../graph/port.js';
import { receivedError, type SentError } from '../../graph/remote/messages.js';
import { ServedGraph } from '../../graph/remote/served-graph.js';
import { limits } from '../../limits.js';
import { root } from '../../root.js';
import type { Imported, Received } from '../received.js';

export interface Task {
  /** To the graph. */
  readonly port: MessagePort;
  readonly received: Omit<Received, 'signal'>;
}

/** How an import ended. */
export type Ended = { readonly imported: Imported } | { readonly error: SentError };

const { memory, time } = limits.imports;

/** The thread's program: a file of dist/, or its source where this file is source. */
const program = import.meta.url.endsWith('.ts')
  ? new URL('src/import/thread/from-source.mjs', root)
  : new URL('dist/import-thread.js', root);

/** Ends as soon as the signal aborts: a transaction that has not landed by then is rolled back. Throws what `importReceived` throws, and BODY_TOO_LARGE. */
export async function importInThread(
  graph: ReadWriteGraph,
  { signal: client, ...received }: Received & { readonly signal: AbortSignal },
  file: URL = program,
): Promise<Imported> {
  const { port1: ours, port2: port } = new MessageChannel();
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(tooLong()), 1_000 * time.value);
  const signal = AbortSignal.any([client, ended.signal]);
  signal.throwIfAborted();
  new ServedGraph(graph, signal).listen(ours);
  const task: Task = { port, received };
  const worker = new Worker(file, {
    workerData: task,
    transferList: [port],
    resourceLimits: { maxOldGenerationSizeMb: memory.value },
  });
  try {
    const end = await endOf(worker, signal);
    if ('error' in end) throw receivedError(end.error);
    return end.imported;
  } finally {
    clearTimeout(timer);
    ended.abort(new GraphError('INTERNAL', 'The import has ended.'));
    ours.close();
    void worker.terminate();
  }
}

function endOf(worker: Worker, signal: AbortSignal): Promise<Ended> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error),
    );
    worker.once('exit', (code) => reject(new Error(`The thread of an import ended with ${code}.`)));
  });
}

const tooLarge = () =>
  new GraphError(
    'BODY_TOO_LARGE',
    `The files need more than ${memory.value} MB of memory to be read: split them, or import them with the command.`,
  );

const tooLong = () =>
  new GraphError(
    'TIMEOUT',
    `The import took longer than ${time.value / 60} minutes: send the same files again to go on where it ended, or import them with the command.`,
  );
