/** The schema as a text, for tools that generate code: GET /graphql/schema.graphql. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { root } from '../root.js';

/** The file that the tests hold equal to the schema of the service. */
export const schemaText = (): string => readFileSync(new URL('schema.graphql', root), 'utf8');

export function addSchemaFile(app: FastifyInstance): void {
  const text = schemaText();
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  app.get('/graphql/schema.graphql', async ({ headers }, reply) => {
    void reply.headers({ etag, 'cache-control': 'no-cache', vary: 'accept-encoding' });
    if (headers['if-none-match']?.includes(etag) === true) return reply.code(304).send();
    return reply.type('text/plain; charset=utf-8').send(text);
  });
}
