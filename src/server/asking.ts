import type { GraphQLResponse } from '@apollo/server';
import { pino } from 'pino';
import { Archive } from '../archive.js';
import { isPublicErrorCode } from '../error-codes.js';
import type { Asking } from '../export/answer-ids.js';
import { ChangeLog } from '../changesets/log.js';
import { GraphError } from '../graph/errors.js';
import type { Graph } from '../graph/port.js';
import { graphqlSchema } from './graphql-schema.js';
import { graphqlServer } from './graphql.js';
import { Budget } from '../graph/loaders/budget.js';

/** The GraphQL of a graph without HTTP, for callers in the same process: with the same limits, as an anonymous caller. */
export async function askingOf(graph: Graph): Promise<Asking> {
  const schema = await graphqlSchema();
  const server = await graphqlServer(schema, pino({ level: 'silent' }));
  const log = new ChangeLog(graph);
  const today = new Date().toISOString().slice(0, 10);
  const ask: Asking['ask'] = async (query, variables) => {
    const contextValue = { graph, log, archive: new Archive(undefined), budget: new Budget(), today };
    return dataOf(await server.executeOperation({ query, variables: { ...variables } }, { contextValue }));
  };
  return { schema, ask };
}

/** The data of an answer. Throws a GraphError with the first thing that is wrong. */
export function dataOf({ body }: GraphQLResponse): object {
  if (body.kind !== 'single') throw new Error('An answer comes in one piece.');
  const { data, errors } = body.singleResult;
  const [error] = errors ?? [];
  if (error === undefined) return data ?? {};
  const code = error.extensions?.['code'];
  throw new GraphError(isPublicErrorCode(code) ? code : 'BAD_USER_INPUT', `The query was refused: ${error.message}`);
}
