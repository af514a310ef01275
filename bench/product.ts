/** The built PolicyGraph: what users run, and what the bench measures. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type * as graphModule from '../src/open-graph.js';
import type * as appModule from '../src/server/app.js';
import type * as settingsModule from '../src/settings.js';

export const root = fileURLToPath(new URL('../', import.meta.url));
export const out = fileURLToPath(new URL('out/', import.meta.url));

/** What the processes of the bench use of dist/, under the types of its sources. */
export async function product() {
  const load = <T>(path: string): Promise<T> => import(new URL(`../dist/${path}`, import.meta.url).href) as Promise<T>;
  const { openGraph } = await load<typeof graphModule>('open-graph.js');
  const { parseSettings } = await load<typeof settingsModule>('settings.js');
  const { createApp } = await load<typeof appModule>('server/app.js');
  return { openGraph: () => openGraph(parseSettings(process.env)), createApp };
}

/** The arguments of `node` in the npm script `start`. */
export function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').slice(1);
}
