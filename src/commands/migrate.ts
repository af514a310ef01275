import { modelVersion } from '../graph/model-version.js';
import type { Graph } from '../graph/port.js';
import { storeVersion, stepsFrom } from '../migrations/store-version.js';
import { upgrade } from '../migrations/upgrade.js';
import { reachGraph } from '../open-graph.js';
import type { Settings } from '../settings/settings.js';
import { graphIsThere } from './graph-there.js';
import { ProgressBar } from './progress-bar.js';
import type { Report } from './report.js';

/** Upgrades the graph of the settings to the model version of this program, or says what an upgrade would do. Throws a GraphError. */
export async function migrate(settings: Settings, { dryRun }: { readonly dryRun: boolean }): Promise<Report> {
  if (!graphIsThere(settings))
    return { lines: [`There is no graph yet: it will begin with model version ${modelVersion}`], ok: true };
  const graph = await reachGraph(settings);
  try {
    const { version, isUpgrading } = await storeVersion(graph);
    const steps = stepsFrom(version).map(({ to, title }) => `  ${to}: ${title}`);
    if (dryRun && steps.length > 0)
      return {
        lines: [
          `Model version ${version}; ${isUpgrading ? 'an upgrade was interrupted, and would go on' : 'an upgrade would bring'}:`,
          ...steps,
        ],
        ok: true,
      };
    const lines = dryRun ? [] : await run(graph);
    return { lines: steps.length === 0 ? [`Model version ${version} is the newest: nothing to do`] : lines, ok: true };
  } finally {
    await graph.close();
  }
}

async function run(graph: Graph): Promise<string[]> {
  const bar = new ProgressBar(process.stderr);
  const began = performance.now();
  let [step, items] = ['', 0];
  try {
    const { from, to, copy } = await upgrade(graph, {
      onProgress: (progress) => {
        const next = `version ${progress.to}, ${progress.pass}:`;
        items = next === step ? items + progress.items : progress.items;
        step = next;
        bar.show(step, items);
      },
    });
    const kept = copy === undefined ? [] : [`The graph as it was is in ${copy}`];
    return [`Upgraded from model version ${from} to ${to} in ${((performance.now() - began) / 1000).toFixed(1)} s`, ...kept];
  } finally {
    bar.end();
  }
}
