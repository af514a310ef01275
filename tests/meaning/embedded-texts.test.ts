/** What is embedded, and what of it is found: only what is public, as it is now. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import type { Graph } from '../../src/graph/port.js';
import { article, claim, draft, named } from '../changesets/drafts.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';
import { scriptedModel } from './scripted-model.js';
import { isIndexed, open, type Opened } from './support.js';

const [magic, cars, vans] = ['agency:magic', 'product:cars', 'product:vans'];
const spells = claim(magic, 'NOTE', { value: 'It licenses wands.' });
const inChinese = { id: vans, names: [{ value: '小汽车', lang: 'zh' }] } as const;

describe.each(engines)('what is embedded on $name', (engine) => {
  let graph: Graph;
  let service: Service;
  let model: Awaited<ReturnType<typeof scriptedModel>>;
  let opened: Opened;
  const must = async (query: string, variables: object = {}) => {
    const { json } = await service.ask(query, variables);
    expect(json.errors).toBeUndefined();
    return Object.values(json.data)[0] as any;
  };
  const found = async (query: string, more = ''): Promise<string[]> => {
    const { meaning, edges } = await must(
      `query ($query: String!) { search(query: $query, by: [MEANING]${more}) { meaning edges { node { id } } } }`,
      { query },
    );
    expect(meaning).toBe('USED');
    return edges.map(({ node }: any) => node.id).sort();
  };
  /** Resolves when all that was written before has been looked at. */
  const isFollowed = async () => {
    await applyChangeset(graph, draft({ entities: [named(`product:mark-${model.texts.length}`, `Mark ${model.texts.length}`)] }));
    const mark = `Mark ${model.texts.length}`;
    await vi.waitFor(() => expect(model.texts).toContain(mark), { timeout: 60_000 });
    await isIndexed(opened);
  };
  const sent = () => model.texts.join('\n');

  beforeAll(async () => {
    [graph, model] = [await engine.empty(), await scriptedModel()];
    const documents = [named(article, 'The article', { title: 'The article' })];
    const entities = [...documents, named(magic, 'Department of Magic'), named(cars, 'Cars'), inChinese];
    await applyChangeset(graph, draft({ entities, claims: [spells] }));
    opened = open(graph, { url: model.url });
    service = await serve(graph, { meaning: opened.meaning, authenticate: async () => ({ id: 'key:admin', role: 'ADMIN' }) });
    await isIndexed(opened);
  }, 120_000);
  afterAll(async () => {
    await service?.close();
    await opened?.indexer.stop();
    await graph?.close();
    model?.close();
  });

  it('is found in the other language, and by type', async () => {
    expect(await found('motor vehicles')).toEqual([cars, vans]);
    expect(await found('汽车')).toEqual([cars, vans]);
    expect(await found('vehicles', ', types: [AGENCY]')).toEqual([]);
    expect(await found('魔杖')).toEqual([magic]);
  });

  it('is not found as of a time when the graph did not know it', async () => {
    expect(await found('motor vehicles', ', asOf: { knownAt: "2020-01-01T00:00:00Z" }')).toEqual([]);
    expect(await found('motor vehicles', ', asOf: { date: "2020-01-01" }')).toEqual([cars, vans]);
  });

  it('is nothing of a draft before it is published, and nothing of a reading', async () => {
    const input = {
      reason: 'Later.',
      entities: [{ id: 'product:secret', names: [{ value: 'Secret automobiles', lang: 'en' }] }],
    };
    const made = await must('mutation ($input: ChangesetInput!) { draftChangeset(input: $input) { draft { id } } }', {
      input,
    });
    const text = 'The Department of Magic published the Hidden Wand Rules on Monday.';
    await must('mutation ($input: ProposeClaimsInput!) { proposeClaims(input: $input) { id } }', {
      input: { text, title: 'Unseen' },
    });
    await isFollowed();
    expect(sent()).not.toMatch(/Secret|Hidden|Unseen/);
    await must('mutation ($id: ID!) { publishDraft(id: $id) { outcome } }', { id: made.draft.id });
    await isFollowed();
    expect(sent()).toContain('Secret automobiles');
    expect(await found('motor vehicles')).toEqual([cars, 'product:secret', vans]);
  }, 120_000);

  it('is gone with the claim that said it', async () => {
    const [id] = (await must('{ claims(first: 5) { edges { node { id value } } } }')).edges
      .filter(({ node }: any) => node.value === spells.value)
      .map(({ node }: any) => node.id);
    await applyChangeset(graph, draft({ retract: [id] }));
    await isFollowed();
    expect(await found('魔杖')).toEqual([]);
  }, 120_000);

  it('is gone with the document that alone said it', async () => {
    await applyChangeset(graph, draft({ claims: [claim(magic, 'NOTE', { value: 'It forbids wands.' })] }));
    await isFollowed();
    expect(await found('魔杖')).toEqual([magic]);
    await must('mutation ($id: ID!) { removeDocument(document: $id) { outcome } }', { id: article });
    await isFollowed();
    expect(await found('魔杖')).toEqual([]);
  }, 120_000);

  it('is gone with an entity that is merged into another', async () => {
    await applyChangeset(graph, draft({ merges: [{ entity: cars, into: vans }] }));
    await isFollowed();
    expect(await found('motor vehicles')).toEqual(['product:secret', vans]);
  }, 120_000);
});
