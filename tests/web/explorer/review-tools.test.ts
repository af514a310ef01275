/** What a reviewer does besides deciding one proposal after the other: choices, rules, discarding, re-reading, removal. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lexiconOf } from '../../../src/reading/graph-names.js';
import { keepReading } from '../../../src/reading/kept/kept-readings.js';
import { readByRules } from '../../../src/reading/kept/new-reading.js';
import { hasBrowser } from '../../support/browser.js';
import { engines } from '../../support/engines.js';
import { article, goTo, openReview, position, proposal, read, reviewer, selected, stateOf } from './reviewers.js';
import { axe, settled, type Explorer } from './support.js';

const bodies = ['agency:cn-mofcom', 'agency:cn-mps'];

describe.skipIf(!hasBrowser).each(engines)('the tools of a review on $name', { timeout: 180_000 }, (engine) => {
  let explorer: Explorer;
  const ask = async (query: string, variables: object, key = 'pg_ann') => {
    const { json } = await explorer.service.ask(query, variables, { authorization: `Bearer ${key}` });
    expect(json.errors).toBeUndefined();
    return json.data;
  };

  beforeAll(async () => {
    explorer = await openReview(engine);
  });
  afterAll(() => explorer?.close());

  /** A reading whose position may be at one of two bodies. */
  const readWithChoice = async () => {
    const text = { text: article, title: `Brooms of two bodies ${Date.now()}` };
    const found = readByRules(text, await lexiconOf(explorer.graph));
    const candidates = bodies.map((id) => ({ id, score: 0.5, reasons: ['It has this name.'] }));
    const proposals = found.proposals.map((each) =>
      each.kind === 'CLAIM' && each.claim.predicate === 'HOLDS_POSITION'
        ? { ...each, claim: { ...each.claim, object: bodies[0]! }, choices: [{ field: 'object', candidates }] }
        : each,
    );
    return `/review/${await keepReading(explorer.graph, { ...found, proposals, author: 'key:ann' })}`;
  };

  it('shows all of a text that has more than a page of proposals', async () => {
    const syllables = ['ka', 'mo', 'ri', 'tu', 'ze', 'lo', 'ni'];
    const names = syllables.flatMap((one) => syllables.flatMap((two) => syllables.map((three) => `Br${one}${two}${three}`)));
    const sentences = names.map((name) => `It met the ${name} Broom Association and the ${name} Owl Academy in Qingdao.`);
    const text = { text: sentences.join('\n\n'), title: `Many brooms ${Date.now()}` };
    const found = readByRules(text, await lexiconOf(explorer.graph));
    expect(found.proposals.length).toBeGreaterThan(1_000);
    const id = await keepReading(explorer.graph, { ...found, author: 'key:ann' });
    const page = await reviewer(explorer, 'pg_ann', `/review/${id}`);
    await expect.poll(() => page.locator('.proposal').count()).toBe(found.proposals.length);
    expect(await page.locator('.article p').last().innerText()).toContain('Brninini Owl');
  });

  it('accepts with one of several entities by its number', async () => {
    const page = await reviewer(explorer, 'pg_ann', await readWithChoice());
    await goTo(page, /Jane Doe holds a position at Ministry of Commerce/);
    await page.keyboard.press('a');
    expect(await selected(page).getAttribute('data-state')).toBe('pending'); // it must be chosen
    expect(
      await selected(page)
        .getByRole('button', { name: /^2 Accept with/ })
        .count(),
    ).toBe(0); // the key is for the eye
    await page.keyboard.press('2');
    const chosen = proposal(page, /Jane Doe holds a position at/).first();
    await expect.poll(() => chosen.getAttribute('data-state')).toBe('accepted');
    await expect
      .poll(() => chosen.getByRole('link', { name: 'Ministry of Public Security' }).first().getAttribute('href'))
      .toContain(bodies[1]!);
    expect(await chosen.innerText()).toContain('corrected');
  });

  it('accepts what rules propose that were right before', async () => {
    const deciding =
      'mutation ($id: ID!, $decisions: [ProposalDecisionInput!]!) { decideProposals(reading: $id, decisions: $decisions) { id } }';
    const rules = '{ rules { rule acceptedBefore } proposals { id rule } }';
    for (let decided = 0; decided < 12;) {
      const id = (await read(explorer)).replace('/review/', '');
      const { reading } = await ask(`query ($id: ID!) { reading(id: $id) ${rules} }`, { id });
      const mentions = reading.proposals.filter((each: { rule: string }) => each.rule === 'document-mentions');
      await ask(deciding, { id, decisions: mentions.map(({ id: of }: { id: string }) => ({ proposal: of, state: 'ACCEPTED' })) });
      decided += mentions.length;
    }
    const page = await reviewer(explorer, 'pg_ann', await read(explorer));
    await page.keyboard.press('R');
    const dialog = page.getByRole('dialog', { name: 'Accept by rule' });
    await dialog
      .getByText(/right \d+ of \d+ times before/)
      .first()
      .waitFor();
    expect(await dialog.getByRole('checkbox', { name: 'document-mentions' }).isChecked()).toBe(true);
    expect(await dialog.getByRole('checkbox', { name: 'position-held' }).isChecked()).toBe(false);
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Accept \d+ proposals$/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => stateOf(page, / mentions /)).toBe('accepted');
    expect(await stateOf(page, position)).toBe('pending');
    await page.keyboard.press('u');
    await expect.poll(() => stateOf(page, / mentions /)).toBe('pending');
  });

  it('discards a reading once it is asked twice, and shows others that it is gone', async () => {
    const path = await read(explorer);
    const [ann, ben] = [await reviewer(explorer, 'pg_ann', path), await reviewer(explorer, 'pg_ben', path)];
    const title = await ann.getByRole('heading', { level: 1 }).innerText();
    await ann.keyboard.press('D');
    const dialog = ann.getByRole('dialog', { name: 'Discard the reading' });
    await dialog.getByText(title).waitFor();
    expect(await axe(ann)).toEqual([]);
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await ann.keyboard.press('D');
    await dialog.getByRole('button', { name: 'Discard it' }).click();
    await ann.waitForURL(/\/review(\?.*)?$/);
    await settled(ann);
    await expect.poll(() => ann.getByRole('link', { name: title, exact: true }).count()).toBe(0);
    await ben.getByRole('alert').filter({ hasText: 'Somebody discarded this reading' }).waitFor();
  });

  it('ends the review where the graph has all that is accepted', async () => {
    const deciding =
      'mutation ($id: ID!, $decisions: [ProposalDecisionInput!]!) { decideProposals(reading: $id, decisions: $decisions) { id } }';
    const asked = 'query ($id: ID!) { reading(id: $id) { proposals { id rule claim { object { id } } } } }';
    const url = 'https://owl.example/brooms-known';
    const readAndAccept = async () => {
      const path = await read(explorer, { url });
      const id = path.replace('/review/', '');
      const { proposals } = (await ask(asked, { id })).reading;
      const found = proposals.filter(
        ({ rule, claim }: any) => rule === 'document-mentions' && claim.object.id === 'region:CN-370200',
      );
      expect(found.length).toBe(1);
      await ask(deciding, { id, decisions: [{ proposal: found[0].id, state: 'ACCEPTED' }] });
      return { id, path };
    };
    const first = await readAndAccept();
    await ask('mutation ($id: ID!) { publishReading(id: $id) { outcome } }', { id: first.id });
    const { path } = await readAndAccept();
    const page = await reviewer(explorer, 'pg_ann', path);
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog', { name: 'Publish what is accepted' });
    await dialog.getByText('The graph has the accepted proposal already: publishing ends the review').waitFor();
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog.getByText('The review is done: 1 proposal was in the graph already, and nothing changed.').waitFor();
    await page.reload();
    await page.getByText('The review is done: 1 proposal was in the graph already').waitFor();
    expect(await page.getByRole('button', { name: 'Discard' }).count()).toBe(0);
  });

  it('moves a claim to the passage that is most like its own, then removes the document', async () => {
    const url = 'https://owl.example/brooms-move';
    const first = await reviewer(explorer, 'pg_ann', await read(explorer, { url }));
    const [reading] = /reading:[^?]+/.exec(first.url()) ?? [];
    const { id } = (await ask('query ($id: ID!) { reading(id: $id) { document { id } } }', { id: reading })).reading.document;
    await goTo(first, position);
    await first.keyboard.press('a');
    await first.keyboard.press('p');
    await first
      .getByRole('dialog')
      .getByText(/changes would land/)
      .waitFor();
    await first.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await first.getByText('It is published').first().waitFor();

    const text = article.replace('Jane Doe, director general', 'Jane Doe, the new director general');
    const page = await reviewer(explorer, 'pg_ann', await read(explorer, { url, text }));
    await page.getByText(/claims? (has|have) lost (its|their) passages?/).click();
    const lost = page.locator('.lost').filter({ hasText: 'holds a position at' });
    await lost.getByText('the new director general').waitFor();
    await lost.getByRole('radio', { name: 'Move it to this passage' }).check();
    await page.keyboard.press('p'); // the focus is on the radio, which takes no letters
    const dialog = page.getByRole('dialog', { name: 'Publish what is accepted' });
    await dialog.getByText(/changes would land/).waitFor();
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('It is published').first().waitFor();
    const passages =
      'query ($id: ID!) { document(id: $id) { facts(first: 50) { edges { node { predicate evidence { quote verification } } } } } }';
    const { document } = await ask(passages, { id });
    const held = document.facts.edges.map(({ node }: any) => node).find((node: any) => node.predicate === 'HOLDS_POSITION');
    expect(held.evidence).toEqual([{ quote: expect.stringContaining('the new director general'), verification: 'VERIFIED' }]);

    await page.goto(`${explorer.service.url}/document/${id}`);
    await page.getByRole('button', { name: 'Remove from the graph' }).click();
    const removal = page.getByRole('dialog', { name: /^Remove/ });
    await removal.getByText('Claim retracted').click();
    await removal.getByText('holds a position at').first().waitFor();
    expect(await axe(page)).toEqual([]);
    await removal.getByRole('button', { name: 'Remove it' }).click();
    await removal.getByText('The document is removed').waitFor();
    const after = await ask('query ($id: ID!) { document(id: $id) { facts(first: 1) { totalCount } } }', { id });
    expect(after.document.facts.totalCount).toBe(0);
  });

  it('offers no removal to readers', async () => {
    for (const key of ['pg_ria', '']) {
      const page = await reviewer(explorer, key, '/document/document:china-takes-steps-to-promote-used-car-exports');
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('button', { name: 'Remove from the graph' }).count()).toBe(0);
    }
  });
});
