/** Lets commands use the graph that this process has open, over a Unix socket or a Windows pipe that only its user may use. Nothing listens on TCP. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { programVersion } from '../../program-version.js';
import { GraphError } from '../errors.js';
import { modelVersion } from '../model-version.js';
import type { Graph } from '../port.js';
import { removeAddress, socketPath, sockets, writeAddress } from './address.js';
import { Guest } from './guest.js';
import { protocolVersion, type Greeting } from './protocol.js';

export interface HostOptions {
  /** The graph; throws while there is none. */
  readonly graph: () => Graph;
  /** Closes the graph, and opens the one that is then in its place. */
  readonly reopen: () => Promise<void>;
  /** How long a transaction may have no statement, in milliseconds. */
  readonly silence?: number;
}

export class GraphHost {
  private readonly guests = new Set<Guest>();

  private constructor(
    private readonly folder: string,
    private readonly server: Server,
  ) {}

  /** Listens in the folder of an embedded graph that this process has open; what a killed process left there is replaced. */
  static async listen(folder: string, hosted: HostOptions): Promise<GraphHost> {
    removeAddress(folder);
    const server = createServer();
    const socket = await listen(server, folder);
    const host = new GraphHost(folder, server);
    server.on('connection', (connection) => {
      const guest = new Guest(connection, greeting(hosted), hosted, () => host.guests.delete(guest));
      host.guests.add(guest);
    });
    writeAddress(folder, { socket, pid: process.pid });
    return host;
  }

  /** Ends what commands are doing: their transactions are rolled back, and they report that the service has stopped. */
  async close(): Promise<void> {
    if (!this.server.listening) return;
    removeAddress(this.folder);
    const closed = once(this.server, 'close');
    this.server.close();
    for (const guest of this.guests) guest.dismiss(`The service with process id ${process.pid} stops: run the command again.`);
    await closed;
  }
}

const greeting = ({ graph }: HostOptions): Greeting => ({
  protocol: protocolVersion,
  program: programVersion,
  modelVersion,
  engine: graph().engine,
  pid: process.pid,
});

/** Listens at the first socket that the system can make, and returns it. */
async function listen(server: Server, folder: string): Promise<string> {
  let reason: unknown;
  for (const socket of sockets(folder)) {
    try {
      await listenAt(server, socketPath(folder, { socket, pid: process.pid }));
      return socket;
    } catch (error) {
      reason = error; // a file system without sockets
    }
  }
  throw new GraphError('STORAGE', 'Commands cannot reach this service: no socket can be made for them.', { cause: reason });
}

/** The socket is made within the call, for this user alone. */
async function listenAt(server: Server, path: string): Promise<void> {
  const mask = process.umask(0o177);
  try {
    server.listen(path);
  } finally {
    process.umask(mask);
  }
  await once(server, 'listening'); // throws its "error"
}
