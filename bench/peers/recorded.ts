/** SE: the statements that PolicyGraph ran for each shape, through its own engine adapter; rows are dropped, the recorded answer is sent. */
import { readFileSync } from 'node:fs';
import type { Recording } from '../recording.js';
import { product } from '../product.js';
import { serveBare } from './bare-http.js';
import type { Statement } from '../../src/graph/query.js';

const recordings = JSON.parse(readFileSync(process.env['BENCH_RECORDINGS'] ?? '', 'utf8')) as Record<string, Recording>;
const { openGraph } = await product();
const graph = await openGraph();

serveBare(
  async (operation) => {
    const recording = recordings[operation];
    if (recording === undefined) throw new Error(`No recording of ${operation}`);
    for (const wave of recording.waves) await Promise.all(wave.map((statement) => graph.read(statement as Statement<unknown>)));
    return recording.answer;
  },
  () => graph.close(),
);
