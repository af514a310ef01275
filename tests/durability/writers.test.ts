/** Writers that race, and writers whose replies are lost, over HTTP. */
import { request } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/account.js';
import { applyChangeset } from '../../src/changesets/apply.js';
import { checkGraph } from '../../src/graph/inference/check.js';
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

  const counted = async (): Promise<{ name: string; version: number }> => (await service.ask(counter)).json.data.person;

  /** Adds one to the number that a person was seen to be called by, and if another was faster, to that of now. Gives how often one was. */
  async function increment({ name, version }: { name: string; version: number }): Promise<number> {
    const names = [{ value: String(Number(name) + 1), lang: 'en' }];
    const input = { reason: 'One more', entities: [{ id: 'person:counter', names, expectedVersion: version }] };
    const { json } = await service.ask(change, { input });
    if (json.errors === undefined) return 0;
    expect(json.errors[0]?.extensions['code']).toBe('CONFLICT');
    return 1 + (await increment(await counted()));
  }

  it(`lose no update in ${races} races`, { timeout: 60_000 + races * 500 }, async () => {
    await applyChangeset(graph, draft({ entities: [named('person:counter', '0')] }));
    for (let race = 0; race < races; race += 1) {
      const both = await Promise.all([counted(), counted()]);
      const lost = await Promise.all(both.map(increment));
      expect(lost.toSorted()).toEqual([0, 1]);
    }
    expect(await counted()).toMatchObject({ name: String(2 * races), version: 2 * races + 1 });
  });

  /** Sends a change and hangs up without waiting for the answer, when `moment` has come; with a part of it sent if it may not land. */
  async function hangUp(input: unknown, moment: Promise<unknown>, whole = true): Promise<void> {
    const { body, headers } = post({ query: change, variables: { input } });
    const length = { 'content-length': String(Buffer.byteLength(body as string)) };
    const sent = request(`${service.url}/graphql`, {
      method: 'POST',
      headers: { ...(headers as Record<string, string>), ...length },
    });
    sent.on('error', () => undefined);
    if (whole) sent.end(body);
    else sent.write((body as string).slice(0, -1));
    await moment;
    sent.destroy();
  }

  async function thereIs(id: string): Promise<void> {
    while ((await service.ask('query ($id: ID!) { person(id: $id) { id } }', { id })).json.data.person === null) await after(1);
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
      if (number === 0) await hangUp(input, after(20), false);
      else if (number === 1) await hangUp(input, thereIs(id));
      else await hangUp(input, after(Math.random() * 20));
      const { json } = await answerOf(await fetch(`${service.url}/graphql`, post({ query: change, variables: { input } })));
      outcomes.push(json.data.applyChangeset.outcome);
    }
    expect(outcomes.slice(0, 2)).toEqual(['LANDED', 'REPEATED']); // hung up before the change landed, and after
    const { people } = (await service.ask('{ agency(id: "agency:ministry") { people { totalCount } } }')).json.data.agency;
    expect(people.totalCount).toBe(replies);
    const { differences, claims } = await checkGraph(graph);
    expect({ differences, claims }).toEqual({ differences: [], claims: world().claims.length + replies });
  });
});
