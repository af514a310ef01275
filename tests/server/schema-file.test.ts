import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { engines } from '../support/engines.js';
import { serve } from '../support/service.js';

it('serves the schema as a text, with an entity tag', async () => {
  const graph = await engines[0]!.empty();
  const service = await serve(graph);
  const url = `${service.url}/graphql/schema.graphql`;
  const response = await fetch(url);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  expect(
    buildSchema(await response.text())
      .getQueryType()
      ?.getFields(),
  ).toHaveProperty('observations');
  const again = await fetch(url, { headers: { 'if-none-match': response.headers.get('etag')! } });
  expect(again.status).toBe(304);
  await service.close();
  const closed = await serve(graph, { reading: 'closed' });
  expect((await fetch(`${closed.url}/graphql/schema.graphql`)).status).toBe(401);
  await closed.close();
  await graph.close();
});
