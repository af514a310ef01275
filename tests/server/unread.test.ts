import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fastify } from 'fastify';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { PublicAddress, ownMachine } from '../../src/server/address/public-address.js';
import { Admission } from '../../src/server/admission/admission.js';
import { limitTurns } from '../../src/server/admission/loop-turn.js';
import { UnreadRefusals } from '../../src/server/admission/unread.js';
import { Metrics } from '../../src/server/metrics/metrics.js';

const page = 'https://app.example.org';

/** A service on which operations wait, and that takes so many milliseconds to read a request. */
async function busyService(reading: number) {
  const admission = new Admission(() => 'embedded');
  for (let count = 0; count < 20; count++) {
    const controller = new AbortController();
    const cancel = { signal: controller.signal, abort: (reason: Error) => controller.abort(reason) };
    void admission
      .run({ client: 'a', cancel }, (enter) => enter(1_000).then(() => new Promise(() => undefined)))
      .catch(() => undefined);
  }
  const app = fastify();
  limitTurns(
    app,
    admission,
    new UnreadRefusals(pino({ level: 'silent' }), new Metrics(), new PublicAddress({ ...ownMachine, origins: [page] })),
  );
  app.post('/graphql', (_request, reply) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, reading);
    return reply.code(503).send('read');
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const agents: Agent[] = [];
  /** A client with a connection of its own, which sends a request and gives what came of it. */
  const client = () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    agents.push(agent);
    return async () => {
      const [response] = (await once(
        request({ port, agent, method: 'POST', path: '/graphql', headers: { origin: page } }).end(),
        'response',
      )) as [IncomingMessage];
      const { statusCode, headers } = response;
      if ((await text(response)) === 'read') return 'read';
      return `${statusCode} ${headers['retry-after']} ${headers['access-control-allow-origin']}`;
    };
  };
  const close = () => {
    for (const agent of agents) agent.destroy();
    return app.close();
  };
  return { client, close, idle: () => admission.close(new Error('over')) };
}

it('refuses unread what comes on a connection that was refused twice in a second, while operations wait', async () => {
  const { client, close, idle } = await busyService(0);
  const [one, other] = [client(), client()];
  expect([await one(), await one(), await one(), await other()]).toEqual(['read', 'read', `503 1 ${page}`, 'read']);
  idle();
  expect(await one()).toBe('read');
  await close();
});

it('reads some tens of requests that come together, and refuses those beyond unread, while operations wait', async () => {
  const { client, close } = await busyService(6);
  const together = async (count: number) => {
    const clients = Array.from({ length: count }, client);
    await Promise.all(clients.map((ask) => ask())); // connects
    return (await Promise.all(clients.map((ask) => ask()))).filter((outcome) => outcome !== 'read').length;
  };
  expect(await together(40)).toBe(0);
  expect(await together(150)).toBeGreaterThan(0);
  await close();
});
