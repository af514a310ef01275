/** A receiver of traces by OTLP over HTTP with JSON, as a collector is one. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly status: { readonly code?: number };
}

export interface Receiver {
  readonly url: string;
  /** Spans, and the text of all that came. */
  readonly spans: ReceivedSpan[];
  readonly texts: string[];
  readonly close: () => void;
}

export async function otlpReceiver(): Promise<Receiver> {
  const [spans, texts]: [ReceivedSpan[], string[]] = [[], []];
  const server = createServer(async (request, response) => {
    const body = (await json(request)) as any;
    texts.push(`${request.url} ${JSON.stringify(body)}`);
    for (const { scopeSpans } of body.resourceSpans)
      for (const { spans: received } of scopeSpans)
        for (const span of received)
          spans.push({ ...span, attributes: Object.fromEntries(span.attributes.map(({ key, value }: any) => [key, Object.values(value)[0]])) });
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }); // prettier-ignore
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, spans, texts, close: () => void server.close() };
}
