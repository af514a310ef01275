import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Running {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly output: { out: string; err: string };
  /** Where it listens. Rejects with what it printed when it ends without saying so. */
  readonly url: Promise<string>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** Runs the service as a process of its own, with these settings and no others. */
export function run(settings: Readonly<Record<string, string>>): Running {
  const environment = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    TMPDIR: process.env['TMPDIR'],
    PORT: '0',
    ...settings,
  };
  const child = spawn(process.execPath, ['dist/main.js'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { out: '', err: '' };
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.err += text));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output.out += text;
      const found = /^Playground and GraphQL: (http:.*)\/graphql$/m.exec(output.out);
      if (found !== null) resolve(found[1]!);
    });
    void ended.then((how) => reject(new Error(`It ended with ${how}: ${output.out}${output.err}`)));
  });
  url.catch(() => undefined); // those who wait for its end need not wait for this
  return { child, output, url, ended };
}
