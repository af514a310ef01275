/** An embedding model of a few concepts, in English and Chinese: texts that say the same in other words are near. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const concepts = [
  /used|pre-owned|second-?hand|二手/giu,
  /\bcars?\b|vehicles?|automobiles?|汽车|二手车/giu,
  /exports?|exporting|overseas|abroad|出口|国外/giu,
  /pilot|trial|试点/giu,
  /ministry|department|部/giu,
  /city|城|市/giu,
  /wands?|魔杖/giu,
];

/** The last number is the same for all texts, so that none is without a direction. */
const vectorOf = (input: string): number[] => [...concepts.map((concept) => (input.match(concept) ? 1 : 0)), 0.2];

interface Answered {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text as it is. Undefined: no answer at all. */
  readonly body?: unknown;
}

type Answer = (input: readonly string[], model: string) => Answered;

export const wellBehaved = (input: readonly string[]) => ({
  body: { data: input.map((each, index) => ({ index, embedding: vectorOf(each) })).toReversed() },
});

/** A server of embeddings whose behaviour a test may change. */
export async function scriptedModel() {
  const state = { answer: wellBehaved as Answer, delay: 0, texts: [] as string[] };
  const server = createServer(async (incoming, response) => {
    const { input, model } = JSON.parse(await text(incoming)) as { input: string[]; model: string };
    state.texts.push(...input);
    const { status = 200, headers, body } = state.answer(input, model);
    if (body === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, state.delay));
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  const reopen = () => once(server.listen(port, '127.0.0.1'), 'listening');
  return Object.assign(state, { url: `http://127.0.0.1:${port}/v1`, close, reopen });
}
