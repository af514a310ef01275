import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fastify } from 'fastify';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { Admission } from '../../src/server/admission/admission.js';
import { limitTurns } from '../../src/server/admission/loop-turn.js';
import { UnreadRefusals } from '../../src/server/admission/unread.js';
import { Metrics } from '../../src/server/metrics/metrics.js';

it('refuses unread what comes on a connection that was refused twice in a second, while operations wait', async () => {
  const admission = new Admission(() => 'embedded');
  for (let count = 0; count < 20; count++) {
    const controller = new AbortController();
    const cancel = { signal: controller.signal, abort: (reason: Error) => controller.abort(reason) };
    void admission
      .run({ client: 'a', cancel }, (enter) => enter(1_000).then(() => new Promise(() => undefined)))
      .catch(() => undefined);
  }
  const app = fastify();
  limitTurns(app, admission, new UnreadRefusals(pino({ level: 'silent' }), new Metrics()));
  app.post('/graphql', (_request, reply) => reply.code(503).send('read'));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const send = async (agent: Agent) => {
    const [response] = (await once(request({ port, agent, method: 'POST', path: '/graphql' }).end(), 'response')) as [
      IncomingMessage,
    ];
    return (await text(response)) === 'read' ? 'read' : `${response.statusCode} ${response.headers['retry-after']}`;
  };
  const [one, other] = [0, 1].map(() => new Agent({ keepAlive: true, maxSockets: 1 })) as [Agent, Agent];
  expect([await send(one), await send(one), await send(one), await send(other)]).toEqual(['read', 'read', '503 1', 'read']);
  admission.close(new Error('over'));
  expect(await send(one)).toBe('read');
  one.destroy();
  other.destroy();
  await app.close();
});
