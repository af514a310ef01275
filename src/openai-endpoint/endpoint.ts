/** Calls of a server that speaks the API of OpenAI: language models and embeddings of the operator's choice. */
import { setTimeout as pause } from 'node:timers/promises';
import { GraphError } from '../graph/errors.js';
import { bodyOf } from './body.js';
import { failureOf, isBusy, pauseBefore, whyUnreached } from './failures.js';
import { Places } from './places.js';

export interface EndpointAddress {
  /** What its paths follow, such as `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  /** The secret of its `Authorization`; never part of a message or a log. */
  readonly key: string | undefined;
  /** What messages call it, such as "language model", and the setting of its URL. */
  readonly name: string;
  readonly setting: string;
}

export interface EndpointBounds {
  /** Milliseconds for an answer, with all attempts and the pauses between them. */
  readonly time: number;
  /** Bytes of an answer, unpacked. */
  readonly answer: number;
  readonly attempts: number;
  /** Milliseconds before the second attempt, twice as long before each further one; a `Retry-After` counts instead. */
  readonly pause: number;
  /** Requests that run at once; the others wait. */
  readonly concurrent: number;
}

type Outcome = { readonly answer: unknown } | { readonly busy: string; readonly after?: number | undefined };

/** One object for each endpoint of a process: it bounds how many requests run at once. */
export class OpenAiEndpoint {
  private readonly places: Places;

  constructor(
    readonly address: EndpointAddress,
    private readonly bounds: EndpointBounds,
  ) {
    this.places = new Places(bounds.concurrent);
  }

  /**
   * The answer to a JSON body at a path such as "chat/completions", as the JSON that came; its form is for the caller to check.
   * Throws MODEL_UNAVAILABLE where waiting may help, MODEL_FAILED where it does not, and the reason of the signal once it aborts.
   */
  async post(path: string, body: object, signal: AbortSignal): Promise<unknown> {
    const leave = await this.places.enter(signal);
    try {
      return await this.answered(path, JSON.stringify(body), signal);
    } finally {
      leave();
    }
  }

  private async answered(path: string, body: string, signal: AbortSignal): Promise<unknown> {
    const began = performance.now();
    const timeout = AbortSignal.timeout(this.bounds.time);
    const ended = AbortSignal.any([signal, timeout]);
    try {
      for (let attempt = 1; ; attempt++) {
        const outcome = await this.attempt(path, body, ended);
        if ('answer' in outcome) return outcome.answer;
        const wait = outcome.after ?? pauseBefore(attempt, this.bounds.pause);
        const isLate = performance.now() - began + wait > this.bounds.time;
        if (attempt === this.bounds.attempts || isLate) throw this.unavailable(outcome.busy, outcome.after);
        await pause(wait, undefined, { signal: ended });
      }
    } catch (error) {
      signal.throwIfAborted();
      if (timeout.aborted) throw this.unavailable(`gave no whole answer in ${this.bounds.time / 1000} s`);
      throw error;
    }
  }

  private async attempt(path: string, body: string, signal: AbortSignal): Promise<Outcome> {
    const { key } = this.address;
    try {
      const response = await fetch(this.urlOf(path), {
        method: 'POST',
        redirect: 'manual', // the text and the key are for this server alone
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body,
        signal,
      });
      if (isBusy(response)) return await busyOutcome(response);
      return { answer: await this.answerOf(response) };
    } catch (error) {
      if (error instanceof GraphError || signal.aborted) throw error;
      return { busy: whyUnreached(error) };
    }
  }

  private async answerOf(response: Response): Promise<unknown> {
    const { text, isWhole } = await bodyOf(response, this.bounds.answer);
    const failure = failureOf(response, text, this.address);
    if (failure !== undefined) throw this.failed(failure);
    if (!isWhole) throw this.failed(`sent an answer of more than ${this.bounds.answer.toLocaleString('en')} bytes`);
    try {
      return JSON.parse(text);
    } catch {
      const type = response.headers.get('content-type') ?? 'no type';
      throw this.failed(`answered with ${type}, which is not JSON: ${this.address.setting} should end as in …/v1`);
    }
  }

  /** The query of the URL stays, where some servers have the version of their API. */
  private urlOf(path: string): string {
    const url = new URL(this.address.url);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
    return url.href;
  }

  private unavailable(problem: string, after?: number): GraphError {
    const { name } = this.address;
    const details = after === undefined ? {} : { retryAfter: Math.ceil(after / 1_000) };
    return new GraphError('MODEL_UNAVAILABLE', `The ${name} ${problem}: try again ${later(after)}.`, {}, details);
  }

  private failed(problem: string): GraphError {
    return new GraphError('MODEL_FAILED', `The ${this.address.name} ${problem}.`);
  }
}

/** The body is left unread. */
async function busyOutcome(response: Response): Promise<Outcome> {
  await response.body?.cancel();
  const after = retryAfter(response.headers.get('retry-after'));
  return { busy: `answered with the status ${response.status}`, after };
}

/** Milliseconds of a `Retry-After` in seconds, which some servers give as a decimal, or as a date. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const isSeconds = /^\d{1,6}(?:\.\d+)?$/.test(header);
  const milliseconds = isSeconds ? 1_000 * Number(header) : Date.parse(header) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

const later = (after: number | undefined): string => (after === undefined ? 'later' : `in ${Math.ceil(after / 1000)} s`);
