import { describe, expect, it } from 'vitest';
import { OpenAiEndpoint, type EndpointAddress, type EndpointBounds } from '../../src/openai-endpoint/endpoint.js';
import { deferred } from '../support/deferred.js';
import { json, scriptedEndpoint } from '../support/scripted-endpoint.js';

const bounds: EndpointBounds = { time: 20_000, answer: 10_000, attempts: 3, pause: 1, concurrent: 2 };
const named = { name: 'language model', setting: 'POLICYGRAPH_MODEL_URL' };
const endpoint = (url: string, more: Partial<EndpointAddress & EndpointBounds> = {}) =>
  new OpenAiEndpoint({ url, key: undefined, ...named, ...more }, { ...bounds, ...more });
const { signal } = new AbortController();
const post = (url: string, more: Partial<EndpointAddress & EndpointBounds> = {}) =>
  endpoint(url, more).post('embeddings', { input: 'x' }, signal);

describe('an endpoint', () => {
  it('gets the body at its path, with the key and the query of its URL', async () => {
    const { url, requests } = await scriptedEndpoint(json({ data: [1] }));
    expect(await post(`${url}/?api-version=1`, { key: 'secret' })).toEqual({ data: [1] });
    expect(requests).toMatchObject([
      { path: '/v1/embeddings?api-version=1', body: { input: 'x' }, headers: { authorization: 'Bearer secret' } },
    ]);
  });

  it('gets no key where none is set', async () => {
    const { url, requests } = await scriptedEndpoint(json({}));
    await post(url);
    expect(requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it.each([429, 408, 500, 503])('is asked again after the status %s', async (status) => {
    const { url, requests } = await scriptedEndpoint(json({}, status), json({}, status, { 'retry-after': '0' }), json('ok'));
    expect(await post(url)).toBe('ok');
    expect(requests).toHaveLength(3);
  });

  it('is asked again when it closes in the middle of an answer', async () => {
    const { url } = await scriptedEndpoint(
      (response) => response.writeHead(200, { 'content-length': '100' }).write('{"a"', () => response.destroy()),
      json('ok'),
    );
    expect(await post(url)).toBe('ok');
  });

  it('is given up after so many attempts', async () => {
    const { url, requests } = await scriptedEndpoint(json({}, 500));
    await expect(post(url)).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: 'The language model answered with the status 500: try again later.',
    });
    expect(requests).toHaveLength(3);
  });

  it('is not waited for longer than an answer may take', async () => {
    const { url, requests } = await scriptedEndpoint(json({}, 429, { 'retry-after': '3600' }));
    await expect(post(url)).rejects.toThrow('answered with the status 429: try again in 3600 s.');
    expect(requests).toHaveLength(1);
  });

  it('is waited for as long as it says, also in parts of a second', async () => {
    const { url, requests } = await scriptedEndpoint(json({}, 429, { 'retry-after': '3600.5' }));
    await expect(post(url)).rejects.toThrow('answered with the status 429: try again in 3601 s.');
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['hangs', () => undefined],
    ['drips', (response: any) => setInterval(() => response.write(' '), 20).unref()],
  ])('that %s is given up at the deadline', async (_, answer) => {
    const { url } = await scriptedEndpoint(answer);
    await expect(post(url, { time: 300 })).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: 'The language model gave no whole answer in 0.3 s: try again later.',
    });
  });

  it('that cannot be reached is said to be', async () => {
    await expect(post('http://127.0.0.1:1/v1')).rejects.toThrow('cannot be reached (');
  });

  it.each<[number, unknown, string]>([
    [400, { error: { message: 'No such\n model.' } }, 'answered with the status 400 (No such model).'],
    [401, { error: 'Bad key: secret' }, 'answered with the status 401 (Bad key: …): check POLICYGRAPH_MODEL_KEY.'],
    [404, 'nothing', 'answered with the status 404: check POLICYGRAPH_MODEL_URL, which should end as in …/v1'],
    [307, {}, 'redirects to another address: set POLICYGRAPH_MODEL_URL to the final one.'],
  ])('that answers with %s is not asked again', async (status, body, message) => {
    const other = await scriptedEndpoint(json('elsewhere'));
    const { url, requests } = await scriptedEndpoint(json(body, status, { location: other.url }));
    const failure = await post(url, { key: 'secret' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'MODEL_FAILED', message: expect.stringContaining(message) });
    expect(JSON.stringify(failure)).not.toContain('secret');
    expect([requests.length, other.requests.length]).toEqual([1, 0]);
  });

  it('that answers with a page is reported', async () => {
    const { url } = await scriptedEndpoint((response) => response.setHeader('content-type', 'text/html').end('<p>Hello</p>'));
    await expect(post(url)).rejects.toMatchObject({
      code: 'MODEL_FAILED',
      message: 'The language model answered with text/html, which is not JSON: POLICYGRAPH_MODEL_URL should end as in …/v1.',
    });
  });

  it('is read no further than the bound', async () => {
    const { url } = await scriptedEndpoint((response) => {
      const more = () => response.write(' '.repeat(5_000), (error) => (error == null ? more() : undefined));
      more();
    });
    await expect(post(url)).rejects.toThrow('sent an answer of more than 10,000 bytes.');
  });

  it('is left when the client leaves, also by those who wait for it', async () => {
    const [arrived, closed] = [deferred(), deferred()];
    const { url, requests } = await scriptedEndpoint((response) => {
      arrived.resolve();
      response.once('close', closed.resolve);
    }, json('ok'));
    const client = new AbortController();
    const model = endpoint(url, { concurrent: 1 });
    const posts = ['a', 'b'].map((path) => model.post(path, {}, client.signal).catch((error: unknown) => error));
    await arrived.promise;
    client.abort(new Error('gone'));
    expect(await Promise.all(posts)).toEqual([new Error('gone'), new Error('gone')]);
    await closed.promise;
    expect(requests).toHaveLength(1);
    expect(await model.post('c', {}, signal)).toBe('ok');
  });

  it('gets no more requests at once than the bound, and the others in turn', async () => {
    let [running, most] = [0, 0];
    const { url } = await scriptedEndpoint(async (response, { path }) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      response.end(JSON.stringify(path));
    });
    const model = endpoint(url);
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((path) => model.post(path, {}, signal)));
    expect([answers, most]).toEqual([['/v1/a', '/v1/b', '/v1/c', '/v1/d'], 2]);
  });
});
