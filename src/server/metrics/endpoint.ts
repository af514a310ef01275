/** `GET /metrics`, in the text format of Prometheus. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { unknownUrl } from '../http-errors.js';
import type { Metrics } from './metrics.js';

/** Who may read the metrics on the port of the service: nobody, programs on the same machine, or everybody. */
export type MetricsAccess = 'off' | 'local' | 'open';

/** Adds the metrics to the port of the service. */
export function addMetrics(app: FastifyInstance, metrics: Metrics, access: MetricsAccess): void {
  if (access === 'off') return;
  app.get('/metrics', async (request, reply) => {
    if (access === 'local' && !isLocal(request.raw)) throw unknownUrl();
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.registry.contentType)
      .send(await metrics.registry.metrics());
  });
}

/** Serves the metrics on an address of their own, and nothing else. */
export async function listenForMetrics(metrics: Metrics, { host, port }: { host: string; port: number }): Promise<Server> {
  const server = createServer(async ({ method, url }, response) => {
    if (method !== 'GET' || url?.split('?', 1)[0] !== '/metrics') return response.writeHead(404).end();
    const text = await metrics.registry.metrics().catch(() => undefined);
    if (text === undefined) return response.writeHead(500).end();
    return response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text);
  });
  server.listen(port, host).unref();
  await once(server, 'listening');
  return server;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

const isLoopback = (address: string): boolean =>
  isIP(address) === 0 ? address === 'localhost' : loopback.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');

/** What proxies add to the requests that they pass on. */
const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/** A proxy on this machine connects from here too, for callers that are elsewhere: it is recognised by its headers, its HTTP/1.0 or the name of the host. */
function isLocal({ socket, headers, httpVersion }: IncomingMessage): boolean {
  const host = `http://${headers.host}`;
  const hostname = URL.canParse(host) ? new URL(host).hostname : '';
  return (
    isLoopback(socket.remoteAddress ?? '') &&
    isLoopback(hostname.replace(/^\[|\]$/g, '')) &&
    httpVersion !== '1.0' &&
    !forwarding.some((name) => name in headers)
  );
}
