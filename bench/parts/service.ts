/** PolicyGraph on an embedded graph, for the parts that measure it alone. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from '../options.js';
import { out } from '../product.js';
import { serverKinds, startServer, type Server } from '../servers.js';

const ready = JSON.stringify({ query: '{ graph { dataVersion } }' });

export interface Variant {
  /** Of its folder. */
  readonly name?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts it on a copy of the graph of the options, by default on the built-in data; modules can be loaded into it before. */
export function startService(
  { graph }: Options,
  preloaded: readonly string[] = [],
  { name: variant = 'service', env = {} }: Variant = {},
): Promise<Server> {
  const folder = join(out, variant);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (graph !== undefined) cpSync(graph, folder, { recursive: true });
  const kind = serverKinds.find(({ name }) => name === 'E');
  if (kind === undefined) throw new Error('No server on the embedded engine');
  const { args, ...command } = kind.command({ neo4j: {}, embedded: folder, copy: '', recordings: '', keys: '' });
  const own = { args: [...preloaded.flatMap((module) => ['--import', module]), ...args], env: { ...command.env, ...env } };
  return startServer(kind, own, ready);
}
