/** What the service's own probe measures: see loop-probe.mjs. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface Turn {
  /** Milliseconds of processor time of the longest turn of the event loop. */
  readonly longest: number;
  /** The most bytes resident. */
  readonly peak: number;
}

/** The settings that load the probe into a service, which listens at the path. */
export const withProbe = (path: string) => ({
  NODE_OPTIONS: `--import=${fileURLToPath(new URL('loop-probe.mjs', import.meta.url))}`,
  HOSTILE_PROBE: path,
});

export class Loop {
  private constructor(private readonly socket: Socket) {}

  static async at(path: string): Promise<Loop> {
    const socket = connect(path);
    await once(socket, 'connect');
    return new Loop(socket);
  }

  /** Since it was last taken. */
  take = (): Promise<Turn> => this.request('take');

  /** The memory that is left after a collection of garbage, in bytes. */
  memory = (): Promise<NodeJS.MemoryUsage> => this.request('memory');

  close(): void {
    this.socket.destroy();
  }

  private async request<T>(command: string): Promise<T> {
    this.socket.write(command);
    const [data] = (await once(this.socket, 'data')) as [Buffer];
    return JSON.parse(data.toString()) as T;
  }
}
