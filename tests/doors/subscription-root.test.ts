/** A condition on the root field of a subscription: the error says what is wrong. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../support/service.js';
import { engines } from '../support/engines.js';
import { transports } from '../support/followers.js';
import { doorsOf, type Doors } from './doors.js';

const refused: readonly (readonly [what: string, query: string, variables: Record<string, unknown>])[] = [
  ['@include with a variable', 'subscription ($on: Boolean!) { changes @include(if: $on) { id } }', { on: true }],
  ['@skip with a variable', 'subscription ($off: Boolean!) { changes @skip(if: $off) { id } }', { off: false }],
  ['@include without one', 'subscription { changes @include(if: true) { id } }', {}],
  ['@include on a fragment', 'subscription ($on: Boolean!) { ... @include(if: $on) { changes { id } } }', { on: true }],
  [
    '@skip in a fragment',
    'subscription ($off: Boolean!) { ...F } fragment F on Subscription { changes @skip(if: $off) { id } }',
    { off: false },
  ],
];

describe.each(transports)('a subscription over $transport', ({ follow }) => {
  let doors: Doors;
  beforeAll(async () => {
    doors = await doorsOf(engines[0]!.empty);
  }, 120_000);
  afterAll(() => doors.close());

  it.each(refused)('is refused with %s on its root field', async (_, query, variables) => {
    const follower = follow({ url: doors.url } as Service, { query, variables });
    const told = await follower.answer().then(
      (answer) => answer?.errors,
      (errors: unknown) => errors,
    );
    expect(told).toMatchObject([
      {
        message: expect.stringMatching(/^A subscription must not use "@(include|skip)" on its root field: remove the directive/),
      },
    ]);
    await follower.stop();
  });

  it('may have conditions below it', async () => {
    const query = 'subscription ($on: Boolean!) { changes(since: "0.0") { kind id @include(if: $on) } }';
    const follower = follow({ url: doors.url } as Service, { query, variables: { on: false } });
    await doors.ask('mutation ($i: ChangesetInput!) { applyChangeset(input: $i) { outcome } }', {
      i: { reason: 'A test', entities: [{ id: 'region:a', names: [{ value: 'A', lang: 'en' }] }] },
    });
    expect(await follower.answer()).toEqual({ data: { changes: { kind: 'ENTITY_CREATED' } } });
    await follower.stop();
  });
});

describe('a subscription by POST', () => {
  it.each(refused)('is refused with %s, without blaming the variable', async (_, query, variables) => {
    const doors = await doorsOf(engines[0]!.empty);
    const { status, json } = await doors.ask(query, variables);
    expect([status, json.errors?.[0]?.message]).toEqual([
      400,
      expect.stringMatching(/must not use "@(include|skip)"|are taken over WebSocket/),
    ]);
    await doors.close();
  });
});
