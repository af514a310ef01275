/**
 * `npm run bench -- seeing`: what the log and the metrics take of a request, in processor time, which a busy machine hardly changes. Two services answer the same
 * operations in turns, one quiet, one that logs each and is scraped; recording and counting, which both do, is measured alone.
 */
import { pino } from 'pino';
import { findAnchors } from '../anchors.js';
import { Metrics } from '../../src/server/metrics/metrics.js';
import { Reporter } from '../../src/server/telemetry/reporter.js';
import type { Options } from '../options.js';
import { processorTime } from '../processes.js';
import { post, stopServer, type Server } from '../servers.js';
import { shapes } from '../shapes/shapes.js';
import { digits, table } from '../statistics.js';
import { startService } from './service.js';

const [rounds, requests, statements, scrapes] = [31, 400, 3, 100];

export async function seeing(options: Options): Promise<void> {
  const quiet = await startService(options, [], { name: 'quiet', env: { LOG_LEVEL: 'warn', POLICYGRAPH_METRICS: 'off' } });
  const seen = await startService(options, [], { name: 'seen', env: { LOG_LEVEL: 'info', POLICYGRAPH_METRICS: 'local' } });
  const ask = async (query: string, variables: object) => (await post(quiet.url, JSON.stringify({ query, variables }))).data;
  const anchors = await findAnchors(ask, 1, '');
  const bodies = shapes.map(({ query, variables }) => JSON.stringify({ query, variables: variables(anchors) }));
  const times: { readonly quiet: number; readonly seen: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0 ? quiet : seen;
    const [one, other] = [await timeOf(first, bodies), await timeOf(first === quiet ? seen : quiet, bodies)];
    times.push(first === quiet ? { quiet: one, seen: other } : { quiet: other, seen: one });
  }
  const scrape = await scrapeTime(seen);
  await Promise.all([stopServer(quiet), stopServer(seen)]);
  const mean = (which: 'quiet' | 'seen') => times.reduce((sum, each) => sum + each[which], 0) / times.length;
  const [without, ratio] = [mean('quiet'), mean('seen') / mean('quiet')];
  const counting = countingTime();
  const rows = [
    ['a request, quiet', digits(1_000 * without), ''],
    ['a line of the log', digits(1_000 * without * (ratio - 1)), `${(100 * (ratio - 1)).toFixed(1)} %`],
    ['record and counters', digits(1_000 * counting), `${((100 * counting) / without).toFixed(1)} %`],
  ];
  console.log(table(['processor time', 'µs', 'of a request'], rows));
  console.log(`\nA scrape of the metrics takes ${digits(scrape)} ms.`);
}

/** Milliseconds of processor time for one request. */
async function timeOf({ pid, url }: Server, bodies: readonly string[]): Promise<number> {
  const before = processorTime(pid);
  for (let sent = 0; sent < requests; sent++) await post(url, bodies[sent % bodies.length] ?? '');
  return (processorTime(pid) - before) / requests;
}

/** Milliseconds of processor time for one scrape. */
async function scrapeTime({ pid, url }: Server): Promise<number> {
  const before = processorTime(pid);
  for (let index = 0; index < scrapes; index++) await (await fetch(new URL('/metrics', url))).text();
  return (processorTime(pid) - before) / scrapes;
}

/** Milliseconds of processor time to record and count one operation with some statements. */
function countingTime(): number {
  const reporter = new Reporter(pino({ level: 'warn' }), new Metrics());
  const count = 20_000;
  const arrival = { transport: 'http', headers: {}, method: 'POST', route: '/graphql' } as const;
  const before = process.cpuUsage();
  for (let index = 0; index < count; index++) {
    const record = reporter.begin(String(index), arrival);
    record.operation = { name: 'Pilot', type: 'query', document: 'hash' };
    for (let each = 0; each < statements; each++)
      void record.statement({ engine: 'embedded', name: 'x', operation: 'read' }, async () => undefined);
    reporter.end(record, { status: 200 });
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / count;
}
