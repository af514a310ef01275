/** The clients of examples/, as users run them: a copy in a folder of its own, with the commands of its README. */
import { exec } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { authenticator } from '../../src/accounts/authenticate.js';
import type { Graph } from '../../src/graph/port.js';
import { addedKey, keysFile } from '../support/keys.js';
import { serve } from '../support/service.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Outcome {
  readonly code: number;
  /** What it printed, on both streams. */
  readonly text: string;
}

export interface Example {
  readonly folder: string;
  /** Runs a command there, with the addresses that the README names. */
  run(command: string): Promise<Outcome>;
  /** Writes a file again, with other words in it. */
  edit(file: string, from: string, to: string): void;
}

/** A service over a graph, and the key of an editor; both go away with the test. */
export async function serveWithKey(graph: Graph, options: Parameters<typeof serve>[1] = {}) {
  const keys = keysFile();
  const { secret } = await addedKey(keys);
  const service = await serve(graph, {
    authenticate: authenticator({ keys, jwt: undefined }, pino({ level: 'silent' })),
    ...options,
  });
  onTestFinished(async () => {
    await service.close();
    await graph.close();
  });
  return { url: service.url, key: secret };
}

/** A copy of an example, which uses the modules of this repository unless it is to install its own. */
export function copyOf(
  name: string,
  { url, key }: { readonly url: string; readonly key?: string },
  { modules = 'shared', env = {} }: { readonly modules?: 'shared' | 'own'; readonly env?: NodeJS.ProcessEnv } = {},
): Example {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-client-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const isSource = (path: string) =>
    !/\/(node_modules|policygraph_client|\.venv|schema\.(d\.ts|graphql)|possible-types\.json|dist)$/.test(path);
  cpSync(join(root, 'examples', name), folder, { recursive: true, filter: isSource });
  if (modules === 'shared') symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const environment = { ...process.env, ...env, POLICYGRAPH_URL: url, ...(key === undefined ? {} : { POLICYGRAPH_KEY: key }) };
  return {
    folder,
    run: (command) =>
      new Promise((resolve) => {
        exec(command, { cwd: folder, env: environment }, (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : (error.code ?? 1), text: stdout + stderr }),
        );
      }),
    edit(file, from, to) {
      const text = readFileSync(join(folder, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no "${from}".`);
      writeFileSync(join(folder, file), text.replace(from, to));
    },
  };
}

/** The lines of a README that are commands, in order, without comments. */
export const commandsOf = (example: Example): string[] =>
  [...readFileSync(join(example.folder, 'README.md'), 'utf8').matchAll(/^ {4}([^#\n]+)/gm)].map(([, command = '']) =>
    command.trim(),
  );
