import type { GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { Archive } from '../archive.js';
import { ChangeLog } from '../changesets/log.js';
import { GraphError } from '../graph/errors.js';
import type { Graph } from '../graph/port.js';
import { graphqlSchema } from './graphql-schema.js';
import { graphqlServer } from './graphql.js';
import { Budget } from '../graph/loaders/budget.js';

interface Asking {
  readonly schema: GraphQLSchema;
  /** The data of an answer. Throws BAD_USER_INPUT with the first thing that is wrong. */
  readonly ask: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<object>;
}

/** The GraphQL of a graph without HTTP, for callers in the same process: with the same limits, as an anonymous caller. */
export async function askingOf(graph: Graph): Promise<Asking> {
  const schema = await graphqlSchema();
  const server = await graphqlServer(schema, pino({ level: 'silent' }));
  const log = new ChangeLog(graph);
  const today = new Date().toISOString().slice(0, 10);
  const ask: Asking['ask'] = async (query, variables) => {
    const contextValue = { graph, log, archive: new Archive(undefined), budget: new Budget(), today };
    const { body } = await server.executeOperation({ query, variables: { ...variables } }, { contextValue });
    if (body.kind !== 'single') throw new Error('An answer comes in one piece.');
    const { data, errors } = body.singleResult;
    if (errors?.[0] !== undefined) throw new GraphError('BAD_USER_INPUT', `The query was refused: ${errors[0].message}`);
    return data ?? {};
  };
  return { schema, ask };
}
