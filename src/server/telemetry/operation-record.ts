import type { GraphQLFormattedError } from 'graphql';
import type { Budget } from '../../graph/loaders/budget.js';
import type { StatementObserver } from '../../graph/observed-graph.js';
import type { Metrics } from '../metrics/metrics.js';

declare module '../../resolvers/context.js' {
  interface RequestContext {
    /** What is recorded of the operation for logs, metrics and traces; missing for callers in the same process. */
    readonly record?: OperationRecord | undefined;
  }
}

/** How an operation reached the service. */
export type Transport = 'http' | 'import' | 'sse' | 'websocket';

/** Which operation it is. The text and the variables are not kept: they may hold what is nobody's business. */
export interface Operation {
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  /** The SHA-256 of the text of the document. */
  readonly document?: string | undefined;
}

/** What is recorded of one request. */
export class OperationRecord implements StatementObserver {
  readonly began = performance.now();
  operation: Operation = {};
  /** The nodes that it could read with every page full: its price before it runs. */
  price: number | undefined;
  cache: 'hit' | 'not_modified' | 'shared' | 'miss' | undefined;
  /** Bytes of the answer, before compression. */
  bytes = 0;
  /** Answers to a subscription. */
  answers = 0;
  statements = 0;
  /** What it cost: nodes, work, and milliseconds of its statements in the store. */
  readonly cost = { nodes: 0, work: 0, storeTime: 0 };
  /** The codes of its errors, the first one first. */
  readonly codes = new Set<string>();

  constructor(
    readonly id: string,
    readonly transport: Transport | undefined,
    private readonly metrics: Metrics,
  ) {}

  async statement<T>(_name: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    this.statements++;
    try {
      return await work();
    } finally {
      this.metrics.statements.observe((performance.now() - began) / 1_000);
    }
  }

  addCost({ nodes, work, storeTime }: Budget): void {
    this.cost.nodes += nodes;
    this.cost.work += work;
    this.cost.storeTime += storeTime.used;
  }

  addErrors(errors: readonly GraphQLFormattedError[] | undefined): void {
    for (const { extensions } of errors ?? []) this.codes.add(String(extensions?.['code']));
  }
}
