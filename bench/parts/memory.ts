/** `npm run bench -- memory`: resident memory when ready, and after 10,000 mixed queries. */
import type { Options } from '../options.js';
import { residentMemory } from '../processes.js';
import { post, stopServer } from '../servers.js';
import { findAnchors } from '../anchors.js';
import { shapes } from '../shapes/shapes.js';
import { table } from '../statistics.js';
import { expensiveRequests } from './expensive.js';
import { mixedQueries } from './mixed-queries.js';
import { startService } from './service.js';

const queries = 10_000;
/** One of so many is expensive. */
const expensiveShare = 100;
const together = 8;

export async function memory(options: Options): Promise<void> {
  const server = await startService(options);
  const ask = async (query: string, variables: object) => (await post(server.url, JSON.stringify({ query, variables }))).data;
  const rows = [['ready', residentMemory(server.pid).toFixed(0)]];
  const anchors = await findAnchors(ask, 1);
  const mixed = await mixedQueries(ask);
  const send = async (number: number) => {
    const shape = shapes[number % shapes.length];
    const expensive = expensiveRequests[Math.floor(number / expensiveShare) % expensiveRequests.length];
    if (number % expensiveShare === 0) await ask(expensive?.query ?? '', {});
    else if (number % 2 === 0) await ask(shape?.query ?? '', shape?.variables(anchors) ?? {});
    else await ask(mixed(number).query, mixed(number).variables);
  };
  for (let sent = 0; sent < queries; sent += together) {
    await Promise.all(Array.from({ length: together }, (_, index) => send(sent + index)));
  }
  rows.push([`after ${queries.toLocaleString('en')} queries`, residentMemory(server.pid).toFixed(0)]);
  await stopServer(server);
  console.log(table(['', 'resident memory, MB'], rows));
}
