import type { GraphQLResponse } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import { pino, type Logger } from 'pino';
import { Archive } from '../archive.js';
import { isPublicErrorCode } from '../error-codes.js';
import type { Asking } from '../export/answer-ids.js';
import { ChangeLog } from '../changesets/log.js';
import { GraphError } from '../graph/errors.js';
import type { Graph } from '../graph/port.js';
import { withTexts } from '../reading/kept/kept-texts.js';
import { graphqlSchema } from './graphql-schema.js';
import { graphqlServer } from './graphql.js';
import { Budget } from '../graph/loaders/budget.js';

interface Executing {
  readonly schema: GraphQLSchema;
  readonly execute: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<GraphQLResponse>;
}

interface Surroundings {
  readonly logger?: Logger;
  /** The folder of the source texts. */
  readonly archive?: string | undefined;
}

/** The GraphQL of a graph without HTTP, for callers in the same process: with the same limits, as an anonymous caller. */
export async function executingOn(
  graph: Graph,
  { logger = pino({ level: 'silent' }), archive: folder }: Surroundings = {},
): Promise<Executing> {
  const schema = await graphqlSchema();
  const server = await graphqlServer(schema, logger);
  const [log, archive] = [new ChangeLog(graph), new Archive(folder)];
  const execute: Executing['execute'] = (query, variables) => {
    const today = new Date().toISOString().slice(0, 10);
    const contextValue = { ...withTexts({ graph }, archive, undefined), log, budget: new Budget(), today };
    return server.executeOperation({ query, variables: { ...variables } }, { contextValue });
  };
  return { schema, execute };
}

export async function askingOf(graph: Graph): Promise<Asking> {
  const { schema, execute } = await executingOn(graph);
  return { schema, ask: async (query, variables) => dataOf(await execute(query, variables)) };
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
