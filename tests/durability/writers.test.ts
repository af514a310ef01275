/** Writers that race, and writers whose replies are lost, over HTTP. */
import { request } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/account.js';
import { applyChangeset } from '../../src/changesets/apply.js';
import { checkGraph } from '../../src/graph/check.js';
import type { Graph } from '../../src/graph/port.js';
import { draft, named, world } from '../changesets/drafts.js';
import { engines } from '../support/engines.js';
import { times } from '../support/long-runs.js';
import { answerOf, post, serve, type Service } from '../support/service.js';

const races = times(50, 1_000);
const replies = times(30, 1_000);
const editor: Account = { id: 'key:editor', role: 'EDITOR' };
const change = 'mutation ($input: ChangesetInput!) { applyChangeset(input: $input) { outcome } }';
const counter = '{ person(id: "person:counter") { name version } }';

describe.each(engines)('writers, $name', ({ empty }) => {
  let graph: Graph;
  let service: Service;

  beforeAll(async () => {
    graph = await empty();
    await applyChangeset(graph, world());
    service = await serve(graph, { authenticate: () => Promise.resolve(editor) });
  }, 120_000);

  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  /** Adds one to the number that a person is called by, again and again until nobody was faster. */
  async function increment(): Promise<number> {
    const { name, version } = (await service.ask(counter)).json.data.person;
    const names = [{ value: String(Number(name) + 1), lang: 'en' }];
    const input = { reason: 'One more', entities: [{ id: 'person:counter', names, expectedVersion: version }] };
    const { json } = await service.ask(change, { input });
    if (json.errors === undefined) return 0;
    expect(json.errors[0]?.extensions['code']).toBe('CONFLICT');
    return 1 + (await increment());
  }

  it(`lose no update in ${races} races`, { timeout: 60_000 + races * 500 }, async () => {
    await applyChangeset(graph, draft({ entities: [named('person:counter', '0')] }));
    let lost = 0;
    for (let race = 0; race < races; race += 1) {
      const both = await Promise.all([increment(), increment()]);
      lost += Math.max(...both);
    }
    expect(lost).toBeGreaterThan(0); // they did race
    const { name, version } = (await service.ask(counter)).json.data.person;
    expect([name, version]).toEqual([String(2 * races), 2 * races + 1]);
  });

  /** Sends a change and hangs up without waiting for the answer. */
  async function hangUp(input: unknown, milliseconds: number): Promise<void> {
    const { body, headers } = post({ query: change, variables: { input } });
    const sent = request(`${service.url}/graphql`, { method: 'POST', headers: headers as Record<string, string> });
    sent.on('error', () => undefined);
    sent.end(body as string);
    await after(milliseconds);
    sent.destroy();
  }

  it(`write once in ${replies} changes whose reply is lost`, { timeout: 60_000 + replies * 500 }, async () => {
    const evidence = [{ document: 'document:article', record: '1', summary: 'It says so.' }];
    const outcomes: string[] = [];
    for (let number = 0; number < replies; number += 1) {
      const id = `person:reply-${number}`;
      const input = {
        id: `changeset:reply-${number}`,
        reason: 'The reply is lost.',
        entities: [{ id, names: [{ value: `Person ${number}`, lang: 'en' }] }],
        claims: [{ subject: id, predicate: 'HOLDS_POSITION', object: 'agency:ministry', evidence }],
      };
      await hangUp(input, Math.random() * 20);
      const { json } = await answerOf(await fetch(`${service.url}/graphql`, post({ query: change, variables: { input } })));
      outcomes.push(json.data.applyChangeset.outcome);
    }
    expect(new Set(outcomes)).toEqual(new Set(['LANDED', 'REPEATED'])); // hung up before the change landed, and after
    const { people } = (await service.ask('{ agency(id: "agency:ministry") { people { totalCount } } }')).json.data.agency;
    expect(people.totalCount).toBe(replies);
    const { differences, claims } = await checkGraph(graph);
    expect({ differences, claims }).toEqual({ differences: [], claims: world().claims.length + replies });
  });
});
