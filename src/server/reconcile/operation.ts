/** Each request that reads the graph is admitted and bounded like an operation of GraphQL: its price follows what is asked. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../../accounts/account.js';
import { Matcher } from '../../graph/matching/matcher.js';
import { rankedEntities } from '../../graph/loaders/search-loader.js';
import type { RequestContext } from '../../resolvers/context.js';
import type { Admission } from '../admission/admission.js';
import { clientOf } from '../admission/client.js';
import type { Cancel } from '../deadline.js';
import { loadedGraph, type Readiness } from '../readiness.js';
import type { OperationRecord } from '../telemetry/operation-record.js';
import { untilDone } from '../until-done.js';
import type { Column } from '../../reconcile/extend.js';
import type { Extension } from '../../reconcile/input.js';
import type { Asked } from '../../reconcile/questions.js';

export interface Operations {
  readonly readiness: Readiness;
  readonly admission: Admission;
  /** How long one request may take, in milliseconds. */
  readonly deadline: number;
  /** The current ISO day. */
  readonly today: () => string;
  readonly contextFor: (cancel: Cancel, account: Account | undefined, record: OperationRecord) => RequestContext;
}

/** What the work gives, done when it is the turn of a request of this price. */
export async function admitted<T>(
  { readiness, admission, deadline, contextFor }: Operations,
  request: FastifyRequest,
  reply: FastifyReply,
  price: number,
  work: (matcher: Matcher) => Promise<T>,
): Promise<T> {
  loadedGraph(readiness);
  const { account, record } = request;
  const cancel = untilDone(request, reply, deadline);
  record.price = price;
  return admission.run({ client: clientOf(request), cancel }, async (enter) => {
    await enter(price);
    const { graph, budget } = contextFor(cancel, account, record);
    try {
      return await work(new Matcher(graph, cancel.signal, budget));
    } finally {
      record.addCost(budget);
    }
  });
}

/** A search of the graph by a text that a person typed. */
export const searchPrice = 22;

/** What a question could take: its searches, the candidates that are shown, and those whose properties are compared. */
export const priceOf = ({ question: { names, conditions, days }, limit }: Asked): number =>
  Math.min(limit, rankedEntities.match) +
  days.length * (2 * Math.max(names.length, 1) + (conditions.length === 0 ? 0 : rankedEntities.match * (1 + conditions.length)));

/** A data extension could take a full cell for each property of each entity that leads to others. */
export const extensionPrice = ({ ids }: Extension, columns: readonly Column[]): number =>
  ids.length * (1 + columns.reduce((all, { property, limit }) => all + (property.source.kind === 'related' ? limit : 1), 0));
