/** Compressed answers, for clients that accept them. Nothing secret is next to what a caller sends, so their lengths reveal nothing. */
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** What fits one packet gains nothing. */
const threshold = 1_400;
/** Larger answers are compressed in a thread, smaller ones at once: a thread would cost more. */
const syncThreshold = 50_000;

/** Besides what is known to be text. */
const customTypes = /^text\/(?!event-stream)|[+/](?:json|jsonl|xml|n-triples)(?:;|$)/;

/** Before the routes whose answers it compresses. Events are sent past it, and bodies of requests stay uncompressed. */
export async function addCompression(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    threshold,
    syncThreshold,
    customTypes,
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
}
