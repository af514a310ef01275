/** Texts that a language model reads: that takes minutes, which no request waits. */
import { setTimeout as after } from 'node:timers/promises';
import { hashOf } from '../../archive.js';
import { GraphError } from '../../graph/errors.js';
import { limits } from '../../limits.js';
import type { NewReading } from '../kept/kept-readings.js';
import type { TextToRead } from '../kept/new-reading.js';

type TextRead = Omit<NewReading, 'author'>;
type Read = (text: TextToRead, signal: AbortSignal) => Promise<TextRead>;

interface Running {
  readonly result: Promise<TextRead>;
  /** Ends it when nobody has asked for a while. */
  readonly unasked: NodeJS.Timeout;
}

const { modelTexts, modelUnasked } = limits.reading;

/** How long a request waits, in milliseconds: less than an operation may take. */
const usualPatience = 7_000;
/** Seconds after which clients ask again. */
const retryAfter = 1;

export class ModelReadings {
  private readonly running = new Map<string, Running>();

  constructor(private readonly patience = usualPatience) {}

  /** What the model reads. Throws IN_PROGRESS while it reads: the same text, asked for again, has its result. */
  async read(text: TextToRead, read: Read): Promise<TextRead> {
    const key = hashOf(JSON.stringify(text));
    const running = this.running.get(key) ?? this.begin(key, text, read);
    running.unasked.refresh();
    let isOver = true;
    try {
      const result = await Promise.race([running.result, after(this.patience, undefined, { ref: false })]);
      isOver = result !== undefined;
      if (result === undefined) throw inProgress();
      return result;
    } finally {
      if (isOver) this.forget(key, running);
    }
  }

  private begin(key: string, text: TextToRead, read: Read): Running {
    if (this.running.size >= modelTexts.value) throw new GraphError('OVERLOADED', tooMany);
    const ended = new AbortController();
    const unasked = setTimeout(() => {
      ended.abort(new GraphError('TIMEOUT', 'Nobody asked for the text any more.'));
      this.running.delete(key);
    }, 1_000 * modelUnasked.value).unref();
    const result = read(text, ended.signal);
    result.catch(() => undefined); // the next request gets the error
    const running = { result, unasked };
    this.running.set(key, running);
    return running;
  }

  /** Of several requests that get the result, one forgets it; the text may be read again by then. */
  private forget(key: string, running: Running): void {
    clearTimeout(running.unasked);
    if (this.running.get(key) === running) this.running.delete(key);
  }
}

const tooMany = `The language model reads ${modelTexts.value} texts: try again when one is read.`;

const inProgress = (): GraphError =>
  new GraphError(
    'IN_PROGRESS',
    `The language model reads the text: send the same request again in ${retryAfter} s, within ${modelUnasked.value} s, to get the reading.`,
    undefined,
    { retryAfter },
  );
