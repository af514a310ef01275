import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../../src/accounts/account.js';
import { applyChangeset } from '../../../src/changesets/apply.js';
import type { Graph } from '../../../src/graph/port.js';
import { parseSettings } from '../../../src/settings/settings.js';
import { draft, named } from '../../changesets/drafts.js';
import { embedded } from '../../support/engines.js';
import { json, openEndpoint, type Answer } from '../../support/scripted-endpoint.js';
import { serve, type Service } from '../../support/service.js';
import { completion, issued, items, like } from './scripted-model.js';

const proposing = `mutation ($input: ProposeClaimsInput!) { proposeClaims(input: $input) { id method
  proposals { id rule kind claim { predicate } passages { text } }
  model { name instructions prompts answers dropped { reason count } tokens { prompt answer } } } }`;
const accounts: Readonly<Record<string, Account>> = {
  reader: { id: 'key:reader', role: 'READER' },
  editor: { id: 'key:editor', role: 'EDITOR' },
};

describe('proposeClaims by a model', () => {
  let graph: Graph;
  let service: Service;
  let endpoint: Awaited<ReturnType<typeof openEndpoint>>;
  let number = 0;
  let answer: Answer = items();
  const text = () => `${issued.quote}\n\nOwl ${++number}.`;
  /** Asks again until the text is read: the thread that reads starts from its source, which may take longer than a request waits. */
  const propose = async (input: object, as = 'editor', asked = service): Promise<Awaited<ReturnType<Service['ask']>>> => {
    const variables = { input: { method: 'MODEL', date: '2024-03-05', ...input } };
    const answered = await asked.ask(proposing, variables, { authorization: `Bearer ${as}` });
    return answered.json.errors?.[0]?.extensions['code'] === 'IN_PROGRESS' ? propose(variables.input, as, asked) : answered;
  };
  const authenticate = async ({ authorization = '' }: { authorization?: string | undefined }) =>
    accounts[authorization.replace('Bearer ', '')];

  beforeAll(async () => {
    graph = await embedded.empty();
    const entities = [named('agency:magic', 'Ministry of Magic'), named('policy:wand-notice', 'Wand Export Notice')];
    await applyChangeset(graph, draft({ entities }));
    endpoint = await openEndpoint((response, request) => answer(response, request));
    const { model } = parseSettings({
      POLICYGRAPH_MODEL_URL: endpoint.url,
      POLICYGRAPH_MODEL: 'small',
      POLICYGRAPH_MODEL_KEY: 'sk-owl',
    });
    service = await serve(graph, { model, authenticate, deadline: 60_000 });
  });
  afterAll(async () => {
    endpoint.close();
    await service.close();
    await graph.close();
  });

  it('keeps a reading with what the model was asked and said', async () => {
    answer = json(
      completion(JSON.stringify({ items: [issued, like({ quote: 'The ministry repealed it.' })] }), {
        prompt_tokens: 9,
        completion_tokens: 4,
      }),
    );
    const { json: body, text: whole } = await propose({ text: text() });
    expect(body.errors).toBeUndefined();
    const { method, proposals, model } = body.data.proposeClaims;
    expect(method).toBe('MODEL');
    expect(proposals.filter(({ rule }: any) => rule === 'model')).toMatchObject([
      { kind: 'CLAIM', claim: { predicate: 'ISSUED' }, passages: [{ text: issued.quote }] },
    ]);
    expect(proposals.map(({ rule }: any) => rule)).toEqual(expect.arrayContaining(['document', 'document-mentions']));
    expect(model).toMatchObject({
      name: 'small',
      dropped: [{ reason: 'QUOTE_NOT_IN_TEXT', count: 1 }],
      tokens: { prompt: 9, answer: 4 },
      answers: [expect.stringContaining('repealed')],
      prompts: [expect.stringContaining(issued.quote)],
    });
    expect(whole).not.toContain('sk-owl');
  });

  it('says what is wrong with the model, and keeps nothing', async () => {
    answer = json({ error: { message: 'Bad key sk-owl' } }, 401);
    const { status, text: whole, json: body } = await propose({ text: text() });
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([502, 'MODEL_FAILED']);
    expect(body.errors?.[0]?.message).toContain('status 401 (Bad key …): check POLICYGRAPH_MODEL_KEY');
    expect([whole, ...service.log].join('\n')).not.toContain('sk-owl');
  });

  it('is for editors', async () => {
    const { json: body } = await propose({ text: text() }, 'reader');
    expect(body.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('needs a model', async () => {
    const without = await serve(graph, { authenticate });
    const { status, json: body } = await propose({ text: text() }, 'editor', without);
    await without.close();
    expect([status, body.errors?.[0]?.message]).toEqual([
      503,
      'No language model is set up (POLICYGRAPH_MODEL_URL): read by RULES.',
    ]);
  });

  it('lets rules read other texts meanwhile', async () => {
    let finish = (): unknown => undefined;
    answer = (response, request) =>
      (finish = () => {
        finish = () => undefined;
        items(issued)(response, request);
      });
    const slow = propose({ text: text() });
    const { json: body } = await propose({ text: text(), method: 'RULES' });
    expect(body.data.proposeClaims.method).toBe('RULES');
    while ((await Promise.race([slow, new Promise((resolve) => setTimeout(resolve, 20))])) === undefined) finish();
    expect((await slow).json.data.proposeClaims.method).toBe('MODEL');
  });
});
