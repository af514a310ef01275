/** The cache of results at /graphql, with entity tags. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ChangeLog } from '../../changesets/log.js';
import { modelVersion } from '../../graph/model-version.js';
import type { Cancel } from '../deadline.js';
import { loadedGraph, type Readiness } from '../readiness.js';
import { requestKey } from './request-key.js';
import { isSuccess, ResultCache, type Result } from './result-cache.js';

/** What a request asks, and of which state of the graph. */
interface Lookup {
  readonly key: string;
  /** The last changeset and the day, as of which the graph is seen by default. */
  readonly state: string;
  readonly sequence: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined when the answer is not cached. */
    lookup: Lookup | undefined;
  }
}

export interface CacheSettings {
  /** Bytes of all answers together. */
  readonly bytes: number;
  /** After how many milliseconds at most a write of another process is seen; those of this one are seen at once. */
  readonly delay: number;
}

interface Service {
  readonly readiness: Readiness;
  /** How long an execution may take, in milliseconds. */
  readonly deadline: number;
  readonly log: () => ChangeLog;
  readonly today: () => string;
  /** Whether searches are by meaning too. */
  readonly isByMeaning: boolean;
}

/** Executes a request, and returns the answer as text. */
type Execute = (cancel: Cancel) => Promise<unknown>;

export class ResponseCache {
  private readonly cache: ResultCache;

  constructor(
    private readonly settings: CacheSettings,
    private readonly service: Service,
  ) {
    this.cache = new ResultCache(settings.bytes, service.deadline);
  }

  /** Of all answers. */
  get bytes(): number {
    return this.cache.bytes;
  }

  /** Sends what is cached. Otherwise it notes on the request what `execute` may cache. */
  async send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const lookup = await this.lookup(request);
    if (lookup === undefined) return undefined;
    const { record } = request;
    const result = this.cache.get(lookup);
    if (result !== undefined) record.operation = result.operation;
    if (request.method === 'GET' && namesTag(request.headers['if-none-match'], lookup)) {
      record.cache = 'not_modified';
      return reply.code(304).headers(validators(lookup, request)).send();
    }
    record.cache = result === undefined ? 'miss' : 'hit';
    if (result !== undefined) return reply.code(result.status).headers(result.headers).send(result.body);
    request.lookup = lookup;
    return undefined;
  }

  /** Executes a request, once for all equal ones of this moment. `left` aborts when the client has left. */
  async execute(lookup: Lookup, reply: FastifyReply, execute: Execute, left: AbortSignal): Promise<FastifyReply> {
    const { record } = reply.request;
    record.cache = 'shared';
    const executed = async (cancel: Cancel) => {
      record.cache = 'miss';
      return resultOf(lookup, reply, await execute(cancel));
    };
    const { status, headers, body, operation, codes } = await this.cache.execute(lookup, executed, left);
    record.operation = operation;
    for (const code of codes) record.codes.add(code);
    return reply.code(status).headers(headers).send(body);
  }

  /** Undefined also when the store does not report its end in time: the execution reports why. */
  private async lookup(request: FastifyRequest): Promise<Lookup | undefined> {
    const key = requestKey(request, this.service.isByMeaning);
    if (key === undefined) return undefined;
    const { log, today } = this.service;
    const day = today();
    const end = await log()
      .last.within(this.delay())
      .catch(() => undefined);
    if (end === undefined) return undefined;
    const { sequence, recordedAt } = end;
    return { key, sequence, state: `${sequence} ${recordedAt} ${day}` };
  }

  /** A graph on the embedded engine has no other writer while this process has it open. */
  private delay(): number {
    return loadedGraph(this.service.readiness).engine === 'embedded' ? Infinity : this.settings.delay;
  }
}

/** The headers of an answer; all others belong to the request for which it was executed. */
const kept = ['content-type', 'cache-control', 'retry-after'];

function resultOf(lookup: Lookup, reply: FastifyReply, text: unknown): Result {
  const sent = reply.getHeaders() as Record<string, string>;
  const headers = Object.fromEntries(kept.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]])));
  const { operation, codes } = reply.request.record;
  const result = { status: reply.statusCode, headers, body: Buffer.from(String(text)), operation, codes };
  return isSuccess(result) ? { ...result, headers: { ...headers, ...validators(lookup, reply.request) } } : result;
}

/** What a client or a proxy needs to ask whether an answer is still right; it must always ask. What anyone may read, a shared cache may keep. */
const validators = (lookup: Lookup, { account }: FastifyRequest) => ({
  etag: tagOf(lookup),
  'cache-control': account === undefined ? 'public, no-cache' : 'private, no-cache',
  vary: 'accept, accept-encoding, authorization',
});

/** Weak, since two executions differ in the time that they report. */
function tagOf({ key, state, sequence }: Lookup): string {
  const hash = createHash('sha256').update(`${modelVersion} ${state} ${key}`).digest('base64url');
  return `W/"${sequence}-${hash.slice(0, 22)}"`;
}

const namesTag = (header: string | undefined, lookup: Lookup): boolean =>
  header !== undefined && header.split(',').some((tag) => weak(tag.trim()) === tagOf(lookup));

/** Proxies that compress may turn a tag from strong to weak, or leave out the mark. */
const weak = (tag: string): string => (tag.startsWith('W/') ? tag : `W/${tag}`);
