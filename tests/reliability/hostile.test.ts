/** Every hostile request once, against one service: `npm run test:hostile` also measures what they cost others. */
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { corpus } from '../../reliability/hostile/corpus/index.js';
import { faultsOf } from '../../reliability/hostile/judge.js';
import { send } from '../../reliability/hostile/send.js';
import { attacked, type Attacked } from '../../reliability/hostile/service.js';
import { engines, neo4jEnvironment, type Engine } from '../support/engines.js';

const provinces = JSON.stringify({
  query: '{ region(id: "region:CN-SD") { id } regions(where: { level: { eq: PROVINCE } }) { totalCount } }',
});

/** Where the service has the built-in graph. */
async function settingsOf({ name, builtIn }: Engine): Promise<Record<string, string>> {
  if (name === 'neo4j')
    return builtIn()
      .then((graph) => graph.close())
      .then(() => neo4jEnvironment);
  const folder = mkdtempSync(join(tmpdir(), 'hostile-graph-'));
  cpSync(inject('builtInGraph'), folder, { recursive: true });
  return { POLICYGRAPH_DATA: folder };
}

describe.each(engines)('hostile requests, on $name', (engine) => {
  let service: Attacked;
  let before: string;
  const good = async () => {
    const headers = { 'content-type': 'application/json' };
    const { text } = await send({ method: 'POST', headers, body: provinces }, service);
    return JSON.stringify((JSON.parse(text) as { data: unknown }).data);
  };

  beforeAll(async () => {
    service = await attacked(await settingsOf(engine));
    before = await good();
    expect(before).toContain('"id":"region:CN-SD"');
  });
  afterAll(() => service.stop());

  it.each(Object.keys(corpus))('%s get what they must, and the next request its answer', async (kind) => {
    const wrong: string[] = [];
    for (const hostile of corpus[kind]!.filter(({ isLong, pending }) => isLong === undefined && pending === undefined)) {
      const request = hostile.request();
      const faults = await send(request, service).then(
        (reply) => faultsOf(hostile, request, reply),
        (error: unknown) => [`gets no answer: ${String(error)}`],
      );
      wrong.push(...faults.map((fault) => `${hostile.name}: ${fault}`));
    }
    expect(wrong).toEqual([]);
    expect(await good()).toBe(before);
  });

  it('are many, each of another name', () => {
    const names = Object.entries(corpus).flatMap(([kind, all]) => all.map(({ name }) => `${kind}: ${name}`));
    expect(names.length).toBeGreaterThanOrEqual(300);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are no unexpected error in the log', () => expect(service.process.output.err).toBe(''));
});
