/** MCP over streamable HTTP, without sessions: each request is served by a server of its own. */
import {
  WebStandardStreamableHTTPServerTransport,
  createMcpHandler,
  isLegacyRequest,
  type McpServerFactory,
} from '@modelcontextprotocol/server';
import type { Api } from './api.js';
import { mcpServer } from './server.js';

/** Answers one POST whose body is parsed. Clients of the protocol before 2026 get JSON too, since nothing is sent before the result. */
export async function answerPost(request: Request, body: unknown, api: Api): Promise<Response> {
  const factory: McpServerFactory = () => mcpServer(api);
  if (await isLegacyRequest(request, body)) return answerBefore2026(request, body, api);
  const handler = createMcpHandler(factory, { legacy: 'reject', maxSubscriptions: 0, keepAliveMs: 0 });
  return handler.fetch(request, { parsedBody: body });
}

async function answerBefore2026(request: Request, body: unknown, api: Api): Promise<Response> {
  const server = mcpServer(api);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  try {
    await server.connect(transport);
    return await transport.handleRequest(request, { parsedBody: body });
  } finally {
    await server.close();
  }
}
