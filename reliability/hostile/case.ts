/** Requests that are made to hurt, and what each must get. */

/** Who sends it: accounts that the service of a run knows, or nobody. */
export type Sender = 'reader' | 'editor' | 'admin' | 'counter' | 'expired' | 'revoked';

export interface HttpRequest {
  readonly method?: string;
  /** By default /graphql, with `search` after it. */
  readonly path?: string;
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  readonly as?: Sender;
}

/** What is written to a connection as it is; `{host}` is the host of the service. */
interface RawRequest {
  readonly bytes: string | Uint8Array;
}

/** A WebSocket that sends the first message at once, and the others when the service is ready for them. */
interface SocketRequest {
  readonly messages: readonly (string | Uint8Array)[];
  readonly path?: string;
  readonly protocol?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Request = HttpRequest | RawRequest | SocketRequest;

export interface Hostile {
  readonly name: string;
  /** Made when it is sent: some are large. */
  readonly request: () => Request;
  /** Of the HTTP answer; the close code of a WebSocket; 200 where a WebSocket gets an error and is kept. */
  readonly status: number;
  /** The code of the first error. By default the answer has no errors. */
  readonly code?: string;
  /** What the message must say. */
  readonly message?: RegExp;
  /** What the answer must hold. */
  readonly data?: unknown;
  /** The work grows with the graph: another graph than the built-in one may answer it, refuse it by its price, or end it at the deadline. */
  readonly isPriced?: true;
  /** The most characters of an answer with errors; by default 10,000. */
  readonly longest?: number;
  /** Too slow for each run of the tests: only whole runs send it. */
  readonly isLong?: true;
  /** Why the expected answer cannot be had yet. */
  readonly pending?: string;
  /** The most that it may keep others waiting, in milliseconds, and the most memory that it may take, in MB; by default 50 and 30. */
  readonly most?: { readonly stall?: number; readonly memory?: number };
}

export const json = { 'content-type': 'application/json' };
export const times = (count: number, text: string) => text.repeat(count);
export const each = (count: number, item: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => item(index)).join(' ');
export const list = (count: number, item: string) => Array.from({ length: count }, () => item).join();

/** A body that is sent as it is. */
export const raw =
  (body: string | Uint8Array, headers: Readonly<Record<string, string>> = json) =>
  (): HttpRequest => ({ method: 'POST', headers, body });
export const query = (text: string, variables?: unknown, as?: Sender) => (): HttpRequest => ({
  ...raw(JSON.stringify({ query: text, variables }))(),
  ...(as === undefined ? {} : { as }),
});

/** Depth of a filter: `{not: {not: … {}}}`. */
export function nested(depth: number, open: string, close: string, inmost = '{}'): string {
  return times(depth, open) + inmost + times(depth, close);
}

export const filtered = 'query($where: RegionFilter) { regions(where: $where) { totalCount } }';
export const withFilter = (where: string) => raw(`{"query":${JSON.stringify(filtered)},"variables":{"where":${where}}}`);
export const page = 'query($first: Int) { regions(first: $first) { totalCount } }';

export const tooExpensive = { status: 400, code: 'QUERY_TOO_EXPENSIVE' };
export const invalid = { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' };
export const unparsed = { status: 400, code: 'GRAPHQL_PARSE_FAILED' };
export const badInput = { status: 400, code: 'BAD_USER_INPUT' };
export const badRequest = { status: 400, code: 'BAD_REQUEST' };
export const unsupported = { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' };
export const tooLarge = { status: 413, code: 'BODY_TOO_LARGE' };
export const unauthenticated = { status: 401, code: 'UNAUTHENTICATED' };
export const forbidden = { status: 403, code: 'FORBIDDEN' };
export const notFound = { status: 404, code: 'NOT_FOUND' };
export const notAllowed = { status: 405, code: 'BAD_REQUEST' };
export const tooDeep = { ...badRequest, message: /nests too deeply: at most 32 levels/ };
export const bounds = /first must not be (less than 1|greater than 100)/;
