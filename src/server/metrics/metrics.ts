/** What the service counts, for Prometheus: docs/operations.md lists what each is for. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { OperationNames } from './operation-names.js';

/** In seconds: from a cached answer to the deadline. */
const requestBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const statementBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** The metrics of one service. Parts of it count on their own: `metrics.answers.inc()`. */
export class Metrics {
  readonly registry = new Registry();

  readonly requests = this.counter(
    'requests',
    'Operations, imports, files whose text is read, exports and reconciliation, by transport and outcome: ok, client_gone, or the code of the first error.',
    ['transport', 'outcome'],
  );
  readonly errors = this.counter('errors', 'Answers with an error of this code.', ['code']);
  readonly cache = this.counter('cache_requests', 'Requests that could be cached, by result (hit, not_modified, shared, miss).', [
    'result',
  ]);
  readonly answers = this.counter('subscription_answers', 'Answers sent to subscribers.');
  readonly nodes = this.counter('operation_nodes', 'Nodes read by operations.');
  readonly work = this.counter('operation_work', 'Units of work besides nodes done by operations.');
  readonly bytes = this.counter('answer_bytes', 'Bytes of answers.');

  readonly inFlight = this.level('requests_in_flight', 'Requests that wait for their answer.');
  readonly importsRunning = this.level('imports_running', 'Imports over HTTP that are running.');
  readonly exportsRunning = this.level('exports_running', 'Exports over HTTP that are running.');
  readonly subscriptions = this.level('subscriptions', 'Open subscriptions, by transport.', ['transport']);

  readonly durations = new Histogram({
    name: 'policygraph_operation_duration_seconds',
    help: 'Time from the arrival of an operation to its answer, by its name: the names of the first operations that succeed, and "other".',
    labelNames: ['operation'],
    buckets: requestBuckets,
    registers: [this.registry],
  });
  readonly statements = new Histogram({
    name: 'policygraph_statement_duration_seconds',
    help: 'Time of one statement in the store, without its wait for a turn.',
    buckets: statementBuckets,
    registers: [this.registry],
  });

  /** The labels of operations. */
  readonly names = new OperationNames();

  /** Processor time, memory, garbage collection and the lag of the event loop, under the names that all services on Node.js use. */
  watchProcess(): this {
    collectDefaultMetrics({ register: this.registry });
    return this;
  }

  /** A value that is read when the metrics are: one number, or one for each value of a label. Undefined values are left out. */
  gauge(name: string, help: string, read: () => number | undefined | Promise<number | undefined>): void {
    const gauge = new Gauge({
      name: `policygraph_${name}`,
      help,
      registers: [],
      async collect() {
        const value = await read();
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
    this.registry.registerMetric(gauge);
  }

  /** A value for each label, read when the metrics are. */
  gauges(name: string, help: string, label: string, read: () => Readonly<Record<string, number>>): void {
    const gauge = new Gauge({
      name: `policygraph_${name}`,
      help,
      labelNames: [label],
      registers: [],
      collect() {
        this.reset();
        for (const [key, value] of Object.entries(read())) this.set({ [label]: key }, value);
      },
    });
    this.registry.registerMetric(gauge);
  }

  /** A counter that grows by one for each event. */
  counter<Label extends string = never>(name: string, help: string, labelNames: readonly Label[] = []): Counter<Label> {
    return new Counter({ name: `policygraph_${name}_total`, help, labelNames, registers: [this.registry] });
  }

  private level<Label extends string = never>(name: string, help: string, labelNames: readonly Label[] = []): Gauge<Label> {
    return new Gauge({ name: `policygraph_${name}`, help, labelNames, registers: [this.registry] });
  }
}
