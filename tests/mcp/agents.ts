/** Agents of the tests: a client of the SDK, and its calls of tools. */
import { Client, StreamableHTTPClientTransport, type ClientOptions } from '@modelcontextprotocol/client';

export type Arguments = Readonly<Record<string, unknown>>;

/** Calls a tool and gives its structured content. Throws with the text of a tool error. */
export type Call = (tool: string, given: Arguments) => Promise<any>;

export async function connected(
  url: string,
  { headers = {}, ...options }: ClientOptions & { headers?: Record<string, string> } = {},
): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, options);
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }));
  return client;
}

/** The newest version of the protocol, which the client speaks when it finds that the server does. */
export const newest: ClientOptions = { versionNegotiation: { mode: 'auto' } };

export const callOf =
  (client: Client): Call =>
  async (tool, given) => {
    const { content, structuredContent, isError } = await client.callTool({ name: tool, arguments: { ...given } });
    const [first] = content as { text: string }[];
    if (isError === true) throw new Error(first?.text);
    return structuredContent;
  };

/** The text of the error that a tool gives. */
export const refusalOf = async (call: Call, tool: string, given: Arguments): Promise<string> =>
  call(tool, given).then(
    () => 'no error',
    (error: Error) => error.message,
  );
