import { describe, expect, it } from 'vitest';
import { json } from '../../support/scripted-endpoint.js';
import { article, completion, issued, items, like, readBy, says } from './scripted-model.js';

const whole = JSON.stringify({ items: [issued, issued, like({ summary: 'Another.' })] });

describe('a model that behaves badly', () => {
  it.each([
    ['nothing', ''],
    ['a sentence', 'I am sorry, I cannot help with that.'],
    ['JSON with an error in it', '{"items": [{"quote": "The Ministry of Magic" "paragraph": 1}]}'],
    ['JSON of another form', '{"claims": {"a": 1}}'],
    ['numbers', '[1, 2, 3]'],
    ['what is cut off in its first item', '{"items": [{"quote": "The Minis'],
  ])('and says %s has its answer reported', async (_, text) => {
    const said = text === '' ? 'with nothing' : `"${text.slice(0, 100)}"`;
    await expect(readBy([says(text)])).rejects.toMatchObject({
      code: 'MODEL_FAILED',
      message: `The language model answered ${said}, and not with JSON of the form that it was given: try POLICYGRAPH_MODEL_FORMAT, or another model.`,
    });
  });

  it.each([
    ['refuses', { choices: [{ message: { content: null, refusal: 'No.' } }] }, 'answered with nothing'],
    ['gives no choices', { choices: [] }, 'answered with nothing'],
    ['gives a choice that is none', { choices: [null] }, 'answered with nothing'],
    ['is no model', { data: [] }, 'gave no chat completion'],
    ['answers null', null, 'gave no chat completion'],
  ])('and %s is reported', async (_, body, message) => {
    await expect(readBy([json(body)])).rejects.toMatchObject({
      code: 'MODEL_FAILED',
      message: expect.stringContaining(message),
    });
  });

  it('and is cut off gives what was whole', async () => {
    const { proposals, model } = await readBy([says(whole.slice(0, -20))]);
    expect(model.dropped).toEqual([{ reason: 'CUT_OFF', count: 1 }]);
    expect(proposals).toHaveLength(1);
  });

  const two = JSON.stringify({ items: [issued, like({ summary: 'Another.' }, { from: '2024-03' })] });
  it.each([
    ['a comma after the last item', two.replace(/\]\}$/, ',]}')],
    ['a comma after the last key', two.replace('"from":"2024-03"', '"from":"2024-03",')],
    ['a comment', two.replace('[{', '[ // the items\n{')],
    ['a line break in a string', two.replace('Another.', 'Ano\nther.')],
    ['one item a line', two.slice('{"items":['.length, -2).replace('},{', '}\n{')],
    ['items as a map', two.replace('[{', '{"a":{').replace('},{', '},"b":{').replace(/\]\}$/, '}}')],
    ['the end of thoughts before it', `Perhaps ${JSON.stringify({ items: [like({}, { from: '2023' })] })}, no.</think>\n${two}`],
    ['many brackets before it', `${'See [1] and {x}. '.repeat(15)}\`\`\`json\n${two}\n\`\`\``],
  ])('and writes %s has all of it read', async (_, text) => {
    const { proposals, model } = await readBy([says(text)]);
    expect(model.dropped).toEqual([]);
    expect(proposals.map((each: any) => each.claim.from)).toEqual(['2024-03-04', '2024-03']);
  });

  it('and writes one item with a mistake loses that one alone', async () => {
    const mistaken = two.replace('"It says “issued”."', '"It says "issued"."');
    const { proposals, model } = await readBy([says(mistaken)]);
    expect(model.dropped).toEqual([{ reason: 'WRONG_FORM', count: 1 }]);
    expect(proposals).toMatchObject([{ claim: { from: '2024-03' } }]);
  });

  it('and answers in parts is read', async () => {
    const parts = [two.slice(0, 30), two.slice(30)].map((text) => ({ type: 'text', text }));
    expect((await readBy([json({ choices: [{ message: { content: parts } }] })])).proposals).toHaveLength(2);
  });

  it('and thinks until its tokens are used is reported', async () => {
    const spent = json({ choices: [{ message: { content: null }, finish_reason: 'length' }] });
    await expect(readBy([spent])).rejects.toThrow('used all of its tokens before it answered');
    await expect(readBy([says(`<think>Perhaps ${two}, or not`)])).rejects.toMatchObject({ code: 'MODEL_FAILED' });
  });

  it('and repeats the key has it hidden in what is kept', async () => {
    const { model } = await readBy(
      [(response, request) => items(like({ why: String(request.headers.authorization) }))(response, request)],
      { environment: { POLICYGRAPH_MODEL_KEY: 'sk-owl' } },
    );
    expect(model.answers).toEqual([expect.stringContaining('Bearer …')]);
    expect(JSON.stringify(model)).not.toContain('sk-owl');
  });

  it('and fails at one part of a text has the others read', async () => {
    const text = [article, 'Owls sleep all day. '.repeat(20)].join('\n\n');
    const { proposals, model } = await readBy(
      [(response, request) => (request.body.messages[1].content.includes('[1]') ? items(issued) : says('no'))(response, request)],
      { text, environment: { POLICYGRAPH_MODEL_PART: '500' } },
    );
    expect(proposals).toHaveLength(1);
    expect(model.dropped).toEqual([{ reason: 'UNREADABLE_ANSWER', count: 1 }]);
    expect(model.answers).toHaveLength(2);
  });

  it.each<[string, object]>([
    ['no quote', { quote: undefined }],
    ['a quote that is no text', { quote: ['The Ministry of Magic'] }],
    ['an unknown kind', { kind: 'RULE' }],
    ['no claim', { kind: 'OBSERVATION' }],
    ['a claim that is a list', { claim: [] }],
    ['no summary', { summary: undefined }],
    ['a summary that never ends', { summary: 'x'.repeat(1_001) }],
    ['about that is no list', { claim: { ...issued.claim, about: 'agency:magic' } }],
    ['a subject that is a map', { claim: { ...issued.claim, subject: { id: 'agency:magic' } } }],
  ])('and gives items with %s has them dropped', async (_, part) => {
    const { proposals, model } = await readBy([items(issued, { ...issued, ...part }, null, 'x', 3)]);
    expect(proposals).toHaveLength(1);
    expect(model.dropped).toEqual([{ reason: 'WRONG_FORM', count: 4 }]);
  });

  it('and adds keys of its own has them ignored', async () => {
    const { proposals } = await readBy([
      items({ ...issued, note: 'x', claim: { ...issued.claim, retractedAt: '2024', evidence: [] } }),
    ]);
    expect(proposals).toMatchObject([{ claim: issued.claim }]);
    expect(proposals[0]).not.toHaveProperty('note');
    expect(JSON.stringify(proposals)).not.toMatch(/retractedAt|evidence/);
  });

  it('and is surer than it can be is not believed', async () => {
    const claim = { predicate: 'NOTE', object: null, value: 'It issued the notice.' };
    const sure = async (confidence: unknown) => (await readBy([items(like({ confidence }, claim))])).proposals[0]?.confidence;
    expect([await sure(7), await sure(-1), await sure(null), await sure(0.4)]).toEqual([0.9, 0, 0.5, 0.4]);
  });

  it('and sends more than an answer may have is not read to the end', async () => {
    const endless = json(completion('x'.repeat(1_000_001)));
    await expect(readBy([endless])).rejects.toMatchObject({
      code: 'MODEL_FAILED',
      message: 'The language model sent an answer of more than 1,000,000 bytes.',
    });
  });

  it('and sends text in the place of JSON is reported', async () => {
    await expect(
      readBy([(response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hi</p>')]),
    ).rejects.toThrow('answered with text/html, which is not JSON');
  });

  it('and fails, is busy, and closes in the middle of an answer is asked again', async () => {
    const busy = json({}, 429, { 'retry-after': '0' });
    expect((await readBy([json({}, 500), busy, items(issued)])).proposals).toHaveLength(1);
    const closes: Parameters<typeof readBy>[0][0] = (response) =>
      response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy());
    expect((await readBy([closes, items(issued)])).proposals).toHaveLength(1);
  });

  it('and stays busy proposes nothing', async () => {
    await expect(readBy([json({}, 503)])).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
  });

  it.each<[string, Parameters<typeof readBy>[0][0]]>([
    ['hangs', () => undefined],
    ['drips', (response) => setInterval(() => response.write(' '), 50).unref()],
  ])('and %s is given up', async (_, answer) => {
    await expect(readBy([answer], { environment: { POLICYGRAPH_MODEL_TIME: '1' } })).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: 'The language model gave no whole answer in 1 s: try again later.',
    });
  });

  it('and refuses one part is not asked about the others', async () => {
    const text = Array.from({ length: 20 }, () => 'Owls sleep all day. '.repeat(20).trim()).join('\n\n');
    const { signal } = new AbortController();
    let asked = 0;
    const refuses = json({ error: { message: 'No credit.' } }, 402);
    await expect(
      readBy([(response, request) => (asked++, refuses(response, request))], {
        text,
        signal,
        environment: { POLICYGRAPH_MODEL_PART: '500' },
      }),
    ).rejects.toThrow('The language model answered with the status 402 (No credit).');
    expect(asked).toBeLessThan(10);
  });

  it('is not asked about a text of too many parts', async () => {
    const text = Array.from({ length: 41 }, () => 'Owls sleep all day. '.repeat(20).trim()).join('\n\n');
    await expect(readBy([items()], { text, environment: { POLICYGRAPH_MODEL_PART: '500' } })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('The text makes 41 requests to the language model'),
    });
  });

  it('is left when the client leaves', async () => {
    const client = new AbortController();
    const leaves: Parameters<typeof readBy>[0][0] = () => client.abort(new Error('gone'));
    await expect(readBy([leaves], { signal: client.signal })).rejects.toThrow('gone');
  });
});
