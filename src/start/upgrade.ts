import type { Graph } from '../graph/port.js';
import { mustBeCurrent, stepsFrom, storeVersion } from '../migrations/store-version.js';
import { upgrade, type Progress } from '../migrations/upgrade.js';
import type { Settings } from '../settings/settings.js';
import { say } from './say.js';

/** Upgrades a graph of an older model version, or refuses it where the settings say so. */
export async function bringUpToDate(graph: Graph, { migrate }: Settings): Promise<void> {
  if (migrate === 'off') return mustBeCurrent(graph);
  const { version } = await storeVersion(graph);
  const [next, ...others] = stepsFrom(version);
  const newest = others.at(-1) ?? next;
  if (newest !== undefined) say(`Model version ${version} is upgraded to ${newest.to}`);
  const began = performance.now();
  const { copy } = await upgrade(graph, { onProgress: progressLines() });
  if (newest === undefined) return;
  say(
    `Upgraded in ${((performance.now() - began) / 1000).toFixed(1)} s${copy === undefined ? '' : `; the graph as it was is in ${copy}`}`,
  );
}

/** A line for each pass, and one every ten seconds of a long one. */
function progressLines(): (progress: Progress) => void {
  let [current, items, shown] = ['', 0, 0];
  return (progress) => {
    const pass = `${progress.to} ${progress.pass}`;
    items = pass === current ? items + progress.items : progress.items;
    if (pass === current && performance.now() - shown < 10_000) return;
    [current, shown] = [pass, performance.now()];
    say(`  to version ${progress.to}: ${progress.pass}, ${items.toLocaleString('en')} looked at …`);
  };
}
