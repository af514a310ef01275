/** Which statements PolicyGraph runs for each shape: written to a file by a process of its own, `tsx bench/recording.ts FILE`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pino } from 'pino';
import type { Graph } from '../src/graph/port.js';
import type { Parameters, Statement } from '../src/graph/query.js';
import { product } from './product.js';
import type { Anchors } from './shapes/shape.js';
import { shapes } from './shapes/shapes.js';

type Ran = { readonly name: string; readonly text: string; readonly parameters: Parameters };
export interface Recording {
  /** Statements that ran at the same time are one wave. */
  readonly waves: readonly (readonly Ran[])[];
  /** The JSON text. */
  readonly answer: string;
}
type Timed = Ran & { readonly from: number; readonly until: number };

/** The same graph; each read is also added to `reads`. */
function observed(graph: Graph, reads: Timed[]): Graph {
  const read: Graph['read'] = async (statement, options) => {
    const from = performance.now();
    const rows = await graph.read(statement, options);
    const { name, text, parameters } = statement as Statement<unknown>;
    reads.push({ name, text, parameters, from, until: performance.now() });
    return rows;
  };
  return new Proxy(graph, {
    get(target, key) {
      if (key === 'read') return read;
      const member = Reflect.get(target, key) as unknown;
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

function wavesOf(reads: readonly Timed[]): Ran[][] {
  const waves: Ran[][] = [];
  let end = -Infinity;
  for (const { from, until, ...ran } of [...reads].sort((one, other) => one.from - other.from)) {
    if (from >= end) waves.push([]);
    end = from >= end ? until : Math.min(end, until);
    waves.at(-1)?.push(ran);
  }
  return waves;
}

async function record([file = '', anchorsFile = '']: readonly string[]): Promise<void> {
  const { openGraph, createApp } = await product();
  const anchors = JSON.parse(readFileSync(anchorsFile, 'utf8')) as Anchors;
  const reads: Timed[] = [];
  const graph = await openGraph();
  const app = await createApp({ graph: observed(graph, reads) }, { logger: pino({ level: 'silent' }) });
  const recordings: Record<string, Recording> = {};
  for (const { id, query, variables } of shapes) {
    const send = () => app.inject({ method: 'POST', url: '/graphql', payload: { query, variables: variables(anchors) } });
    await send(); // what is read once for the process is not counted
    reads.length = 0;
    const { payload } = await send();
    recordings[id] = { waves: wavesOf(reads), answer: payload };
  }
  writeFileSync(file, JSON.stringify(recordings));
  await app.close();
  await graph.close();
}

if (process.argv[1]?.endsWith('recording.ts')) await record(process.argv.slice(2));
