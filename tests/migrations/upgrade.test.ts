import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { ChangeLog, beginning } from '../../src/changesets/log.js';
import { checkGraph } from '../../src/graph/inference/check.js';
import { GraphError } from '../../src/graph/errors.js';
import { modelVersion } from '../../src/graph/model-version.js';
import type { Graph } from '../../src/graph/port.js';
import { migrations } from '../../src/migrations/migrations.js';
import { mustBeCurrent, storeVersion } from '../../src/migrations/store-version.js';
import { upgrade } from '../../src/migrations/upgrade.js';
import { claim, draft } from '../changesets/drafts.js';
import { engines } from '../support/engines.js';
import { comparable } from './comparable.js';
import { dumpOf, fill, type Dump } from './dump.js';
import { earlierStores, madeToday, newerVersion, say, statement, storeNamed } from './stores.js';

vi.setConfig({ testTimeout: 120_000 }); // a Neo4j that has just started plans each statement again

let today: Dump;
beforeAll(async () => {
  today = await madeToday();
});

describe('the steps', () => {
  it('lead from the first version to the one of this program, one by one', () => {
    expect(migrations.map(({ to }) => to)).toEqual(Array.from({ length: modelVersion - 1 }, (_, index) => index + 2));
  });

  it('begin at a store of every version', () => {
    expect([...new Set(earlierStores.map(({ version }) => version))]).toEqual(migrations.map(({ to }) => to - 1));
  });

  it('have passes of different names, by which an interrupted one goes on', () => {
    const names = migrations.map(({ passes }) => passes.map(({ name }) => name));
    expect(names).toEqual(names.map((each) => [...new Set(each)]));
  });
});

describe.each(engines)('a store on $name', ({ empty }) => {
  let graph: Graph;
  afterEach(() => graph.close());

  const holding = async (name: string) => {
    graph = await empty();
    await fill(graph, storeNamed(name));
  };

  describe.each(earlierStores)('made by program $name', ({ name, version, told, isRecorded = false }) => {
    it("becomes what today's code would have made of the same data", async () => {
      await holding(name);
      expect(await storeVersion(graph)).toEqual({ version, isRecorded, isUpgrading: false });
      await expect(mustBeCurrent(graph)).rejects.toThrow(/^The graph has model version \d; this program needs \d: run /);
      expect(await upgrade(graph)).toEqual({ from: version, to: modelVersion, copy: undefined });
      expect(await storeVersion(graph)).toEqual({ version: modelVersion, isRecorded: true, isUpgrading: false });
      const dump = await dumpOf(graph);
      expect(comparable(dump, told)).toEqual(comparable(today, told));
      expect(withTokens(dump)).toEqual(graph.engine === 'neo4j' ? entitiesOf(dump) : []);
      expect((await checkGraph(graph)).differences).toEqual([]);
    });

    it('becomes the same in batches of one item', async () => {
      await holding(name);
      await upgrade(graph, { limit: 1 });
      expect(comparable(await dumpOf(graph), told)).toEqual(comparable(today, told));
    });

    it('becomes the same when it is interrupted after any batch', async () => {
      await holding(name);
      await interruptedUpgrade(graph, 4);
      expect(comparable(await dumpOf(graph), told)).toEqual(comparable(today, told));
    });

    it('becomes the same by two at once', async () => {
      await holding(name);
      await Promise.all([upgrade(graph, { limit: 2 }), upgrade(graph, { limit: 2 })]);
      expect(comparable(await dumpOf(graph), told)).toEqual(comparable(today, told));
    });

    it('is not changed by steps that run a second time', async () => {
      await holding(name);
      await upgrade(graph);
      const once = await dumpOf(graph);
      await say(graph, version);
      expect(await upgrade(graph)).toMatchObject({ from: version });
      expect(await dumpOf(graph)).toEqual(once);
    });

    it('reports its changes afterwards, and accepts more', async () => {
      await holding(name);
      await upgrade(graph);
      const log = new ChangeLog(graph);
      const { entries, place } = await log.after(beginning, 1000, () => true);
      expect(entries.map(({ kind }) => kind)).toContain('RELATION_REMOVED');
      expect(new Set(entries.map((entry) => entry.place.sequence))).toEqual(new Set([1, 2]));
      await applyChangeset(graph, draft({ claims: [claim('agency:bureau', 'ISSUED', { object: 'policy:plan' })] }));
      const { entries: added } = await log.after(place, 1000, () => true);
      expect(added.map(({ kind, id }) => `${kind} ${id.split(':')[0]}`)).toEqual([
        'ENTITY_UPDATED agency',
        'CLAIM_ASSERTED claim',
        'RELATION_ADDED relation',
      ]);
      expect(added[0]?.place.sequence).toBe(3);
      expect((await checkGraph(graph)).differences).toEqual([]);
    });
  });

  it('that does not say its version, and has the first that stores say, is upgraded from there', async () => {
    await holding('3-unsaid');
    expect(await storeVersion(graph)).toEqual({ version: 3, isRecorded: false, isUpgrading: false });
    expect(await upgrade(graph)).toMatchObject({ from: 3 });
    const told = ['changeset:1', 'changeset:2'];
    expect(comparable(await dumpOf(graph), told)).toEqual(comparable(today, told));
  });

  it('in which nothing is yet has the newest version, and nothing is written', async () => {
    graph = await empty();
    expect(await storeVersion(graph)).toEqual({ version: modelVersion, isRecorded: true, isUpgrading: false });
    await upgrade(graph);
    expect((await dumpOf(graph)).nodes).toEqual([]);
  });

  it('says its version from the first changeset on', async () => {
    graph = await empty();
    await applyChangeset(graph, draft({ entities: [{ id: 'document:article', title: 'The article' }] }));
    expect(await storeVersion(graph)).toMatchObject({ version: modelVersion, isRecorded: true });
    expect((await dumpOf(graph)).nodes.find(({ labels }) => labels.includes('Store'))?.properties).toMatchObject({
      modelVersion,
    });
  });

  it('that is newer is refused, and nothing is written', async () => {
    await holding(String(modelVersion));
    await say(graph, newerVersion);
    const before = await dumpOf(graph);
    const refusal = new RegExp(
      `^The graph has model version ${newerVersion}, and this program knows versions up to ${modelVersion}: .*\\.$`,
    );
    await expect(storeVersion(graph)).rejects.toThrow(refusal);
    await expect(upgrade(graph)).rejects.toThrow(refusal);
    await expect(
      applyChangeset(graph, draft({ entities: [{ id: 'document:article', title: 'Another title' }] })),
    ).rejects.toThrow(/nothing was written/);
    expect(await dumpOf(graph)).toEqual(before);
  });

  it('does not guess when an entity came that nothing names, unless there is one changeset only', async () => {
    await holding('2');
    const unnamed = {
      id: 'person:unnamed',
      name: 'Unnamed',
      names: ['Unnamed'],
      nameLanguages: ['en'],
      nameKinds: ['PREFERRED'],
      searchTerms: 'unnamed =unnamed',
    };
    await graph.write([statement('CREATE (entity:Entity) SET entity = $unnamed SET entity:Person', { unnamed })]);
    await upgrade(graph);
    const { nodes, relationships } = await dumpOf(graph);
    const { version, recordedAt } = nodes.find(({ properties }) => properties['id'] === unnamed.id)?.properties ?? {};
    expect({ version, recordedAt }).toEqual({ version: 1, recordedAt: undefined });
    expect(relationships.filter(({ from }) => from === unnamed.id)).toEqual([]);
  });
});

const isEntity = ({ labels }: Dump['nodes'][number]): boolean => labels.includes('Entity');
const entitiesOf = ({ nodes }: Dump): unknown[] => nodes.filter(isEntity).map(({ properties }) => properties['id']);
const withTokens = ({ nodes }: Dump): unknown[] =>
  nodes.filter(({ properties }) => properties['searchTerms'] !== undefined).map(({ properties }) => properties['id']);

/** Upgrades in small batches, and fails while the first batch runs, then the second, and so on until there are none left. */
async function interruptedUpgrade(graph: Graph, limit: number): Promise<void> {
  for (let batches = 0; ; batches++) {
    let left = batches;
    const failing: Graph = Object.create(graph, {
      prepare: { value: () => graph.prepare() }, // it may write in transactions of its own
      transact: {
        value: (work: Parameters<Graph['transact']>[0]) =>
          graph.transact(async (transaction) => {
            const result = await work(transaction);
            if (left-- === 0) throw new GraphError('UNAVAILABLE', 'The power went.');
            return result;
          }),
      },
    }) as Graph;
    try {
      await upgrade(failing, { limit });
      return;
    } catch (error) {
      expect(error).toMatchObject({ message: 'The power went.' });
    }
    if (batches > 2) batches = 0; // each round lands one, two or three batches
  }
}
