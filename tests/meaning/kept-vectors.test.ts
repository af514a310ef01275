/** The file of vectors beside an embedded graph: whatever became of it, search by meaning works again. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import type { Graph } from '../../src/graph/port.js';
import { article, draft, named } from '../changesets/drafts.js';
import { embedded } from '../support/engines.js';
import { scriptedModel } from './scripted-model.js';
import { isIndexed, nearTo, open, type Opened } from './support.js';

const [cars, wands] = ['product:cars', 'product:wands'];
const products = [named(cars, 'Cars'), named(wands, 'Wands'), named(article, 'The article', { title: 'The article' })];

let model: Awaited<ReturnType<typeof scriptedModel>>;
let folder: string;
let file: string;
let graph: Graph;
const opens: Opened[] = [];

async function graphOf(entities = products): Promise<Graph> {
  const made = await embedded.empty();
  await applyChangeset(made, draft({ entities }));
  return made;
}

/** Opens search by meaning and waits; gives the texts that were embedded for it. */
async function started(on: Graph = graph): Promise<{ readonly opened: Opened; readonly embedded: readonly string[] }> {
  model.texts = [];
  const opened = open(on, { url: model.url, file });
  opens.push(opened);
  await isIndexed(opened);
  return { opened, embedded: model.texts.filter((text) => /cars|wands|article/i.test(text)) };
}

beforeEach(async () => {
  [model, graph] = [await scriptedModel(), await graphOf()];
  folder = mkdtempSync(join(tmpdir(), 'policygraph-vectors-'));
  file = join(folder, 'graph.vectors');
});
afterEach(async () => {
  for (const { indexer } of opens.splice(0)) await indexer.stop();
  await graph.close();
  model.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the file of vectors', () => {
  it.each<[string, () => void]>([
    ['is cut off', () => truncateSync(file, readFileSync(file).length - 8)],
    ['is empty', () => writeFileSync(file, '')],
    ['is something else', () => writeFileSync(file, 'PK\u0003\u0004 of another program')],
    [
      'has another byte',
      () => {
        const bytes = readFileSync(file);
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
        writeFileSync(file, bytes);
      },
    ],
    ['claims impossible sizes', () => writeFileSync(file, '{"format":1,"dimensions":1e12,"names":-4,"sha256":""}\n')],
    ['is of a later form', () => writeFileSync(file, readFileSync(file, 'latin1').replace('"format":1', '"format":2'), 'latin1')],
  ])('that %s is made again, and the log says so', async (_what, damage) => {
    await (await started()).opened.indexer.stop();
    damage();
    const { opened, embedded: texts } = await started();
    expect(opened.warnings).toEqual([`The vectors in ${file} cannot be read, or are damaged: they are made again.`]);
    expect(texts).toHaveLength(3);
    expect(await nearTo(opened, 'vehicles')).toEqual([cars]);
    await opened.indexer.stop();
    expect((await started()).embedded).toEqual([]);
  });

  it('of another graph is made again, and has nothing of that graph', async () => {
    const other = await graphOf([named('product:foreign', 'Foreign cars'), ...products.slice(2)]);
    await (await started(other)).opened.indexer.stop();
    await other.close();
    const { opened, embedded: texts } = await started();
    expect(texts).toHaveLength(3);
    expect(await nearTo(opened, 'vehicles')).toEqual([cars]);
  });

  it('that cannot be written is reported, and search works', async () => {
    symlinkSync('/dev/full', `${file}.part`); // as on a disk that is full
    const { opened } = await started();
    await expect.poll(() => opened.warnings).toEqual(['The vectors cannot be written (ENOSPC): the next start embeds again.']);
    expect(await nearTo(opened, 'vehicles')).toEqual([cars]);
    await opened.indexer.stop();
    expect(readdirSync(folder)).toEqual(['graph.vectors']); // written when there was room again
    expect((await started()).embedded).toEqual([]);
  });

  it('is kept while the service has no endpoint, and followed up afterwards', async () => {
    await (await started()).opened.indexer.stop();
    await applyChangeset(graph, draft({ entities: [named('product:vans', 'Automobiles')] }));
    const { opened, embedded: texts } = await started();
    expect([texts, model.texts.filter((text) => text === 'Automobiles')]).toEqual([[], ['Automobiles']]);
    expect((await nearTo(opened, 'vehicles'))?.toSorted()).toEqual([cars, 'product:vans']);
  });
});
