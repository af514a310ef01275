/** The built PolicyGraph: what users run, and what the bench measures. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));
export const out = fileURLToPath(new URL('out/', import.meta.url));

/** What the processes of the bench use of PolicyGraph. Loaded when it is called: most of the bench only starts processes. */
export async function product() {
  const { openGraph } = await import('../src/open-graph.js');
  const { parseSettings } = await import('../src/settings/settings.js');
  const { createApp } = await import('../src/server/app.js');
  return { openGraph: () => openGraph(parseSettings(process.env)), createApp };
}

/** The arguments of `node` in the npm script `start`. */
export function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').slice(1);
}
