import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Neo4jGraph } from '../../src/graph/neo4j/neo4j-graph.js';
import { neo4jSettings } from '../support/engines.js';

const errorOf = (work: Promise<unknown>): Promise<Error & { code?: string }> =>
  work.then(
    () => new Error('It did not fail.'),
    (error: Error) => error,
  );

/** What a client reads must not tell where the database is, or who may enter. */
function expectDiscreet(message: string): void {
  const secrets = [neo4jSettings.password, '127.0.0.1', 'localhost', 'Sekret'].filter((secret) => secret !== '');
  expect(secrets.filter((secret) => message.includes(secret))).toEqual([]);
}

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('an unreachable Neo4j', () => {
  it.each(['bolt', 'neo4j'])('is UNAVAILABLE soon, by %s', { timeout: 20_000 }, async (scheme) => {
    const error = await errorOf(
      Neo4jGraph.open({ uri: `${scheme}://127.0.0.1:${await freePort()}`, user: 'neo4j', password: 'Sekret' }),
    );
    expect(error).toMatchObject({ name: 'GraphError', code: 'UNAVAILABLE' });
    expectDiscreet(error.message);
  });

  it('is UNAVAILABLE soon when it is silent', { timeout: 20_000 }, async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const error = await errorOf(
      Neo4jGraph.open({ uri: `bolt://127.0.0.1:${(silent.address() as AddressInfo).port}`, user: 'neo4j', password: 'Sekret' }),
    );
    silent.close();
    expect(error).toMatchObject({ name: 'GraphError', code: 'UNAVAILABLE' });
    expectDiscreet(error.message);
  });

  it.each(['', 'Sekret', 'http://Sekret:7474', 'bolt://', 'neo4j://Sekret:port', '://'])(
    'with the address "%s" says what one looks like',
    async (uri) => {
      const error = await errorOf(Neo4jGraph.open({ uri, user: 'neo4j', password: 'Sekret' }));
      expect(error).toMatchObject({ name: 'GraphError', code: 'UNAVAILABLE' });
      expect(error.message).toContain('NEO4J_URI');
      expect(error.message).not.toContain('Sekret');
    },
  );
});

describe.skipIf(neo4jSettings.uri === '')('a running Neo4j', () => {
  it('refuses a wrong password as STORE_REFUSED', async () => {
    const error = await errorOf(Neo4jGraph.open({ ...neo4jSettings, password: 'Sekret' }));
    expect(error).toMatchObject({ name: 'GraphError', code: 'STORE_REFUSED' });
    expectDiscreet(error.message);
  });

  it('without the database that was asked for is UNAVAILABLE', async () => {
    const error = await errorOf(Neo4jGraph.open({ ...neo4jSettings, database: 'sekret' }));
    expect(error).toMatchObject({ name: 'GraphError', code: 'UNAVAILABLE' });
    expectDiscreet(error.message);
  });
});
