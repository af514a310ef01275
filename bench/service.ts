import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What bench/probe.mjs tells of the process that it is in. */
export interface Probe {
  /** How long the event loop was held up at most since the probe before, in milliseconds. */
  readonly stall: number;
  /** In bytes. */
  readonly rss: number;
  /** In bytes. */
  readonly heapUsed: number;
  /** Processor time since the start, in microseconds. */
  readonly cpu: number;
}

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A built service in a process of its own, at any free port, with a probe in it. */
export class Service {
  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {}

  static async start(environment: NodeJS.ProcessEnv, nodeOptions: readonly string[] = []): Promise<Service> {
    const child = fork(file('../dist/main.js'), {
      execArgv: ['--import', file('probe.mjs'), ...nodeOptions],
      env: { ...process.env, NODE_ENV: 'production', PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    let text = '';
    for await (const part of child.stdout as AsyncIterable<Buffer>) {
      text += part.toString();
      const url = /GraphQL: (\S+)/.exec(text)?.[1];
      if (url !== undefined) return new Service(child, url);
    }
    throw new Error(`The service did not start: ${text}`);
  }

  async probe(): Promise<Probe> {
    this.child.send('probe');
    const [probe] = (await once(this.child, 'message')) as [Probe];
    return probe;
  }

  async ask(query: string, variables: object = {}): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(this.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return (await response.json()) as Answer;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }
}
