import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/archive.js';
import { json } from '../../support/scripted-endpoint.js';
import { article, completion, issued, items, like, readBy, says } from './scripted-model.js';

const characters = Array.from(article);

describe('a model that behaves well', () => {
  it('proposes claims with their passages', async () => {
    const { proposals, model } = await readBy([items(issued)]);
    const { quote, claim, summary, confidence } = issued;
    const passage = { start: 0, end: quote.length, sha256: hashOf(quote), summary };
    expect(proposals).toMatchObject([{ rule: 'model', kind: 'CLAIM', claim, passages: [passage] }]);
    expect(proposals[0]?.confidence).toBeGreaterThanOrEqual(confidence);
    expect(proposals[0]?.why).toMatch(/^It says “issued”\./);
    expect(model).toMatchObject({ name: 'small', dropped: [], answers: [JSON.stringify({ items: [issued] })] });
  });

  it('is asked with the model of the graph, the entities and the paragraphs of the text', async () => {
    const { requests, model } = await readBy([items(issued)], { environment: { POLICYGRAPH_MODEL_KEY: 'sk-owl' } });
    const [{ path, headers, body }] = requests as [(typeof requests)[0]];
    expect([path, headers.authorization, requests.length]).toEqual(['/v1/chat/completions', 'Bearer sk-owl', 1]);
    expect(body).toMatchObject({ model: 'small', temperature: 0, max_tokens: 8_000, stream: false });
    expect(body.response_format).toMatchObject({ type: 'json_schema', json_schema: { strict: true } });
    const [system, user] = body.messages;
    expect([system.content, user.content]).toEqual([model.instructions, model.prompts[0]]);
    expect(system.content).toContain('ISSUED: Agency -> Policy. An agency issued a policy. [role: LEAD, JOINT, ANNOUNCED]');
    expect(user.content).toContain('{"id":"agency:magic","type":"Agency","names":["Ministry of Magic","魔法部"]}');
    expect(user.content).toContain('{"id":"indicator:wands-sold","type":"Indicator","names":["Wands sold abroad"]}');
    expect(user.content).toContain('\n[3] The Wand Pilot covers Narnia and Oz.\n');
    expect(user.content).not.toContain('Springfield');
    expect(JSON.stringify(model)).not.toContain('sk-owl');
  });

  it('is asked for a form in which every key is required, as strict servers want it', async () => {
    const { requests } = await readBy([items()]);
    const { schema } = requests[0]!.body.response_format.json_schema;
    const objects: any[] = [];
    JSON.stringify(schema, (_, value) => (value?.type === 'object' && objects.push(value), value));
    expect(objects.length).toBeGreaterThan(5);
    for (const { properties, required, additionalProperties } of objects)
      expect([required, additionalProperties]).toEqual([Object.keys(properties), false]);
  });

  it('gets the schema in words where the server has no schemas, with the options of the operator', async () => {
    const { requests } = await readBy([items()], {
      environment: {
        POLICYGRAPH_MODEL_FORMAT: 'json_object',
        POLICYGRAPH_MODEL_OPTIONS: '{"temperature":null,"max_tokens":null,"max_completion_tokens":9}',
      },
    });
    const { body } = requests[0]!;
    expect(body).toMatchObject({ response_format: { type: 'json_object' }, max_completion_tokens: 9 });
    expect([body.temperature, body.max_tokens]).toEqual([undefined, undefined]);
    expect(body.messages[0].content).toContain('JSON Schema of the answer\n{"type":"object"');
  });

  it('reads a long text in parts of whole paragraphs', async () => {
    const paragraph = 'Owls sleep all day. '.repeat(20).trim();
    const text = [article, paragraph, paragraph, paragraph].join('\n\n');
    const { model, requests } = await readBy([items(issued), items()], { text, environment: { POLICYGRAPH_MODEL_PART: '500' } });
    expect(requests).toHaveLength(4);
    expect(model.prompts.map((prompt) => prompt.match(/^\[\d+\]/gm))).toEqual([['[1]', '[2]', '[3]'], ['[4]'], ['[5]'], ['[6]']]);
  });

  it('may name entities by their exact names, and propose those that are new', async () => {
    const quote = 'The Wand Pilot covers Narnia and Oz.';
    const text = [article, 'The Wand Pilot covers lower Hogsmeade too.'].join('\n\n');
    const hogsmeade = { label: 'Region', name: 'lower Hogsmeade', properties: [{ name: 'level', value: 'COUNTY' }] };
    const place = { quote: 'covers lower Hogsmeade', kind: 'ENTITY', entity: hogsmeade, summary: 'A place.' };
    const claims = ['Narnia', 'lower Hogsmeade'].map((object) =>
      like(
        { quote: object === 'Narnia' ? quote : 'The Wand Pilot covers lower Hogsmeade too.', summary: 'It is covered.' },
        { subject: 'Wand Pilot', predicate: 'COVERS', object, from: null },
      ),
    );
    const { proposals, model } = await readBy([items(...claims, place)], { text });
    expect(model.dropped).toEqual([]);
    expect(proposals).toMatchObject([
      { kind: 'ENTITY', entity: { id: 'region:lower-hogsmeade', properties: hogsmeade.properties } },
      { kind: 'CLAIM', claim: { subject: 'program:wand-pilot', object: 'region:NARNIA' } },
      { kind: 'CLAIM', claim: { subject: 'program:wand-pilot', object: 'region:lower-hogsmeade' } },
    ]);
  });

  it('need not propose the document, what it mentions, nor the entities that rules find', async () => {
    const quote = 'Jane Doe, director of the Ministry of Magic';
    const claim = { subject: 'Jane Doe', predicate: 'HOLDS_POSITION', object: 'agency:magic', from: null };
    const person = { quote, kind: 'ENTITY', entity: { label: 'Person', name: 'Jane Doe' }, summary: 'A director.' };
    const { all, proposals, model } = await readBy([items(person, like({ quote, summary: 'A director.' }, claim))]);
    expect(model.dropped).toEqual([]);
    expect(all.filter(({ kind }) => kind === 'ENTITY').map(({ rule }) => rule)).toEqual(['document', 'new-entity']);
    expect(proposals).toMatchObject([{ kind: 'CLAIM', claim: { subject: 'person:jane-doe' } }]);
    const others = all.filter(({ kind, rule }) => kind === 'CLAIM' && rule !== 'model');
    expect(new Set(others.map(({ rule }) => rule))).toEqual(new Set(['document-published', 'document-mentions']));
  });

  it('is said to agree with a rule that reads the same', async () => {
    const quote = 'Jane Doe, director of the Ministry of Magic';
    const claim = { subject: 'person:jane-doe', predicate: 'HOLDS_POSITION', object: 'agency:magic', from: null };
    const { proposals } = await readBy([items(like({ quote, summary: 'A director.' }, claim))]);
    expect(proposals).toMatchObject([{ why: 'It says “issued”. The rule position-held reads the same.', confidence: 0.85 }]);
  });

  it('proposes values of indicators', async () => {
    const observation = {
      indicator: 'indicator:wands-sold',
      about: null,
      value: 2700,
      unit: '{wand}',
      comparator: 'NEARLY',
      kind: 'ACTUAL',
      period: '2023',
    };
    const { proposals, model } = await readBy([
      items({ quote: 'nearly 2,700 wands” were sold abroad in 2023', kind: 'OBSERVATION', observation, summary: 'Nearly 2,700 wands were sold.' }),
    ]); // prettier-ignore
    expect(model.dropped).toEqual([]);
    expect(proposals).toMatchObject([{ kind: 'OBSERVATION', observation: { ...observation, about: [] } }]);
  });

  it.each([
    ['a code fence', '```json\n{"items": []}\n```'],
    ['sentences around it', 'Here {as you wished} is the JSON: {"items": []} [1] I hope that it helps.'],
    ['thoughts before it', '<think>The items are {"items": [1]}</think>{"items": []}'],
  ])('may put %s', async (_, text) => {
    const { model, proposals } = await readBy([says(text.replace('[]', JSON.stringify([issued])))]);
    expect([model.dropped, proposals.length]).toEqual([[], 1]);
  });

  it('may answer with the list alone', async () => {
    const { proposals } = await readBy([says(JSON.stringify([issued]))]);
    expect(proposals).toHaveLength(1);
  });

  it('may write quotation marks and white space otherwise; the passage is that of the text', async () => {
    const quote = "said that  'nearly 2,700 wands'\nwere sold abroad in 2023";
    const claim = {
      subject: 'agency:magic',
      predicate: 'NOTE',
      object: null,
      from: null,
      value: 'Nearly 2,700 wands were sold.',
    };
    const { proposals } = await readBy([items(like({ quote, summary: 'Wands were sold.' }, claim))]);
    const { start, end } = proposals[0]!.passages[0]!;
    expect(characters.slice(start, end).join('')).toBe('said that “nearly 2,700 wands” were sold abroad in 2023');
  });

  it('proposes what it says twice once', async () => {
    expect((await readBy([items(issued, issued)])).proposals).toHaveLength(1);
  });

  it('counts its tokens', async () => {
    const usage = { prompt_tokens: 3_000, completion_tokens: 200 };
    const { model } = await readBy([json(completion('{"items": []}', usage))]);
    expect(model.tokens).toEqual({ prompt: 3_000, answer: 200 });
    expect((await readBy([items()])).model.tokens).toBeUndefined();
  });

  it('of several places of a quote means that of its paragraph', async () => {
    const text = ['Narnia joined the Wand Pilot.', 'It rained.', 'Narnia joined the Wand Pilot.', 'It rained.'].join('\n');
    const claim = { subject: 'program:wand-pilot', predicate: 'COVERS', object: 'region:NARNIA', from: null };
    const at = async (paragraph: number) => {
      const item = like({ quote: 'Narnia joined the Wand Pilot.', paragraph, summary: 'It joined.' }, claim);
      return (await readBy([items(item)], { text })).proposals[0]?.passages[0]?.start;
    };
    expect([await at(1), await at(3), await at(4), await at(99)]).toEqual([0, 41, 41, 0]);
  });
});
