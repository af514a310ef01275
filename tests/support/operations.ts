/** Operations asked as a client asks them, through the service's own GraphQL server with its directives and limits, but without HTTP. */
import { existsSync, readFileSync } from 'node:fs';
import type { ApolloServer } from '@apollo/server';
import { pino } from 'pino';
import { Archive } from '../../src/archive.js';
import { ChangeLog } from '../../src/changesets/log.js';
import type { Graph } from '../../src/graph/port.js';
import type { RequestContext } from '../../src/resolvers/context.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { graphqlServer } from '../../src/server/graphql.js';
import { Budget } from '../../src/graph/loaders/budget.js';

/** The day as of which relations are seen where an operation names none: an answer must not change with the calendar. */
const on = '2026-01-01';

export interface Operation {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
}

export interface Answer {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?:
    | readonly {
        readonly message: string;
        readonly path?: readonly (string | number)[];
        readonly extensions?: Record<string, unknown>;
      }[]
    | undefined;
  readonly extensions?: Record<string, unknown>;
}

/** One server serves every test of a file: it is the same on every engine. */
let server: Promise<ApolloServer<RequestContext>> | undefined;

/** The answer as plain JSON. */
export async function ask(
  graph: Graph,
  operation: Operation,
  options: Pick<RequestContext, 'withoutPlans' | 'account'> = {},
): Promise<Answer> {
  const { query, variables = {} } = operation;
  server ??= graphqlSchema().then((schema) => graphqlServer(schema, pino({ level: 'silent' })));
  const contextValue: RequestContext = {
    graph,
    today: on,
    budget: new Budget(),
    archive: new Archive(undefined),
    log: new ChangeLog(graph),
    ...options,
  };
  const { body } = await (await server).executeOperation({ query, variables }, { contextValue });
  if (body.kind !== 'single') throw new Error('An answer comes in one piece.');
  const { data, errors, extensions } = body.singleResult;
  return JSON.parse(JSON.stringify({ data, errors, extensions })) as Answer;
}

/** The operation of a file NN-name.graphql, with NN-name.variables.json where it is there. */
export function operationIn(path: string): Operation {
  const variables = path.replace(/\.graphql$/, '.variables.json');
  return {
    query: readFileSync(path, 'utf8'),
    variables: existsSync(variables) ? (JSON.parse(readFileSync(variables, 'utf8')) as Record<string, unknown>) : undefined,
  };
}
