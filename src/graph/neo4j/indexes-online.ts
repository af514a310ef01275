import { setTimeout as sleep } from 'node:timers/promises';
import { GraphError } from '../errors.js';
import { query, type Statement } from '../query.js';

interface Populating {
  readonly name: string;
  readonly state: string;
  readonly percent: number;
  readonly failure: string | null;
}

const populating = query<{ online: string }, Populating>('schema/populating');

/** In milliseconds. */
const [pause, betweenReports] = [200, 10_000];

/**
 * Waits until Neo4j has filled its indexes, however long that takes, and reports how far they are. Throws where Neo4j gave one up.
 * Many short reads: one that waited would be ended by the time limit of reads.
 */
export async function indexesOnline(
  read: (statement: Statement<Populating>) => Promise<Populating[]>,
  report: (step: string) => void = () => undefined,
): Promise<void> {
  for (let reportAt = Date.now(); ; await sleep(pause)) {
    const waiting = await read(populating({ online: 'ONLINE' }));
    const failed = waiting.find(({ state }) => state === 'FAILED');
    if (failed !== undefined) throw failure(failed);
    if (waiting.length === 0) return;
    if (Date.now() < reportAt) continue;
    report(`Neo4j fills ${waiting.map(({ name, percent }) => `${name} (${Math.floor(percent)} %)`).join(', ')} …`);
    reportAt = Date.now() + betweenReports;
  }
}

const failure = ({ name, failure }: Populating): GraphError =>
  new GraphError('INTERNAL', `Neo4j could not fill its index ${name}; drop it, and start again.`, { cause: failure });
