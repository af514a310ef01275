import { expect, it } from 'vitest';
import { zipped } from '../../src/export/zip.js';

it('ends with the error of a file that cannot be read', async () => {
  async function* broken() {
    yield 'a\n';
    throw new Error('The store is gone.');
  }
  const read = async () => {
    for await (const _ of zipped([{ name: 'a.csv', chunks: broken }])) continue;
  };
  await expect(read()).rejects.toThrow('The store is gone.');
});
