/** What is compared: each server is a process of its own. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { settingsTable } from '../src/settings/table.js';
import { hasEnded, lastLines, startNode, stop, type Command } from './processes.js';
import { startArguments } from './product.js';
import type { Anchors, Shape } from './shapes/shape.js';
import { freePort } from './stores/neo4j.js';

export interface Places {
  readonly neo4j: Readonly<Record<string, string>>;
  /** The folder of the embedded graph, and of a copy: a process locks its folder. */
  readonly embedded: string;
  readonly copy: string;
  /** What recording.ts wrote of the embedded engine. */
  readonly recordings: string;
  /** A folder for keys. */
  readonly keys: string;
}

export interface ServerKind {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  /** Which text and variables of a shape it is sent. */
  readonly asks: 'query' | 'peer' | 'cypher';
  readonly command: (places: Places) => Command;
  /** A setting without which this server does not exist. */
  readonly setting?: string;
}

const script = (path: string) => ['--import', 'tsx', path];
const cache = 'POLICYGRAPH_CACHE';
const hasSetting = (name: string) => new Set<string>(settingsTable.map((setting) => setting.name)).has(name);
const withoutCache = hasSetting(cache) ? { [cache]: '0' } : {};

export const serverKinds: readonly ServerKind[] = [
  {
    name: 'P',
    title: 'PolicyGraph on Neo4j, results cache off',
    path: 'graphql',
    asks: 'query',
    command: ({ neo4j, keys }) => ({ args: startArguments(), env: { ...neo4j, ...withoutCache, POLICYGRAPH_DATA: keys } }),
  },
  {
    name: 'PC',
    title: 'PolicyGraph on Neo4j, results cache on',
    path: 'graphql',
    asks: 'query',
    setting: cache,
    command: ({ neo4j, keys }) => ({ args: startArguments(), env: { ...neo4j, [cache]: '32', POLICYGRAPH_DATA: keys } }),
  },
  {
    name: 'N',
    title: '@neo4j/graphql on the same Neo4j',
    path: '',
    asks: 'peer',
    command: ({ neo4j }) => ({ args: ['bench/peers/neo4j-graphql.mjs'], env: neo4j }),
  },
  {
    name: 'C',
    title: 'hand-written Cypher behind node:http, on the same Neo4j',
    path: 'graphql',
    asks: 'cypher',
    command: ({ neo4j }) => ({ args: script('bench/peers/hand-written.ts'), env: neo4j }),
  },
  {
    name: 'E',
    title: 'PolicyGraph on the embedded engine',
    path: 'graphql',
    asks: 'query',
    command: ({ embedded }) => ({ args: startArguments(), env: { ...withoutCache, NEO4J_URI: '', POLICYGRAPH_DATA: embedded } }),
  },
  {
    name: 'SE',
    title: 'the statements of E behind node:http',
    path: 'graphql',
    asks: 'query',
    command: ({ copy, recordings }) => ({
      args: script('bench/peers/recorded.ts'),
      env: { NEO4J_URI: '', POLICYGRAPH_DATA: copy, BENCH_RECORDINGS: recordings },
    }),
  },
];

export const isAvailable = ({ setting }: ServerKind): boolean => setting === undefined || hasSetting(setting);

export interface Server {
  readonly kind: ServerKind;
  readonly url: string;
  readonly pid: number | undefined;
  readonly child: ChildProcess;
  /** Milliseconds from its start to its first answer. */
  readonly firstAnswer: number;
}

/** In ms: a large store gets its indexes when the service starts. */
const patience = 1_800_000;

/** Starts a server and waits until it answers `request`. */
export async function startServer(kind: ServerKind, command: Command, request: string): Promise<Server> {
  const port = await freePort();
  const began = performance.now();
  const child = startNode(kind.name, { ...command, env: { NODE_ENV: 'production', ...command.env, PORT: String(port) } });
  const url = `http://127.0.0.1:${port}/${kind.path}`;
  while (!(await answers(url, request))) {
    if (hasEnded(child)) throw new Error(`${kind.name} ended:\n${lastLines(kind.name)}`);
    if (performance.now() - began > patience) throw new Error(`${kind.name} does not answer:\n${lastLines(kind.name)}`);
    await sleep(10);
  }
  return { kind, url, pid: child.pid, child, firstAnswer: performance.now() - began };
}

const answers = async (url: string, request: string) => (await post(url, request).catch(() => undefined))?.data !== undefined;

export const stopServer = ({ child }: Server): Promise<void> => stop(child);

/** The body of a request for a shape. */
export function bodyOf({ asks }: ServerKind, shape: Shape, anchors: Anchors): string {
  const variables = (asks === 'query' ? undefined : shape.peerVariables) ?? shape.variables;
  const query = asks === 'peer' ? shape.peer.query : shape.query;
  return JSON.stringify({ operationName: shape.id, query, variables: variables(anchors) });
}

export async function post(url: string, body: string): Promise<any> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return response.json();
}
