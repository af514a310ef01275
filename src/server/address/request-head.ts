/** What the head of a request must be before anything of it is believed. */
import type { IncomingMessage } from 'node:http';
import { GraphError } from '../../graph/errors.js';
import { limits } from '../../limits.js';
import type { PublicAddress } from './public-address.js';

const maxHeaders = limits.request.headerLines.value;

/** A name, an IPv4 address, or an IPv6 address in brackets; with a port or without. */
const hostForm = /^(?:\[[\da-f:.]+\]|[\w.~%!$&'()*+,;=-]+)(?::\d{0,5})?$/i;

/** Why the head of a request is refused. */
export function refusedHead(request: IncomingMessage, address: PublicAddress): GraphError | undefined {
  const { rawHeaders } = request;
  if (rawHeaders.length > 2 * maxHeaders)
    return new GraphError('HEADERS_TOO_LARGE', `The request has ${rawHeaders.length / 2} headers: at most ${maxHeaders}.`);
  return malformedHost(request) ?? foreignHost(request, address) ?? unmetExpectation(request);
}

/** HTTP/1.1 requires one Host, and a request with two would be read in two ways. */
function malformedHost({ rawHeaders, headers, httpVersion }: IncomingMessage): GraphError | undefined {
  const count = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
  if (count > 1) return new GraphError('BAD_REQUEST', 'The request has more than one Host header: send one.');
  if (count === 0)
    return httpVersion === '1.0' ? undefined : new GraphError('BAD_REQUEST', 'The request has no Host header: send one.');
  if (hostForm.test(headers.host ?? '')) return undefined;
  return new GraphError('BAD_REQUEST', 'The Host header must be a host such as "localhost:4000".');
}

/** A site can point a name of its own at this service, so that its pages may read the answers: they still name that host. */
function foreignHost(request: IncomingMessage, address: PublicAddress): GraphError | undefined {
  const host = address.hostOf(request);
  if (host === undefined || address.serves(host) || address.pathOf(request).startsWith('/health/')) return undefined;
  return new GraphError(
    'MISDIRECTED_REQUEST',
    `The host ${JSON.stringify(host.slice(0, 100))} is not served here: POLICYGRAPH_HOSTS lists the hosts of this service.`,
  );
}

/** Node hands over whatever only contains the one expectation that it knows. */
function unmetExpectation({ headers: { expect }, httpVersion }: IncomingMessage): GraphError | undefined {
  return expect === undefined || httpVersion === '1.0' || /^100-continue$/i.test(expect) ? undefined : unknownExpectation();
}

export const unknownExpectation = () =>
  new GraphError('EXPECTATION_FAILED', 'The only expectation that is supported is 100-continue.');

/** Pages of other sites can send some requests with the credentials that a browser or proxy adds, although they cannot read the answer. */
export function foreignOrigin(request: IncomingMessage, address: PublicAddress): GraphError | undefined {
  const { origin } = request.headers;
  if (origin === undefined || address.isOwn(origin, request) || address.allows(origin)) return undefined;
  return new GraphError(
    'FORBIDDEN',
    'Pages of other sites may not follow changes, import files or use /mcp: POLICYGRAPH_CORS lists the origins whose pages may.',
  );
}
