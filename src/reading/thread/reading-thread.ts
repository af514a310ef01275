/** Reads texts in a thread of its own: no text keeps other requests waiting, and the memory of the names is bounded. */
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { GraphError } from '../../graph/errors.js';
import type { Graph } from '../../graph/port.js';
import { receivedError, type SentError } from '../../graph/remote/messages.js';
import { ServedGraph } from '../../graph/remote/served-graph.js';
import { limits } from '../../limits.js';
import { root } from '../../root.js';
import type { NewReading } from '../kept/kept-readings.js';
import type { TextToRead } from '../kept/new-reading.js';
import type { ModelSettings } from '../../settings/model-settings.js';

export interface ThreadData {
  /** To the graph. */
  readonly port: MessagePort;
  readonly engine: Graph['engine'];
}

export interface ReadingTask {
  readonly id: number;
  readonly text: TextToRead;
  /** The language model that reads it; the rules do by default. */
  readonly model?: ModelSettings | undefined;
}

/** The text with this id need not be read any more. */
export interface Abandoned {
  readonly abandoned: number;
}

type TextRead = Omit<NewReading, 'author'>;

/** What the thread reports of a text: that it has the names and begins, and how it ended. */
export type Answer = { readonly id: number } & (
  | { readonly began: true }
  | { readonly read: TextRead }
  | { readonly error: SentError }
);

interface Pending {
  readonly resolve: (read: TextRead) => void;
  readonly reject: (error: unknown) => void;
}

const { names, idle } = limits.reading;

/** The thread's program: a file of dist/, or its source where this file is source. */
const program = import.meta.url.endsWith('.ts')
  ? new URL('src/reading/thread/from-source.mjs', root)
  : new URL('dist/reading-thread.js', root);

/** The thread for one graph. It starts with the first text, and ends when none has come for a while. */
export class ReadingThread {
  private running: RunningThread | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly file: URL = program) {}

  /** What the rules, or a language model, read in a text with the names of the graph. When the signal aborts while rules read the text, its thread ends with it. */
  async read(graph: Graph, text: TextToRead, signal?: AbortSignal, model?: ModelSettings): Promise<TextRead> {
    if (this.running?.graph !== graph || this.running.hasEnded) this.close();
    clearTimeout(this.timer);
    const thread = (this.running ??= new RunningThread(graph, this.file));
    try {
      return await thread.read(text, signal, model);
    } catch (error) {
      if (error !== restarted || signal?.aborted === true) throw error;
      return await this.read(graph, text, signal, model);
    } finally {
      if (thread === this.running && thread.isIdle) this.closeLater();
    }
  }

  close(): void {
    clearTimeout(this.timer);
    this.running?.end(new GraphError('UNAVAILABLE', 'The service is closing.'));
    this.running = undefined;
  }

  private closeLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.close(), 1_000 * idle.value).unref();
  }
}

class RunningThread {
  private readonly worker: Worker;
  private readonly ours: MessagePort;
  private readonly ended = new AbortController();
  private readonly pending = new Map<number, Pending>();
  private reading: number | undefined;
  private last = 0;

  constructor(
    readonly graph: Graph,
    file: URL,
  ) {
    const { port1: ours, port2: port } = new MessageChannel();
    this.ours = ours;
    new ServedGraph(graph, this.ended.signal).listen(ours);
    ours.unref();
    const workerData: ThreadData = { port, engine: graph.engine };
    const resourceLimits = { maxOldGenerationSizeMb: names.value };
    this.worker = new Worker(file, { workerData, transferList: [port], resourceLimits });
    this.worker.unref();
    this.worker.on('message', (answer: Answer) => this.settle(answer));
    this.worker.once('error', (error: NodeJS.ErrnoException) =>
      this.end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error),
    );
    this.worker.once('exit', (code) => this.end(new Error(`The thread that reads texts ended with ${code}.`)));
  }

  get hasEnded(): boolean {
    return this.ended.signal.aborted;
  }

  get isIdle(): boolean {
    return this.pending.size === 0;
  }

  read(text: TextToRead, signal?: AbortSignal, model?: ModelSettings): Promise<TextRead> {
    const task: ReadingTask = { id: ++this.last, text, model };
    return new Promise<TextRead>((resolve, reject) => {
      const abort = () => this.abandon(task.id, signal?.reason);
      signal?.addEventListener('abort', abort, { once: true });
      const done = () => signal?.removeEventListener('abort', abort);
      this.pending.set(task.id, {
        resolve: (read) => (done(), resolve(read)),
        reject: (error) => (done(), reject(error)),
      });
      this.worker.postMessage(task);
    });
  }

  /** Rejects all that waits, and frees the memory. */
  end(reason: unknown): void {
    if (this.hasEnded) return;
    this.ended.abort(reason);
    for (const { reject } of this.pending.values()) reject(reason);
    this.pending.clear();
    this.ours.close();
    void this.worker.terminate();
  }

  /** A text that is being read cannot be stopped but with its thread; names that are being read serve the next text. */
  private abandon(id: number, reason: unknown): void {
    this.pending.get(id)?.reject(reason);
    this.pending.delete(id);
    if (this.reading === id) this.end(restarted);
    else this.worker.postMessage({ abandoned: id } satisfies Abandoned);
  }

  private settle(answer: Answer): void {
    if ('began' in answer) this.reading = answer.id;
    else if (this.reading === answer.id) this.reading = undefined;
    if ('began' in answer) return;
    const pending = this.pending.get(answer.id);
    this.pending.delete(answer.id);
    if ('error' in answer) pending?.reject(receivedError(answer.error));
    else pending?.resolve(answer.read);
  }
}

/** Why a text that waited for its turn begins again: the thread ended with the one before it. */
const restarted = new Error('The thread that reads texts ended with a text that nobody waits for.');

const tooLarge = () =>
  new GraphError(
    'UNAVAILABLE',
    `The names of this graph and the text take more than ${names.value} MB: the service cannot read texts with them. Run "policygraph read" where there is more memory.`,
  );
