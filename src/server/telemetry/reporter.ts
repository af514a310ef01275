import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import type { Account } from '../../accounts/account.js';
import type { Metrics } from '../metrics/metrics.js';
import { OperationRecord, type Transport } from './operation-record.js';
import type { Tracing } from './spans.js';

/** How a request came. */
export interface Arrival {
  /** Undefined for what is no operation. */
  readonly transport: Transport | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly method: string;
  readonly route: string;
}

/** How a request ended. */
export interface Ending {
  readonly status?: number | undefined;
  readonly account?: Account | undefined;
  /** The client left before it had its answer. */
  readonly aborted?: boolean;
  /** A page for a browser, at the address of the operations. */
  readonly isPage?: boolean;
}

/** Reports each operation when it has ended: a line of the log, and the metrics. */
export class Reporter {
  constructor(
    private readonly logger: Logger,
    readonly metrics: Metrics,
    private readonly tracing?: Tracing,
  ) {}

  begin(id: string, { transport, headers, method, route }: Arrival): OperationRecord {
    if (isShort(transport)) this.metrics.inFlight.inc();
    if (this.tracing === undefined || transport === undefined) return new OperationRecord(id, transport, this.metrics);
    const attributes = { 'http.request.method': method, 'http.route': route, 'policygraph.request.id': id };
    const span = this.tracing.begin(`${method} ${route}`, headers, attributes);
    return new OperationRecord(id, transport, this.metrics, span);
  }

  end(record: OperationRecord, ending: Ending): void {
    const seconds = (performance.now() - record.began) / 1_000;
    const outcome = ending.aborted === true ? 'client_gone' : (record.failure ?? 'ok');
    for (const code of record.codes) this.metrics.errors.inc({ code });
    const { transport } = record;
    if (isShort(transport)) this.metrics.inFlight.dec();
    if (transport !== undefined && ending.isPage !== true) this.count(record, transport, { ...ending, seconds, outcome });
    this.log(record, { ...ending, seconds, outcome });
    record.endOperation(); // of a client that has gone
    record.span?.end({
      attributes: { 'http.response.status_code': ending.status },
      failure: outcome === 'ok' ? undefined : outcome,
    });
  }

  private count(record: OperationRecord, transport: Transport, { account, seconds, outcome }: Ended): void {
    const { metrics } = this;
    const { name, type } = record.operation;
    metrics.requests.inc({ transport, outcome });
    metrics.bytes.inc(record.bytes);
    metrics.nodes.inc(record.cost.nodes);
    metrics.work.inc(record.cost.work);
    if (record.cache !== undefined) metrics.cache.inc({ result: record.cache });
    if (type === undefined || type === 'subscription') return; // one lasts as long as its client wants
    const caller = account === undefined ? 'anonymous' : 'account';
    metrics.durations.observe({ operation: metrics.names.labelOf(name, { caller, admit: outcome === 'ok' }) }, seconds);
  }

  /** Operations at `info`; health, pages and unknown addresses at `debug`. */
  private log(record: OperationRecord, { status, account, seconds, outcome, isPage }: Ended): void {
    const level = record.transport === undefined || isPage === true ? 'debug' : 'info';
    if (!this.logger.isLevelEnabled(level)) return;
    const { operation, cost, codes } = record;
    this.logger[level](
      {
        requestId: record.id,
        transport: record.transport,
        operation: operation.name,
        type: operation.type,
        document: operation.document,
        outcome,
        codes: codes.size > 1 ? [...codes] : undefined,
        status,
        account: account === undefined ? undefined : printable(account.id),
        duration: rounded(1_000 * seconds),
        statements: record.statements,
        storeTime: rounded(cost.storeTime),
        price: record.price,
        nodes: cost.nodes,
        work: cost.work,
        bytes: record.bytes,
        cache: record.cache,
        answers: record.answers === 0 ? undefined : record.answers,
      },
      'request',
    );
  }
}

interface Ended extends Ending {
  readonly seconds: number;
  readonly outcome: string;
}

/** Subscriptions last as long as their clients want. */
const isShort = (transport: Transport | undefined): boolean =>
  transport !== undefined && transport !== 'sse' && transport !== 'websocket';

/** Microseconds are enough. */
const rounded = (milliseconds: number): number => Math.round(1_000 * milliseconds) / 1_000;

/** The subject of a token is any text. JSON keeps a line a line for most readers; those of Unicode also end it at U+2028, and terminals obey marks of direction. */
const printable = (text: string): string =>
  text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
