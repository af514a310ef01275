/** The text of a file: POST /text with the file as the body, read as the command "policygraph read" does. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mustHave } from '../accounts/account.js';
import { GraphError } from '../graph/errors.js';
import { meant } from '../graph/search/meant.js';
import { limits } from '../limits.js';
import { problemOfEncoding, textOfFile, unreadableSentence, type FileText, type FileToRead } from '../reading/file/file-text.js';
import { languageOf } from '../reading/read-text.js';
import { clientOf } from './admission/client.js';
import { AdmissionQueue } from './admission/queue.js';
import { charsetOf, isUtf8 } from './body.js';
import type { Cancel } from './deadline.js';
import { departure } from './until-done.js';

/** By the media type of the body, a name whose ending says what the file should be. */
const names: Readonly<Record<string, string>> = {
  'text/plain': 'file.txt',
  'text/markdown': 'file.md',
  'text/html': 'file.html',
  'application/xhtml+xml': 'file.xhtml',
  'application/pdf': 'file.pdf',
  'application/octet-stream': 'file',
};

const { files, pdf } = limits.reading;

/** One file at a time: each may take much memory. Clients that wait take turns. */
export function addTextFiles(app: FastifyInstance, closed: AbortSignal): void {
  const queue = new AdmissionQueue(() => ({ atOnce: 1, each: 1, reserve: 0 }));
  closed.addEventListener('abort', () => queue.close(closed.reason as Error), { once: true });
  let count = 0;
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(Object.keys(names), { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.route({
      method: 'POST',
      url: '/text',
      bodyLimit: pdf.value,
      config: { transport: 'text' },
      onRequest: async (request, reply) => {
        mustHave('EDITOR', request.account); // before the file comes
        mustBeFile(request);
        if (count >= files.value) throw busy();
        count++;
        reply.raw.once('close', () => count--);
      },
      handler: async (request, reply) => {
        const file = fileOf(request);
        const cancel = untilLeft(request, reply);
        return queue.run({ client: clientOf(request), cancel, isPatient: true }, async (enter) => {
          await enter(1);
          return answerOf(await readSent(file, cancel.signal));
        });
      },
    });
  });
}

const busy = () => new GraphError('OVERLOADED', `The service reads ${files.value} files already: send it again in a moment.`);

function mustBeFile({ headers }: FastifyRequest): void {
  if (Object.hasOwn(names, mediaTypeOf(headers))) return;
  throw new GraphError(
    'UNSUPPORTED_MEDIA_TYPE',
    `The body must be a file: send content-type: ${Object.keys(names).slice(0, -1).join(', ')}, or ${Object.keys(names).at(-1)}.`,
  );
}

const mediaTypeOf = (headers: FastifyRequest['headers']): string =>
  (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

function fileOf({ headers, query, body }: FastifyRequest): FileToRead {
  const bytes = (body as Buffer | undefined) ?? Buffer.alloc(0);
  return { bytes, name: names[mediaTypeOf(headers)] ?? '', encoding: encodingOf(query as Query, charsetOf(headers)) };
}

type Query = Readonly<Record<string, unknown>>;

/** As the address says, otherwise the content type; UTF-8 is the default. */
function encodingOf(query: Query, charset: string): string | undefined {
  const unknown = Object.keys(query).find((name) => name !== 'encoding');
  if (unknown !== undefined)
    throw invalid(`Unknown parameter "${unknown}": the URL takes encoding.${meant(unknown, ['encoding'])}`);
  const encoding = query['encoding'] ?? (isUtf8(charset) ? undefined : charset);
  if (encoding === undefined) return undefined;
  if (typeof encoding !== 'string') throw invalid('"encoding" must be given once.');
  const problem = problemOfEncoding(encoding);
  if (problem !== undefined) throw invalid(`"encoding" ${problem}`);
  return encoding;
}

const invalid = (message: string, details = {}) => new GraphError('BAD_USER_INPUT', message, undefined, details);

/** Ends the work when the client disconnects. */
function untilLeft(request: FastifyRequest, reply: FastifyReply): Cancel {
  const controller = new AbortController();
  const abort = (reason: Error) => controller.abort(reason);
  const left = departure(request, reply);
  left.addEventListener('abort', () => abort(left.reason as Error), { once: true });
  return { signal: controller.signal, abort };
}

async function readSent(file: FileToRead, signal: AbortSignal): Promise<FileText> {
  const read = await textOfFile(file, signal);
  if (!('problem' in read)) return read;
  throw invalid(unreadableSentence('The file', read, 'encoding='), read.encodings && { encodings: read.encodings });
}

const fields = ['title', 'date', 'outlet', 'url'] as const;

/** What `proposeClaims` takes, with null for what the file does not say, and the mark of the page that has each. */
function answerOf({ text, metadata = {}, pagesWithoutText = [] }: FileText) {
  const values = Object.fromEntries(fields.map((field) => [field, metadata[field]?.value ?? null]));
  const marks = Object.fromEntries(fields.map((field) => [field, metadata[field]?.from ?? null]));
  return { text, ...values, language: languageOf(text), marks, pagesWithoutText };
}
