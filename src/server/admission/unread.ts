import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { GraphError } from '../../graph/errors.js';
import { refusal } from '../errors.js';
import { readableFrom } from '../address/cors.js';
import type { PublicAddress } from '../address/public-address.js';
import type { Metrics } from '../metrics/metrics.js';

/** The part of the processor time that refusals may take: what more is to be refused waits for the next turn of the event loop. */
const share = 0.1;

const { status, headers, body } = refusal(
  new GraphError(
    'OVERLOADED',
    'The service is overloaded: more requests arrive than it can read. Retry after 1 s.',
    {},
    { retryAfter: 1 },
  ),
);
const text = JSON.stringify(body);
const head = { ...headers, 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) };

/** Refuses requests that were not read, by a response that is made once. */
export class UnreadRefusals {
  private readonly pending: FastifyReply[] = [];
  private sentAt = 0;
  /** Since the last line of the log. */
  private count = 0;

  constructor(
    private readonly logger: Logger,
    private readonly metrics: Metrics,
    private readonly address: PublicAddress,
  ) {}

  add(reply: FastifyReply): void {
    if (this.pending.push(reply) > 1) return;
    this.sentAt = performance.now();
    setImmediate(() => this.send());
  }

  private send(): void {
    const now = performance.now();
    const until = now + share * (now - this.sentAt);
    this.sentAt = now;
    let sent = 0;
    for (const reply of this.pending) {
      if (sent > 0 && performance.now() >= until) break;
      this.refuse(reply);
      sent++;
    }
    this.pending.splice(0, sent);
    if (this.pending.length > 0) setImmediate(() => this.send());
  }

  private refuse({ raw, request }: FastifyReply): void {
    raw.writeHead(status, { ...head, ...readableFrom(request.headers.origin, this.address) }).end(text);
    this.metrics.requests.inc({ transport: 'http', outcome: 'OVERLOADED' });
    this.metrics.errors.inc({ code: 'OVERLOADED' });
    if (this.count++ === 0) setTimeout(() => this.report(), 1_000).unref();
  }

  /** One line for all of a second. */
  private report(): void {
    this.logger.info({ outcome: 'OVERLOADED', status, requests: this.count }, 'requests refused unread');
    this.count = 0;
  }
}
