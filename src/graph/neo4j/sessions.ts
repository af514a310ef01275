/** Sessions of Neo4j's driver, none of which outlives its signal: docs/decisions/024-a-driver-that-hangs-is-replaced.md. */
import { setTimeout as after } from 'node:timers/promises';
import type { Driver, Session, SessionConfig } from 'neo4j-driver';
import { GraphError } from '../errors.js';
import { Places } from '../places.js';
import type { StoreLoad } from '../port.js';

export type Mode = 'READ' | 'WRITE';

/** Sessions that are open at once. Writes wait for one another in Neo4j: more of them would only keep reads from their connections. */
const atOnce: Readonly<Record<Mode, number>> = { READ: 60, WRITE: 10 };

/** In milliseconds. */
const longestWait: Readonly<Record<Mode, number>> = { READ: 2_000, WRITE: 5_000 };

/** Milliseconds in which Neo4j stops the work of a session that is closed. A connection that takes longer hangs. */
const closing = 500;

/** Connections of a driver to one server: those of the sessions, and some to ask for routes. */
export const connectionsAtOnce = atOnce.READ + atOnce.WRITE + 10;

const full = (mode: Mode) => (): GraphError =>
  new GraphError(
    'OVERLOADED',
    `All ${atOnce[mode]} connections to Neo4j for ${mode === 'READ' ? 'reads' : 'writes'} are in use.`,
  );

/** A driver and how many sessions need it. */
interface Generation {
  readonly driver: Driver;
  sessions: number;
}

export class Sessions {
  private current: Generation;
  private readonly places = { READ: placesFor('READ'), WRITE: placesFor('WRITE') };
  /** A connection hangs: others may as well, and are not opened before the server has answered a greeting. */
  private isSuspect = false;
  private greeted: Promise<void> | undefined;

  constructor(
    private readonly connect: () => Driver,
    private readonly isSilent: () => Promise<boolean>,
  ) {
    this.current = { driver: connect(), sessions: 0 };
  }

  /** What the work gives in a session of its own. Throws the signal's reason once it aborts; the session is closed then, and Neo4j stops what runs in it. */
  use<T>(config: SessionConfig & { defaultAccessMode: Mode }, signal: AbortSignal, work: (session: Session) => Promise<T>) {
    return this.places[config.defaultAccessMode].run(() => this.inSession(config, signal, work), signal);
  }

  /** Of the connections for reads and for writes. */
  get load(): StoreLoad {
    const [reads, writes] = [this.places.READ.load, this.places.WRITE.load];
    return {
      in_use: reads.in_use + writes.in_use,
      free: reads.free + writes.free,
      waiting: reads.waiting + writes.waiting,
    };
  }

  /** Ends when all work has ended, which its signals see to. */
  async close(): Promise<void> {
    await Promise.all(Object.values(this.places).map((each) => each.empty()));
    await this.current.driver.close();
  }

  private async inSession<T>(config: SessionConfig, signal: AbortSignal, work: (session: Session) => Promise<T>): Promise<T> {
    if (this.isSuspect) await this.greet();
    signal.throwIfAborted();
    const generation = this.current;
    generation.sessions++;
    const session = generation.driver.session(config);
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    try {
      return await Promise.race([work(session), aborted]);
    } catch (error) {
      if (isWithoutConnection(error)) this.replace(generation);
      throw error;
    } finally {
      if (!(await closes(session))) this.replace(generation);
      generation.sessions--;
      this.dropIdle(generation);
    }
  }

  /** Opens further sessions with a new driver. The old one goes with its last session: closing it closes all connections that it still has. */
  private replace(generation: Generation): void {
    if (generation !== this.current) return;
    this.current = { driver: this.connect(), sessions: 0 };
    this.isSuspect = true;
  }

  /** One greeting for all that wait for it. Throws a NoConnection when it is not answered. */
  private greet(): Promise<void> {
    const greet = async () => {
      if (await this.isSilent()) throw new NoConnection('The greeting is not answered.');
      this.isSuspect = false;
    };
    return (this.greeted ??= greet().finally(() => (this.greeted = undefined)));
  }

  private dropIdle(generation: Generation): void {
    if (generation === this.current || generation.sessions > 0) return;
    generation.driver.close().catch(() => undefined);
  }
}

const placesFor = (mode: Mode): Places => new Places(atOnce[mode], { wait: longestWait[mode], error: full(mode) });

/** Whether the session gives its connection back in time. */
async function closes(session: Session): Promise<boolean> {
  const waiting = new AbortController();
  const late = after(closing, false, { signal: waiting.signal }).catch(() => false);
  const closed = session.close().then(
    () => true,
    () => true,
  );
  const inTime = await Promise.race([closed, late]);
  waiting.abort();
  return inTime;
}

/** What the driver throws when no connection comes in time. There are places for all: the server accepts connections and is silent, or one that was idle is lost. */
class NoConnection extends Error {
  readonly code = noConnection;
}

/** The driver's, which has none of its own for this. */
const noConnection = 'N/A';

export const isWithoutConnection = (error: unknown): boolean => (error as { code?: unknown }).code === noConnection;
