import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Job {
  readonly url: string;
  readonly body: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface Sent {
  /** Milliseconds of each response. */
  readonly times: readonly number[];
  readonly failures: number;
  /** Milliseconds in all. */
  readonly elapsed: number;
}

/** Generates load from a process of its own, which is started with the first job. */
export class Traffic {
  private sender: ChildProcess | undefined;

  async send(job: Job): Promise<Sent> {
    this.sender ??= fork(fileURLToPath(new URL('sender.mjs', import.meta.url)), { execArgv: [] });
    const reply = once(this.sender, 'message');
    this.sender.send(job);
    const [sent] = (await reply) as [Sent | { readonly error: string }];
    if ('error' in sent) throw new Error(sent.error);
    return sent;
  }

  close(): void {
    this.sender?.disconnect();
  }
}
