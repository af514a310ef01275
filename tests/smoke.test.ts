import { describe, expect, it } from 'vitest';
import { createApp } from '../src/server/app.js';
import { pino } from 'pino';
import { engines } from './support/engines.js';

describe.each(engines)('$name', (engine) => {
  it('answers', async () => {
    const graph = await engine.builtIn();
    const app = await createApp({ graph }, { logger: pino({ level: 'silent' }) });
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: '{ region(id: "region:CN-370200") { name parent { name } } }' },
    });
    expect(response.json()).toMatchObject({ data: { region: { name: 'Qingdao', parent: { name: 'Shandong' } } } });
    await app.close();
    await graph.close();
  });
});
