import type { GraphQLFormattedError } from 'graphql';
import type { Budget } from '../../graph/loaders/budget.js';
import type { ObservedStatement, StatementObserver } from '../../graph/observed-graph.js';
import type { Metrics } from '../metrics/metrics.js';
import type { Attributes, Span } from './spans.js';

declare module '../../resolvers/context.js' {
  interface RequestContext {
    /** What is recorded of the operation for logs, metrics and traces; missing for callers in the same process. */
    readonly record?: OperationRecord | undefined;
  }
}

/** How an operation reached the service. */
export type Transport = 'http' | 'import' | 'text' | 'export' | 'reconcile' | 'mcp' | 'sse' | 'websocket';

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
  private operationSpan: Span | undefined;

  constructor(
    readonly id: string,
    readonly transport: Transport | undefined,
    private readonly metrics: Metrics,
    /** Undefined where no traces are sent. */
    readonly span?: Span,
  ) {}

  /** Begins the span of the operation, which has those of its statements inside. */
  beginOperation(): void {
    this.operationSpan = this.span?.child('operation', {});
  }

  endOperation(): void {
    const { name, type = 'operation' } = this.operation;
    this.operationSpan?.end({
      name: name === undefined ? type : `${type} ${name}`,
      attributes: { ...attributesOf(this.operation), 'policygraph.nodes': this.cost.nodes, 'policygraph.work': this.cost.work },
      failure: this.failure,
    });
    this.operationSpan = undefined;
  }

  /** The code of the first error. */
  get failure(): string | undefined {
    return this.codes.values().next().value;
  }

  async statement<T>(statement: ObservedStatement, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const span = (this.operationSpan ?? this.span)?.child(statement.name, databaseAttributes(statement));
    let failure: string | undefined = 'failed';
    this.statements++;
    try {
      const result = await work();
      failure = undefined;
      return result;
    } finally {
      this.metrics.statements.observe((performance.now() - began) / 1_000);
      span?.end({ failure });
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

const attributesOf = ({ name, type, document }: Operation): Attributes => ({
  'graphql.operation.name': name,
  'graphql.operation.type': type,
  'policygraph.document.sha256': document,
});

/** By the semantic conventions, under their present names and those of before 2025, which many tools still read. */
const databaseAttributes = ({ engine, name, operation }: ObservedStatement): Attributes => ({
  'db.system.name': engine === 'neo4j' ? 'neo4j' : 'grafeo',
  'db.system': engine === 'neo4j' ? 'neo4j' : 'grafeo',
  'db.operation.name': operation,
  'db.operation': operation,
  'db.query.summary': name,
});
