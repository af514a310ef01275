import { setTimeout as after } from 'node:timers/promises';
import { isPassing } from '../graph/errors.js';
import { loadBuiltIn } from '../import/built-in.js';
import { openAnyGraph } from '../open-graph.js';
import type { Readiness } from '../server/readiness.js';
import type { Settings } from '../settings/settings.js';
import { say } from './say.js';
import { bringUpToDate } from './upgrade.js';

/** In milliseconds. */
const pauseBetweenLoads = 500;

/** Loads the graph, as often as it takes while its store cannot be reached: meanwhile the service is live, and reports why it is not ready. */
export async function loadWhenReachable(readiness: Readiness, settings: Settings): Promise<void> {
  for (;;) {
    try {
      await load(readiness, settings);
      delete readiness.failure;
      return;
    } catch (error) {
      if (!isPassing(error) || readiness.isClosing === true) throw error;
      if (readiness.failure?.message !== error.message) say(`${error.message} Waiting for it …`);
      readiness.failure = error;
      await after(pauseBetweenLoads);
    }
  }
}

/** Opens the graph, upgrades it and loads the built-in data. */
export async function load(readiness: Readiness, settings: Settings): Promise<void> {
  const graph = await openAnyGraph(settings);
  readiness.opened = graph;
  try {
    say(
      settings.neo4j === undefined
        ? `Embedded graph in ${settings.data === ':memory:' ? 'memory' : settings.data}`
        : `Neo4j ${await graph.version()}`,
    );
    await bringUpToDate(graph, settings);
    await graph.prepare((step) => say(`  ${step}`));
    const { outcome, dataVersion, addedClaims, retractedClaims, entities } = await loadBuiltIn(graph, (step) =>
      say(`  ${step} …`),
    );
    if (outcome === 'current') say(`Built-in data ${dataVersion} is in place`);
    else
      say(
        `Built-in data ${dataVersion} ${outcome}: ${entities} entities, ${addedClaims} new claims${retractedClaims === 0 ? '' : `, ${retractedClaims} retracted`}`,
      );
    readiness.graph = graph;
  } catch (error) {
    await graph.close();
    throw error;
  }
}
