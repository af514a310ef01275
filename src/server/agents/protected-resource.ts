/** Where clients get a token for /mcp: the metadata of RFC 9728, and the challenge that leads to it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PublicAddress } from '../address/public-address.js';

/** With the path of the resource behind it, as the RFC derives the address, and without. */
const metadataPaths = ['/.well-known/oauth-protected-resource/mcp', '/.well-known/oauth-protected-resource'] as const;

/** Serves the metadata, when there is an issuer of tokens. They hold no data of the graph: everybody may have them. */
export function addProtectedResource(app: FastifyInstance, address: PublicAddress, issuer: string | undefined): void {
  if (issuer === undefined) return;
  for (const path of metadataPaths)
    app.get(path, async ({ raw }, reply) =>
      reply.header('cache-control', 'no-cache').send({
        resource: `${address.urlOf(raw) ?? ''}/mcp`,
        authorization_servers: [issuer],
        bearer_methods_supported: ['header'],
        resource_name: 'PolicyGraph',
      }),
    );
}

/** The value of WWW-Authenticate for a request to /mcp. */
export function challengeOf({ raw, headers }: FastifyRequest, address: PublicAddress): string {
  const wrong = headers.authorization === undefined ? '' : 'error="invalid_token", ';
  return `Bearer ${wrong}resource_metadata="${address.urlOf(raw) ?? ''}${metadataPaths[0]}"`;
}
