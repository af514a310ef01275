import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Short and of plain letters, so that it is safe in every log. */
const valid = /^[\w.:+/=@-]{1,128}$/;

/** The id of a request: that of its header `X-Request-Id`, or a new one where the header is missing or not safe to log. */
export function requestIdOf({ 'x-request-id': id }: IncomingHttpHeaders): string {
  return typeof id === 'string' && valid.test(id) ? id : randomUUID();
}
