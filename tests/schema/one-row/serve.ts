/** The service over an empty graph in memory, open to writes, with exports of it under /files/FORMAT: for the source that lies beside this folder. */
import { pino } from 'pino';
import { formats, type FormatName } from '../../../src/export/formats.js';
import { GraphReader } from '../../../src/export/graph-reader.js';
import { importReceived } from '../../../src/import/received.js';
import { openAnyGraph } from '../../../src/open-graph.js';
import { createApp } from '../../../src/server/app.js';
import { parseSettings } from '../../../src/settings/settings.js';

const graph = await openAnyGraph(parseSettings({ POLICYGRAPH_DATA: ':memory:' }));
await graph.prepare();
const authenticate = async () => ({ id: 'test', role: 'EDITOR' as const });
const logger = pino({ level: 'warn' }, pino.destination(2));
const app = await createApp({ graph }, { logger, authenticate, importer: importReceived });
app.get<{ Params: { format: FormatName } }>('/files/:format', async ({ params }) => {
  const format = formats[params.format];
  const parts: string[] = [];
  if ('file' in format) for await (const text of (await format.file())(new GraphReader(graph))) parts.push(String(text));
  else for await (const { file, text } of (await format.folder())(new GraphReader(graph), '')) parts.push(`${file}: ${text}`);
  return parts.join('');
});
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
