/** Subscriptions, whatever carries them: checked as POST checks operations, then an answer for each change. */
import { setMaxListeners } from 'node:events';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  OperationTypeNode,
  createSourceEventStream,
  execute,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { Logger } from 'pino';
import type { Account } from '../accounts/account.js';
import type { PublicErrorCode } from '../error-codes.js';
import { GraphError } from '../graph/errors.js';
import type { RequestContext } from '../resolvers/context.js';
import { priceOf, refusedBy } from './cost/cost.js';
import { deadlineAfter, type Cancel } from './deadline.js';
import { executionOptions, oversize, parseOptions, validationOptions } from './document-limits.js';
import { mustHavePlainRoot } from './subscription-root.js';
import type { Admission } from './admission/admission.js';
import { checked } from './operation/checked.js';
import { formatErrorWith } from './errors.js';
import { hashOf, type Named, type PersistedOperations } from './persisted/persisted-operations.js';
import type { Metrics } from './metrics/metrics.js';
import type { OperationRecord } from './telemetry/operation-record.js';

export interface SubscriptionRequest extends Named {
  readonly query?: string | undefined;
  readonly operationName?: string | undefined;
  readonly variables?: Record<string, unknown> | undefined;
}

export type Answers = AsyncGenerator<FormattedExecutionResult, void, void>;

/** Answers, or why there are none. */
export type Opened =
  | { readonly answers: Answers; readonly document: DocumentNode }
  | { readonly errors: readonly GraphQLFormattedError[] };

/** Who subscribes, and what is recorded of it. */
export interface Caller {
  readonly account: Account | undefined;
  /** As which client it takes turns. */
  readonly client: string;
  readonly record: OperationRecord;
  /** Is called once when the subscription has ended, or could not begin. */
  readonly onEnd: () => void;
}

interface Subscribed {
  readonly operation: ExecutionArgs;
  readonly price: number;
  readonly caller: Caller;
  /** Aborts when the subscription ends. */
  readonly ended: AbortSignal;
}

export interface SubscriptionOptions {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** How long one answer may take, in milliseconds. */
  readonly deadline: number;
  readonly admission: Admission;
  readonly persisted: PersistedOperations;
  /** A context of its own, which keeps nothing that was read before. */
  readonly contextFor: (cancel: Cancel, account: Account | undefined, record: OperationRecord) => RequestContext;
  readonly metrics: Metrics;
}

export class Subscriptions {
  private readonly formatError: ReturnType<typeof formatErrorWith>;

  constructor(private readonly options: SubscriptionOptions) {
    this.formatError = formatErrorWith(options.logger);
  }

  /** Begins a subscription. Ending its answers ends what they wait for. */
  async open(request: SubscriptionRequest, caller: Caller): Promise<Opened> {
    const ending = new AbortController();
    setMaxListeners(0, ending.signal); // one for each statement in flight
    const { account, client, record } = caller;
    try {
      const query = this.documentOf(request);
      record.operation = { document: hashOf(query) };
      const { operation, price } = this.checked({ ...request, query });
      record.operation = { ...record.operation, name: nameOf(operation), type: 'subscription' };
      record.price = price;
      this.options.admission.mustHaveRoom(client, price);
      const cancel = { signal: ending.signal, abort: (reason: Error) => ending.abort(reason) };
      const contextValue = this.options.contextFor(cancel, account, record);
      const source = await createSourceEventStream({ ...operation, contextValue });
      if (!(Symbol.asyncIterator in source)) throw source.errors ?? [];
      const counted = { ...caller, onEnd: this.opened(caller) };
      const answers = this.answersTo({ operation, price, caller: counted, ended: ending.signal }, source);
      return { answers: endedBy(ending, answers, counted.onEnd), document: operation.document };
    } catch (thrown) {
      const errors = this.formatted(Array.isArray(thrown) ? thrown : [thrown]);
      record.addErrors(errors);
      caller.onEnd();
      return { errors };
    }
  }

  private documentOf(request: SubscriptionRequest): string {
    const { persisted } = this.options;
    const text = persisted.named(request) ?? request.query ?? '';
    persisted.mustRun(text);
    return text;
  }

  /** Counts an open subscription, until what this returns is called for the first time. */
  private opened({ record: { transport = 'sse' }, onEnd }: Caller): () => void {
    const { subscriptions } = this.options.metrics;
    let isOpen = true;
    subscriptions.inc({ transport });
    return () => {
      if (!isOpen) return;
      isOpen = false;
      subscriptions.dec({ transport });
      onEnd();
    };
  }

  /** The operation, ready to be executed. Throws an error, or a list of them, for what is not taken. */
  private checked({
    query,
    operationName,
    variables,
  }: SubscriptionRequest & { readonly query: string }): Pick<Subscribed, 'operation' | 'price'> {
    const { schema } = this.options;
    const tooLarge = oversize(query);
    if (tooLarge !== undefined) throw tooLarge;
    const document = parsed(query);
    mustHavePlainRoot(document);
    const invalid = validate(schema, document, undefined, validationOptions);
    if (invalid.length > 0) throw invalid.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
    const operation = getOperationAST(document, operationName);
    if (operation == null)
      throw new GraphQLError('Say by "operationName" which of the operations is meant.', codeOf('OPERATION_RESOLUTION_FAILURE'));
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
      throw new GraphQLError(
        'Only subscriptions are taken here: send queries and mutations by POST /graphql.',
        codeOf('BAD_REQUEST'),
      );
    const unfit = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, { maxErrors: 10 }).errors;
    if (unfit !== undefined) throw unfit.map((error) => coded(error, 'BAD_USER_INPUT'));
    const price = priceOf(checked(schema, document, operation, variables), operation);
    return { operation: { schema, document, operationName, variableValues: variables, options: executionOptions }, price };
  }

  private async *answersTo(subscribed: Subscribed, source: AsyncIterable<unknown>): Answers {
    const { record, onEnd } = subscribed.caller;
    try {
      for await (const change of source) {
        const answer = await this.answerTo(subscribed, change);
        if (subscribed.ended.aborted) return;
        yield this.counted(record, answer);
      }
    } catch (error) {
      yield this.counted(record, { errors: this.formatted([error]) });
    } finally {
      onEnd();
    }
  }

  private counted(record: OperationRecord, answer: FormattedExecutionResult): FormattedExecutionResult {
    record.answers++;
    record.addErrors(answer.errors);
    this.options.metrics.answers.inc();
    return answer;
  }

  /** The answer for one change, when it is its turn, with a context of its own: what it has read is gone with it. */
  private async answerTo(
    { operation, price, caller: { account, client, record }, ended }: Subscribed,
    change: unknown,
  ): Promise<FormattedExecutionResult> {
    const { clear, ...cancel } = deadlineAfter(this.options.deadline);
    const end = () => cancel.abort(ended.reason as Error);
    ended.addEventListener('abort', end, { once: true });
    try {
      return await this.options.admission.run({ client, cancel, isPatient: true }, async (enter) => {
        await enter(price);
        return this.executed({ ...operation, rootValue: change, contextValue: this.options.contextFor(cancel, account, record) });
      });
    } catch (error) {
      return { errors: this.formatted([error]) };
    } finally {
      ended.removeEventListener('abort', end);
      clear();
    }
  }

  private async executed(
    operation: ExecutionArgs & { readonly contextValue: RequestContext },
  ): Promise<FormattedExecutionResult> {
    const { data, errors } = await execute(operation);
    const { record, budget } = operation.contextValue;
    record?.addCost(budget);
    const refused = refusedBy(budget);
    return refused ?? { data: data ?? null, ...(errors === undefined ? {} : { errors: this.formatted(errors) }) };
  }

  private formatted(errors: readonly unknown[]): GraphQLFormattedError[] {
    return errors.map((error) =>
      this.formatError(error instanceof GraphQLError ? error.toJSON() : { message: 'It failed.' }, error),
    );
  }
}

/** A generator that is waited for is ended only after what it waits for: here that is given up first. */
function endedBy(ending: AbortController, answers: Answers, ended: () => void): Answers {
  const end = answers.return.bind(answers);
  answers.return = (value) => {
    ending.abort(new GraphError('TIMEOUT', 'The subscription has ended.'));
    ended(); // one that has not begun runs no "finally"
    return end(value);
  };
  return answers;
}

const nameOf = ({ document, operationName }: ExecutionArgs): string | undefined =>
  getOperationAST(document, operationName)?.name?.value;

const codeOf = (code: PublicErrorCode) => ({ extensions: { code } });

function coded(error: GraphQLError, code: PublicErrorCode): GraphQLError {
  error.extensions['code'] = code;
  return error;
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, parseOptions);
  } catch (error) {
    throw error instanceof GraphQLError ? coded(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}

/** Has POST and GET say where subscriptions are taken. */
export const refuseSubscriptions: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION)
          throw new GraphQLError(
            'Subscriptions are taken over WebSocket (graphql-transport-ws) at /graphql, and as server-sent events by POST /graphql/stream.',
            { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } },
          );
      },
    };
  },
};
