/** Files to import over HTTP: POST /import, multipart/form-data with parts "file" and, for tables, "mapping". */
import multipart from '@fastify/multipart';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mustHave, type Account } from '../accounts/account.js';
import { untilAborted } from '../graph/abort.js';
import { GraphError } from '../graph/errors.js';
import { meant } from '../graph/search/meant.js';
import type { Graph } from '../graph/port.js';
import { loadedGraph, type Readiness } from './readiness.js';
import { limits } from '../limits.js';
import type { Metrics } from './metrics/metrics.js';

interface SentFile {
  /** As the client calls it. */
  readonly name: string;
  /** Where it is kept until the answer is sent. */
  readonly path: string;
}

/** How the tables among them are written. */
interface Format {
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly sheet?: string | undefined;
}

/** What somebody sent to be imported. */
interface Sent {
  readonly files: readonly SentFile[];
  readonly mapping: SentFile | undefined;
  readonly format: Format;
  readonly id: string | undefined;
  readonly dryRun: boolean;
  readonly author: string;
  readonly types: Account['types'];
  /** Aborted when the client is gone. */
  readonly signal: AbortSignal;
}

/** Imports files into a graph; returns the report for the client, or throws a GraphError. Ends when the signal aborts. */
export type Importer = (graph: Graph, sent: Sent) => Promise<object>;

/** Bytes of a file, and how many there may be. */
const { file, files } = limits.imports;
const uploadLimits = { fileSize: file.value, files: files.value, fields: 0, parts: files.value };

/** Characters: file systems have no longer names. */
const longestName = 255;

/** One import at a time: each holds on to memory while it runs, and they would only wait for one another. */
export function addImports(
  app: FastifyInstance,
  readiness: Readiness,
  importer: Importer,
  metrics: Metrics,
  closed: AbortSignal,
): void {
  let isBusy = false;
  void app.register(async (scope) => {
    await scope.register(multipart, { limits: uploadLimits });
    scope.route({
      method: 'POST',
      url: '/import',
      config: { transport: 'import' },
      onRequest: async (request) => {
        mustHave('EDITOR', request.account); // before the files come
        mustBeMultipart(request);
      },
      handler: async (request, reply) => {
        const graph = loadedGraph(readiness);
        if (isBusy) throw new GraphError('UNAVAILABLE', 'Another import is in progress: try again when it has finished.');
        isBusy = true;
        const signal = AbortSignal.any([clientOf(reply), closed]);
        metrics.importsRunning.inc();
        try {
          return await untilAborted(importSent(graph, request, signal, importer), signal);
        } finally {
          isBusy = false;
          metrics.importsRunning.dec();
        }
      },
    });
  });
}

function mustBeMultipart({ headers }: FastifyRequest): void {
  const type = headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*(?:;|$)/i.test(type))
    throw new GraphError('UNSUPPORTED_MEDIA_TYPE', 'Files are sent as multipart/form-data, in parts named "file".');
  if (!/;\s*boundary\s*=\s*\S/i.test(type))
    throw new GraphError('BAD_REQUEST', 'The content type has no boundary: send multipart/form-data; boundary=….');
}

/** Aborts when the client disconnects before it has the answer. */
function clientOf(reply: FastifyReply): AbortSignal {
  const client = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) client.abort(new GraphError('TIMEOUT', 'The client is gone.'));
  });
  return client.signal;
}

async function importSent(graph: Graph, request: FastifyRequest, signal: AbortSignal, importer: Importer): Promise<object> {
  const { id: author, types } = mustHave('EDITOR', request.account);
  const options = optionsOf(request.query as Readonly<Record<string, unknown>>);
  const files = await filesOf(request);
  signal.throwIfAborted();
  return importer(graph, { ...files, ...options, author, types, signal });
}

async function filesOf(request: FastifyRequest): Promise<Pick<Sent, 'files' | 'mapping'>> {
  const { files: saved } = await request.saveRequestFiles().catch((error: FastifyError) => {
    throw refusalOf(error);
  });
  const parts = saved.map(({ fieldname, filename, filepath }) => ({ part: fieldname, name: filename, path: filepath }));
  const files = parts.filter(({ part }) => part === 'file');
  const mappings = parts.filter(({ part }) => part === 'mapping');
  if (files.length === 0 || mappings.length > 1 || files.length + mappings.length < parts.length)
    throw new GraphError('BAD_USER_INPUT', 'Send one or more parts named "file", and for tables one named "mapping".');
  if (parts.some(({ name }) => name.length > longestName))
    throw new GraphError('BAD_USER_INPUT', `The name of a file must have at most ${longestName} characters.`);
  return { files, mapping: mappings[0] };
}

const tooManyFiles = new GraphError('BODY_TOO_LARGE', `There are too many files: at most ${files.value}.`);

/** By the code of the error of Fastify's plugin. */
const refusals: Readonly<Record<string, GraphError>> = {
  FST_REQ_FILE_TOO_LARGE: new GraphError(
    'BODY_TOO_LARGE',
    `A file is too large: at most ${file.value.toLocaleString('en')} bytes. Split it, or import it with the command.`,
  ),
  FST_FILES_LIMIT: tooManyFiles,
  FST_PARTS_LIMIT: tooManyFiles,
  FST_FIELDS_LIMIT: new GraphError(
    'BAD_USER_INPUT',
    'The parts must be files, named "file" and "mapping"; "id" and "dryRun" go into the URL.',
  ),
  FST_PROTO_VIOLATION: new GraphError('BAD_USER_INPUT', 'The parts must be named "file" and "mapping".'),
  FST_MP_PREMATURE_CLOSE: new GraphError('BAD_REQUEST', 'The body ends before its last part does.'),
};

const noRoom = 'There is no room left for files on the disk of the service: try again when there is.';

/** What the parser of parts throws has no code. */
function refusalOf(error: FastifyError): Error {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return new GraphError('STORAGE_FULL', noRoom, { cause: error });
  if (error.code !== undefined) return refusals[error.code] ?? error;
  return new GraphError('BAD_REQUEST', `The body is not well-formed multipart/form-data (${error.message}).`, { cause: error });
}

const ofFormat = ['delimiter', 'encoding', 'sheet'] as const;
const parameters = ['id', 'dryRun', ...ofFormat];

function optionsOf(query: Readonly<Record<string, unknown>>): Pick<Sent, 'id' | 'dryRun' | 'format'> {
  const unknown = Object.keys(query).find((name) => !parameters.includes(name));
  if (unknown !== undefined)
    throw new GraphError(
      'BAD_USER_INPUT',
      `Unknown parameter "${unknown}": the URL takes ${parameters.join(', ')}.${meant(unknown, parameters)}`,
    );
  const { dryRun = 'false' } = query;
  if (dryRun !== 'true' && dryRun !== 'false') throw new GraphError('BAD_USER_INPUT', '"dryRun" must be true or false.');
  const format = Object.fromEntries(ofFormat.map((name) => [name, textOf(query, name)]));
  return { id: textOf(query, 'id'), dryRun: dryRun === 'true', format };
}

function textOf(query: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const text = query[name];
  if (text === undefined || typeof text === 'string') return text;
  throw new GraphError('BAD_USER_INPUT', `"${name}" must be given once.`);
}
