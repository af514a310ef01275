/** Requests whose connections to Neo4j never answer, and how soon the next one is answered when Neo4j is well again. */
import { Neo4jGraph, type Neo4jSettings } from '../../src/graph/neo4j/neo4j-graph.js';
import { FaultProxy, type Fault } from '../../tests/support/bolt/fault-proxy.js';
import { serve, type Answer, type Service } from '../../tests/support/service.js';

export interface HungConnections {
  readonly fault: Fault;
  /** How many of the hung requests got each status and code. */
  readonly answers: Readonly<Record<string, number>>;
  /** Of the health meanwhile. */
  readonly health: string;
  /** Milliseconds from the end of the fault to the first good answer. */
  readonly firstAnswer: number;
}

/** Where connections die: in a statement, in its rows, while they are opened, and all of them at once. */
export const hangs: readonly Fault[] = [
  { kind: 'hang', at: 'RUN' },
  { kind: 'hang', at: 'PULL' },
  { kind: 'hang', at: 'HELLO' },
  { kind: 'hang', at: 'CONNECT' },
  { kind: 'hang', after: 0 },
];

export interface Hung {
  readonly requests: number;
  /** Of a request, in milliseconds. */
  readonly deadline: number;
}

/** Each fault in turn, with connections that were good before. */
export async function hungConnections(settings: Neo4jSettings, { requests, deadline }: Hung): Promise<HungConnections[]> {
  const proxy = await FaultProxy.before(settings.uri);
  const graph = await Neo4jGraph.open({ ...settings, uri: proxy.uri });
  const service = await serve(graph, { deadline });
  const results: HungConnections[] = [];
  try {
    await goodAnswer(service);
    for (const fault of hangs) results.push(await hang(service, proxy, fault, requests));
    return results;
  } finally {
    proxy.fault = { kind: 'pass' };
    await service.close();
    await graph.close();
    await proxy.close();
  }
}

async function hang(service: Service, proxy: FaultProxy, fault: Fault, requests: number): Promise<HungConnections> {
  proxy.fault = fault;
  const outcomes: string[] = [];
  const wave = async () => {
    const asked = Array.from({ length: requests }, (_, number) => service.ask(questionOf(number)));
    outcomes.push(...(await Promise.all(asked)).map(outcomeOf));
  };
  const first = wave();
  const health = (await fetch(`${service.url}/health/ready`)).status;
  await first;
  while (hungIn(outcomes) < requests) await wave(); // many are refused, so that others get their turn
  proxy.fault = { kind: 'pass' };
  const began = performance.now();
  await goodAnswer(service);
  return { fault, answers: tally(outcomes), health: String(health), firstAnswer: Math.round(performance.now() - began) };
}

const hungIn = (outcomes: readonly string[]): number => outcomes.filter((outcome) => outcome === '504 TIMEOUT').length;

/** Some statements that Neo4j has planned before, and some that are new to it. */
const questionOf = (number: number): string =>
  `{ regions(first: ${1 + (number % 3)}, where: { id: { eq: "region:none" } }) { edges { node { id } } } }`;

async function goodAnswer(service: Service): Promise<void> {
  for (;;) {
    const { status, text } = await service.ask(questionOf(0));
    if (status === 200) return;
    if (status < 500) throw new Error(text);
  }
}

export const outcomeOf = ({ status, json }: Answer): string =>
  `${status} ${String(json.errors?.[0]?.extensions['code'] ?? '')}`.trim();

export function tally(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
