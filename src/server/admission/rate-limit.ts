import { LRUCache } from 'lru-cache';
import { GraphError } from '../../graph/errors.js';
import { limits } from '../../limits.js';
import type { Rate } from '../../settings/rate.js';

/** The requests of one client since its first. */
interface Window {
  readonly endsAt: number;
  count: number;
}

/** What a client may still send. */
interface Allowance {
  /** Why the request is refused; undefined when it is served. */
  readonly error: GraphError | undefined;
  /** Of draft-ietf-httpapi-ratelimit-headers. */
  readonly headers: Readonly<Record<string, string>>;
}

const milliseconds = 1_000;

/** Counts the requests of each client. Of so many clients that they do not fit, those that were not seen for longest begin again. */
export class RateLimit {
  private readonly windows = new LRUCache<string, Window>({ max: limits.admission.clients.value });

  constructor(private readonly rate: Rate) {}

  /** Counts a request. */
  take(client: string): Allowance {
    const { requests, seconds } = this.rate;
    const window = this.windowOf(client);
    window.count++;
    const left = Math.max(1, Math.ceil((window.endsAt - performance.now()) / milliseconds));
    const remaining = Math.max(0, requests - window.count);
    const headers = {
      'ratelimit-policy': `"default";q=${requests};w=${seconds}`,
      ratelimit: `"default";r=${remaining};t=${left}`,
    };
    return { error: window.count > requests ? tooMany(this.rate, left) : undefined, headers };
  }

  private windowOf(client: string): Window {
    const now = performance.now();
    const last = this.windows.get(client);
    if (last !== undefined && now < last.endsAt) return last;
    const window = { endsAt: now + this.rate.seconds * milliseconds, count: 0 };
    this.windows.set(client, window);
    return window;
  }
}

function tooMany({ requests, seconds }: Rate, retryAfter: number): GraphError {
  const message = `The client sent more than ${requests.toLocaleString('en')} requests in ${seconds.toLocaleString('en')} s: retry after ${retryAfter} s.`;
  return new GraphError('RATE_LIMITED', message, {}, { retryAfter });
}
