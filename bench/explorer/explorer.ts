/** `npm run bench -- explorer`: the explorer in Chromium, on the built-in graph or another one. Figures are in bench/out/explorer.json too. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../../tests/support/browser.js';
import type { Options } from '../options.js';
import { startService } from '../parts/service.js';
import { out } from '../product.js';
import { post, stopServer } from '../servers.js';
import { hubsOf } from '../stalls/hubs.js';
import { digits, median, table } from '../statistics.js';
import { firstView } from './first-view.js';
import { framesOf, leastFrames, type Frames } from './frames.js';
import { mostEntities, viewsOf } from './views.js';
import { visit } from './visit.js';

export async function explorer(options: Options): Promise<void> {
  const server = await startService(options);
  const browser = await openBrowser([]);
  try {
    const origin = new URL(server.url).origin;
    const ask = async (query: string) => (await post(server.url, JSON.stringify({ query }))).data;
    const hubs = await hubsOf(ask);
    const views = await viewsOf(ask, hubs);
    const times = views.map(({ name }) => ({ name, milliseconds: [] as number[] }));
    await visit(browser, origin, views[0]!); // what the service reads once is not counted
    for (let round = 0; round < options.rounds; round += 1)
      for (const [index, view] of views.entries()) times[index]!.milliseconds.push(await visit(browser, origin, view));
    const bytes = await firstView(browser, origin);
    const frames = await framesOf(browser, origin, await mostEntities(ask, hubs));
    const medians = times.map(({ name, milliseconds }) => ({ name, milliseconds: median(milliseconds) }));
    writeFileSync(join(out, 'explorer.json'), `${JSON.stringify({ bytes, times: medians, frames }, undefined, 2)}\n`);
    console.log(reportOf(bytes, medians, frames));
  } finally {
    await browser.close();
    await stopServer(server);
  }
}

function reportOf(
  { requests, gzip, br }: Awaited<ReturnType<typeof firstView>>,
  times: readonly { readonly name: string; readonly milliseconds: number }[],
  frames: Frames,
): string {
  const kilobytes = (count: number) => digits(count / 1_000);
  const drawnBy = `WebGL: ${frames.renderer}${frames.isSoftware ? '. It is software: a graphics processor draws faster.' : ''}`;
  return [
    table(['first view', 'requests', 'gzip, kB', 'br, kB'], [['/', String(requests), kilobytes(gzip), kilobytes(br)]]),
    table(
      ['view', 'median, ms'],
      times.map(({ name, milliseconds }) => [name, digits(milliseconds)]),
    ),
    table(
      ['graph', `frames a second (limit: ${leastFrames})`, 'longest frame, ms', 'drawing at rest, ms'],
      frames.gestures.map(({ gesture, rate, longest, atRest }) => [
        `${gesture}, ${frames.entities} entities and ${frames.relations} relations`,
        digits(rate),
        digits(longest),
        digits(atRest),
      ]),
    ),
    drawnBy,
  ].join('\n\n');
}
