/** Files to import over HTTP: POST /import, multipart/form-data with parts "file" and, for tables, "mapping". */
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mustHave, type Account } from '../accounts/account.js';
import { GraphError } from '../graph/errors.js';
import type { Graph } from '../graph/port.js';
import { loadedGraph, type Readiness } from './readiness.js';
import { limits } from '../limits.js';

interface SentFile {
  /** As the client calls it. */
  readonly name: string;
  /** Where it is kept until the answer is sent. */
  readonly path: string;
}

/** What somebody sent to be imported. */
interface Sent {
  readonly files: readonly SentFile[];
  readonly mapping: SentFile | undefined;
  readonly id: string | undefined;
  readonly dryRun: boolean;
  readonly author: string;
  readonly types: Account['types'];
  /** Aborted when the client is gone. */
  readonly signal: AbortSignal;
}

/** Imports files into a graph; returns the report for the client, or throws a GraphError. */
export type Importer = (graph: Graph, sent: Sent) => Promise<object>;

/** Bytes of a file, and how many there may be. */
const { file, files } = limits.writes;
export const uploadLimits = { fileSize: file.value, files: files.value, fields: 0, parts: files.value };

/** One import at a time: each holds on to memory while it runs, and they would only wait for one another. */
export function addImports(app: FastifyInstance, readiness: Readiness, importer: Importer): void {
  let isBusy = false;
  void app.register(async (scope) => {
    await scope.register(multipart, { limits: uploadLimits });
    scope.route({
      method: 'POST',
      url: '/import',
      onRequest: async (request) => void mustHave('EDITOR', request.account), // before the files come
      handler: async (request, reply) => {
        const graph = loadedGraph(readiness);
        if (isBusy) throw new GraphError('UNAVAILABLE', 'Another import is in progress: try again when it has finished.');
        isBusy = true;
        try {
          return await importer(graph, await sentBy(request, reply));
        } finally {
          isBusy = false;
        }
      },
    });
  });
}

async function sentBy(request: FastifyRequest, reply: FastifyReply): Promise<Sent> {
  const { id: author, types } = mustHave('EDITOR', request.account);
  const { id, dryRun } = optionsOf(request.query as Readonly<Record<string, unknown>>);
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new GraphError('TIMEOUT', 'The client is gone.'));
  });
  const { files: saved } = await request.saveRequestFiles();
  const parts = saved.map(({ fieldname, filename, filepath }) => ({ part: fieldname, name: filename, path: filepath }));
  const files = parts.filter(({ part }) => part === 'file');
  const mappings = parts.filter(({ part }) => part === 'mapping');
  if (files.length === 0 || mappings.length > 1 || files.length + mappings.length < parts.length)
    throw new GraphError('BAD_USER_INPUT', 'Send one or more parts named "file", and for tables one named "mapping".');
  return { files, mapping: mappings[0], id, dryRun, author, types, signal: gone.signal };
}

function optionsOf({ id, dryRun = 'false', ...unknown }: Readonly<Record<string, unknown>>): Pick<Sent, 'id' | 'dryRun'> {
  if (Object.keys(unknown).length > 0)
    throw new GraphError('BAD_USER_INPUT', 'The address takes "id" and "dryRun", and nothing else.');
  if (dryRun !== 'true' && dryRun !== 'false') throw new GraphError('BAD_USER_INPUT', '"dryRun" must be true or false.');
  if (id !== undefined && typeof id !== 'string') throw new GraphError('BAD_USER_INPUT', '"id" must be given once.');
  return { id, dryRun: dryRun === 'true' };
}
