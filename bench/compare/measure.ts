import { percentile } from '../statistics.js';
import { processorTime, residentMemory } from '../processes.js';
import { bodyOf, type Server } from '../servers.js';
import type { Anchors, Shape } from '../shapes/shape.js';
import type { Traffic } from '../traffic/traffic.js';

export interface Measured {
  readonly server: string;
  readonly shape: string;
  readonly connections: number;
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds of processor time a request: of the server, and of Neo4j. */
  readonly processor: number;
  readonly neo4j: number;
  readonly failures: number;
  /** MB at the end. */
  readonly memory: number;
}

export interface Round {
  readonly traffic: Traffic;
  readonly anchors: Anchors;
  readonly neo4j: number | undefined;
  readonly seconds: number;
}

/** Sends one shape to one server for a while, and for longer when nothing is answered in that time. */
export async function measure(server: Server, shape: Shape, connections: number, round: Round): Promise<Measured> {
  const used = () => [processorTime(server.pid), processorTime(round.neo4j)] as const;
  const before = used();
  const job = { url: server.url, body: bodyOf(server.kind, shape, round.anchors), connections, seconds: round.seconds };
  const { times, failures, elapsed } = await round.traffic.send(job);
  if (times.length === 0 && round.seconds < 30)
    return measure(server, shape, connections, { ...round, seconds: round.seconds * 4 });
  const after = used();
  return {
    server: server.kind.name,
    shape: shape.id,
    connections,
    rate: (times.length / elapsed) * 1000,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    processor: (after[0] - before[0]) / times.length,
    neo4j: (after[1] - before[1]) / times.length,
    failures,
    memory: residentMemory(server.pid),
  };
}
