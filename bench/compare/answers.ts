import { deepStrictEqual } from 'node:assert';
import { bodyOf, post, type Server } from '../servers.js';
import type { Anchors, Shape } from '../shapes/shape.js';

/** Throws at the first shape that a server does not answer as the first of them does, with the difference. */
export async function mustAnswerAlike(servers: readonly Server[], shapes: readonly Shape[], anchors: Anchors): Promise<void> {
  const [reference, ...others] = servers;
  if (reference === undefined) return;
  for (const shape of shapes) {
    const expected = await answerOf(reference, shape, anchors);
    for (const server of others) {
      const message = `${server.kind.name} does not answer ${shape.id} (${shape.title}) as ${reference.kind.name} does`;
      mustEqual(await answerOf(server, shape, anchors), expected, message);
    }
  }
}

async function answerOf(server: Server, shape: Shape, anchors: Anchors): Promise<unknown> {
  const { data, errors } = await post(server.url, bodyOf(server.kind, shape, anchors));
  if (errors !== undefined || data == null)
    throw new Error(`${server.kind.name} does not answer ${shape.id}: ${JSON.stringify(errors)}`);
  const answer = server.kind.asks === 'peer' ? shape.peer.toAnswer(data) : data;
  return shape.ordered?.(answer) ?? answer;
}

function mustEqual(actual: unknown, expected: unknown, message: string): void {
  try {
    deepStrictEqual(actual, expected);
  } catch (error) {
    throw new Error(`${message}:\n${(error as Error).message}`, { cause: error });
  }
}
