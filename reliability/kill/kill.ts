/** Kills the service at random moments of its start, its writes and its stop, and looks at what is left of each write. */
import { setTimeout as after } from 'node:timers/promises';
import { deferred } from '../../tests/support/deferred.js';
import { run, type Running } from '../../tests/support/process.js';
import { client } from '../soak/client.js';
import { change, importFile, statesOf, writeDocument, writeOf, type Write } from './writes.js';

export interface Kills {
  kills: number;
  /** How many of the kills were in a start, and in a stop; the others were in the midst of writes. */
  starts: number;
  stops: number;
  acknowledged: number;
  /** Writes without an answer that had landed all the same. */
  landed: number;
  /** Acknowledged writes that are missing. */
  readonly lost: string[];
  /** Writes of which only a part is left. */
  readonly torn: string[];
}

interface Options {
  readonly kills: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly key: string;
  /** Numbers of writes begin with it, so that runs on one store do not repeat them. */
  readonly series?: number;
  readonly report?: (kills: Kills) => void;
}

const writers = 3;

/** In milliseconds; of writes, after the first answer to one. */
const longest = { start: 1_500, writes: 1_000, stop: 400 };

export async function killed({ kills, settings, key, series = 0, report = () => undefined }: Options): Promise<Kills> {
  const found: Kills = { kills: 0, starts: 0, stops: 0, acknowledged: 0, landed: 0, lost: [], torn: [] };
  let open: Write[] = [];
  for (let round = 1; found.kills < kills; round += 1) {
    const service = run(settings);
    const moment = Math.random();
    if (moment < 0.15 && round > 1) await killAfter(service, longest.start, found, 'starts');
    else {
      const sender = client(await service.url, key);
      if (round === 1) await writeDocument(sender);
      await look(sender, open, found);
      open = await writeUntil(sender, series + round, async (answered) => {
        if (moment > 0.4) await answered;
        await (moment < 0.3 ? stopAndKill(service, found) : killAfter(service, longest.writes, found));
      });
      sender.close();
    }
    report(found);
  }
  await finalLook(settings, key, open, found);
  return found;
}

/** What became of writes, after a start that must succeed. */
async function finalLook(settings: Options['settings'], key: string, open: readonly Write[], found: Kills): Promise<void> {
  const service = run(settings);
  const sender = client(await service.url, key);
  await look(sender, open, found);
  sender.close();
  service.child.kill('SIGTERM');
  if ((await service.ended) !== 0) throw new Error(service.output.err);
}

async function look(sender: ReturnType<typeof client>, writes: readonly Write[], found: Kills): Promise<void> {
  const states = await statesOf(sender, writes);
  for (const [index, write] of writes.entries()) {
    const state = states[index];
    if (write.acknowledged) found.acknowledged += 1;
    else if (state === 'whole') found.landed += 1;
    if (state === 'torn') found.torn.push(write.id);
    if (state === 'missing' && write.acknowledged) found.lost.push(write.id);
  }
}

/** Writes from several connections at once, and imports beside them, until the service is dead. */
async function writeUntil(
  sender: ReturnType<typeof client>,
  round: number,
  kill: (answered: Promise<void>) => Promise<void>,
): Promise<Write[]> {
  const first = deferred();
  const writes: Write[] = [];
  const dead = new AbortController();
  const next = (size: number): Write => {
    const write = writeOf(round, writes.length, size);
    writes.push(write);
    return write;
  };
  const writing = Array.from({ length: writers }, async (_, index) => {
    while (!dead.signal.aborted) await change(sender, next(1 + index)).then(first.resolve);
  });
  const importing = async () => {
    while (!dead.signal.aborted) await importFile(sender, next(20));
  };
  await Promise.all([kill(first.promise).finally(() => dead.abort()), importing(), ...writing]);
  return writes;
}

async function killAfter(service: Running, most: number, found: Kills, kind?: 'starts' | 'stops'): Promise<void> {
  await after(Math.random() * most);
  service.child.kill('SIGKILL');
  if ((await service.ended) !== 'SIGKILL') return; // it ended first
  found.kills += 1;
  if (kind !== undefined) found[kind] += 1;
}

async function stopAndKill(service: Running, found: Kills): Promise<void> {
  await after(Math.random() * longest.writes);
  service.child.kill('SIGTERM');
  await killAfter(service, longest.stop, found, 'stops');
}
