import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Variables } from '../shapes/shape.js';

/** `POST` of an operation behind bare `node:http`: `answer` gives the JSON text for its name and variables. */
export function serveBare(
  answer: (operation: string, variables: Variables) => Promise<string>,
  close: () => Promise<void>,
): void {
  const respond = async (request: IncomingMessage) => {
    const { operationName, variables } = JSON.parse(await text(request)) as { operationName: string; variables: Variables };
    return Buffer.from(await answer(operationName, variables));
  };
  const server = createServer((request, response) => {
    respond(request).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(Number(process.env['PORT']), '127.0.0.1');
  process.on('SIGTERM', () => {
    server.closeAllConnections();
    server.close(() => void close());
  });
}
