import type { FastifyRequest } from 'fastify';
import { GraphError } from '../graph/errors.js';
import type { PublicAddress } from './address/public-address.js';

/** A link or form on a page of another site would have the service work for its visitors. Browsers say where a request comes from. */
export function mustBeOwnSite({ headers }: FastifyRequest, address: PublicAddress, message: string): void {
  if (headers.origin !== undefined && address.allows(headers.origin)) return;
  if (headers['sec-fetch-site'] === 'cross-site' || headers['sec-fetch-site'] === 'same-site')
    throw new GraphError('BAD_REQUEST', message);
}
