/** What is wrong with an answer to a hostile request. */
import { isDeepStrictEqual } from 'node:util';
import type { Hostile, Request } from './case.js';
import type { Reply } from './send.js';

/** What no answer may show: a stack, a path, an address of a store, a statement. */
const secrets = /\n\s+at |node_modules|\/src\/|\/dist\/|\/tmp\/|\/work\/|127\.0\.0\.1|bolt:|MATCH \(|RETURN |grafeo|neo4j/gi;

/** The most characters of a refusal. */
const longest = 10_000;

interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message?: unknown; readonly extensions?: { readonly code?: unknown } }[];
}

/** How a graph of any size may answer work that grows with it. */
const priced: readonly (readonly [status: number, code: string | undefined])[] = [
  [200, undefined],
  [400, 'QUERY_TOO_EXPENSIVE'],
  [504, 'TIMEOUT'],
];

/** What a service that sheds load may answer to one of many. */
const shed = [
  [503, 'UNAVAILABLE'],
  [503, 'OVERLOADED'],
  [504, 'TIMEOUT'],
] as const;

export interface Circumstances {
  /** The graph is the built-in one, whose answers are known. */
  readonly isBuiltIn?: boolean;
  /** Others are sent at the same time. */
  readonly isOneOfMany?: boolean;
}

/** Everything that is wrong, in words; nothing where the answer is as expected. */
export function faultsOf(
  expected: Hostile,
  sent: Request,
  { status, contentType, text }: Reply,
  { isBuiltIn = true, isOneOfMany = false }: Circumstances = {},
): string[] {
  const isShed = isOneOfMany && shed.some(([each]) => each === status);
  const byPrice = expected.isPriced && !isBuiltIn ? priced : [[expected.status, expected.code] as const];
  const allowed = isShed ? shed : byPrice;
  const found: string[] = [];
  const must = (holds: boolean, fault: string) => void (holds || found.push(fault));
  must(
    allowed.some(([each]) => each === status),
    `has the status ${status}, not ${allowed.map(([each]) => each).join(' or ')}`,
  );
  must(
    isShed || status < 500 || status === expected.status || status >= 1000 || status === 504,
    `is an error of the service: ${text.slice(0, 200)}`,
  );
  if (isSocketClosed(expected)) return found;
  must(/^(application\/(graphql-response\+)?json|text\/event-stream)/.test(contentType), `is ${contentType || 'of no type'}`);
  const answer = answerIn(text);
  if (answer === undefined) return [...found, `is no JSON: ${text.slice(0, 200)}`];
  const { data, errors = [] } = answer;
  const [first] = errors;
  const code = first?.extensions?.code;
  must(
    allowed.some(([, each]) => each === code),
    `has the code ${String(code)} (${String(first?.message).slice(0, 300)}), not ${allowed.map(([, each]) => each ?? 'none').join(' or ')}`,
  );
  if (first !== undefined) found.push(...shownBy(text, sent).map((secret) => `shows ${secret}`));
  must(errors.every(isShaped), 'has errors of another shape');
  must(first === undefined || text.length < (expected.longest ?? longest), `is a refusal of ${text.length} characters`);
  must(
    isShed || (expected.message?.test(String(first?.message)) ?? true),
    `says "${String(first?.message).slice(0, 300)}", not ${expected.message}`,
  );
  must(
    isShed || expected.data === undefined || isDeepStrictEqual(data, expected.data),
    `has the data ${JSON.stringify(data)?.slice(0, 300)}`,
  );
  return found;
}

/** Secrets in an answer; what the request itself said is none. */
function shownBy(text: string, sent: Request): string[] {
  const own = String('bytes' in sent ? sent.bytes : 'messages' in sent ? sent.messages.join() : sent.body);
  return [...new Set(text.match(secrets))].filter((secret) => !own.includes(secret));
}

/** A WebSocket that is closed has a code and a reason, and no answer. */
const isSocketClosed = ({ status }: Hostile): boolean => status >= 1000;

const isShaped = ({ message, extensions }: NonNullable<Answered['errors']>[number]): boolean =>
  typeof message === 'string' && message !== '' && typeof extensions?.code === 'string';

function answerIn(text: string): Answered | undefined {
  const json = /^event: next\ndata: (.*)$/m.exec(text)?.[1] ?? text;
  try {
    const answer = JSON.parse(json) as unknown;
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}
