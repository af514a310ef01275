import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Graph } from '../../src/graph/port.js';
import { createApp, type AppOptions } from '../../src/server/app.js';
import type { Readiness } from '../../src/server/readiness.js';

export interface Service {
  readonly app: FastifyInstance;
  /** Where it listens, such as "http://127.0.0.1:40123". */
  readonly url: string;
  /** What it logged, a line each. */
  readonly log: readonly string[];
  /** Asks by POST, and gives the status, the headers, and the answer as text and as JSON. */
  ask(query: string, variables?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: {
    readonly data?: any;
    readonly errors?: { readonly message: string; readonly extensions: Record<string, unknown> }[];
    readonly extensions?: any;
  };
}

/** Tests of other things wait for a busy machine. */
const patient = { storeTime: 60_000 };

/** The service over a graph, listening on a free port. Closing it leaves the graph open. */
export async function serve(
  graph: Graph | Readiness,
  { level = 'warn', ...options }: Omit<AppOptions, 'logger'> & { readonly level?: string } = {},
): Promise<Service> {
  const log: string[] = [];
  const sink = new Writable({ write: (line: Buffer, _encoding, done) => (log.push(line.toString()), done()) });
  const app = await createApp('read' in graph ? { graph } : graph, {
    bounds: patient,
    ...options,
    logger: pino({ level }, sink),
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const ask: Service['ask'] = async (query, variables, headers) =>
    answerOf(await fetch(`${url}/graphql`, post({ query, variables }, headers)));
  const close = () => {
    app.server.closeIdleConnections(); // nothing is asked any more, and waiting for them would take a while
    return app.close();
  };
  return { app, url, log, ask, close };
}

export const post = (body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: JSON.parse(text) as Answer['json'] };
}
