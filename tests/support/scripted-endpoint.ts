/** A server that answers as a test says, in the place of a server of models. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: any;
}

export type Answer = (response: ServerResponse, request: ReceivedRequest) => unknown;

/** The same, ending with the test. */
export async function scriptedEndpoint(...script: readonly Answer[]) {
  const endpoint = await openEndpoint(...script);
  onTestFinished(endpoint.close);
  return endpoint;
}

/** One entry for each request, the last one for all that follow. */
export async function openEndpoint(...script: readonly Answer[]) {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    response.on('error', () => undefined);
    const request = { path: incoming.url ?? '', headers: incoming.headers, body: JSON.parse(await text(incoming)) };
    const answer = script[Math.min(requests.push(request), script.length) - 1];
    await answer?.(response, request);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, requests, close };
}

/** An answer of JSON. */
export const json =
  (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
