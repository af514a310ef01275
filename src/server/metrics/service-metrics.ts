import type { ChangeLog } from '../../changesets/log.js';
import { failureOf } from '../health.js';
import { loadedGraph, type Readiness } from '../readiness.js';
import type { Metrics } from './metrics.js';

export interface Measured {
  readonly readiness: Readiness;
  readonly log: () => ChangeLog;
  /** Operations that run, and that wait for their turn. */
  readonly admission: { readonly load: Readonly<Record<'running' | 'waiting', number>> };
  /** Undefined where no result is cached. */
  readonly cache: { readonly bytes: number } | undefined;
  /** Entities that search by meaning has yet to look at; undefined without it. */
  readonly embeddingsLeft: (() => number) | undefined;
}

/** How old the number of the last changeset may be, in milliseconds. */
const maxAge = 10_000;

/** The state of the service, which is read when the metrics are. */
export function addServiceMetrics(metrics: Metrics, { readiness, log, admission, cache, embeddingsLeft }: Measured): void {
  const setup = () => readiness.setup?.problems(readiness.graph) ?? [];
  metrics.gauge('ready', 'Whether the service can answer operations: 1, or 0.', async () =>
    Number((await failureOf(readiness)) === undefined),
  );
  metrics.gauges('degraded', 'Settings without effect, such as a missing archive.', 'setting', () =>
    Object.fromEntries(setup().map(({ setting }) => [setting, 1])),
  );
  metrics.gauges('operations', 'Operations that run, and that wait for their turn.', 'state', () => admission.load);
  metrics.gauges(
    'store_places',
    'Places for statements in the store: connections of Neo4j, or threads of the embedded engine (in_use, free), and who waits for one (waiting).',
    'state',
    () => ({ ...readiness.graph?.load?.() }),
  );
  metrics.gauge('last_changeset', 'The number of the last changeset that this process has seen.', () => lastOf(readiness, log));
  metrics.gauge('embeddings_left', 'Entities that search by meaning has yet to look at.', () => embeddingsLeft?.());
  metrics.gauge('cache_bytes', 'Bytes of cached answers.', () => cache?.bytes);
}

async function lastOf(readiness: Readiness, log: () => ChangeLog): Promise<number | undefined> {
  try {
    loadedGraph(readiness);
    return (await log().last.within(maxAge)).sequence;
  } catch {
    return undefined;
  }
}
