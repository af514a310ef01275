import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { childOf, hasEnded, lastLines, logOf, startNode, stop } from '../processes.js';

export interface Neo4j {
  /** The variables with which every server finds it. */
  readonly env: { readonly NEO4J_URI: string; readonly NEO4J_USER: string; readonly NEO4J_PASSWORD: string };
  /** Of Neo4j itself, for what it uses. */
  readonly pid: number | undefined;
  readonly stop: () => Promise<void>;
}

/** Starts a Neo4j of this project in a folder, and waits until it is ready. `options` are those of scripts/neo4j.mjs, `name` is that of its log. */
export async function startNeo4j(home: string, options: readonly string[] = [], name = 'neo4j'): Promise<Neo4j> {
  const script = startNode(name, { args: ['scripts/neo4j.mjs', '--port', '0', '--home', home, ...options] });
  for (;;) {
    await sleep(200);
    if (hasEnded(script)) throw new Error(lastLines(name));
    const uri = /NEO4J_URI=(\S+) NEO4J_USER=(\S+) NEO4J_PASSWORD=(\S+)/.exec(readFileSync(logOf(name), 'utf8'));
    if (uri === null) continue;
    const [, NEO4J_URI = '', NEO4J_USER = '', NEO4J_PASSWORD = ''] = uri;
    return { env: { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD }, pid: childOf(script.pid), stop: () => stop(script) };
  }
}

/** A port of 127.0.0.1 on which nothing listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
