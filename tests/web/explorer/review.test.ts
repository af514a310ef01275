/** The review of a text: from paste to published facts by keyboard alone, and by two reviewers. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasBrowser } from '../../support/browser.js';
import { parseSettings } from '../../../src/settings/settings.js';
import { engines } from '../../support/engines.js';
import { openEndpoint, type Answer } from '../../support/scripted-endpoint.js';
import { items } from '../../reading/language-model/scripted-model.js';
import { layoutFaults } from './layout.js';
import { readers, says } from './readers.js';
import { article, goTo, openReview, position, proposal, read, reviewer, selected, stateOf } from './reviewers.js';
import { axe, settled, type Explorer } from './support.js';

const keyboard = readers.find(({ name }) => name === 'by keyboard')!;

/** What the model says of it. */
const modelItem = {
  quote: 'Qingdao reads this, too.',
  paragraph: 4,
  kind: 'CLAIM',
  claim: { subject: 'Qingdao', predicate: 'NOTE', value: 'Owls bring papers.', about: ['Qingdao'] },
  confidence: 0.8,
  why: 'It says so.',
  summary: 'A city reads.',
};

describe.skipIf(!hasBrowser).each(engines)('the review of a text on $name', { timeout: 180_000 }, (engine) => {
  let explorer: Explorer;
  let endpoint: Awaited<ReturnType<typeof openEndpoint>>;
  let answer: Answer = items();

  beforeAll(async () => {
    endpoint = await openEndpoint((response, request) => answer(response, request));
    const settings = { POLICYGRAPH_MODEL_URL: endpoint.url, POLICYGRAPH_MODEL: 'small' };
    explorer = await openReview(engine, parseSettings(settings).model);
  });
  afterAll(async () => {
    await explorer?.close();
    endpoint?.close();
  });

  const issued = /Ministry of Magic issued/;

  it('asks for a key, and says which it does not accept', async () => {
    const page = await explorer.browser.newPage({ locale: 'en-GB' });
    onTestFinished(() => page.close());
    await page.goto(`${explorer.service.url}/review`);
    await page.getByLabel('API key').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await page.getByRole('heading', { name: 'Readings' }).count()).toBe(0);
    await page.getByLabel('API key').fill('pg_ann');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Readings' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Readings' }).waitFor(); // the tab keeps it
    await page.getByRole('button', { name: 'Forget the API key' }).click();
    await page.getByLabel('API key').waitFor();
  });

  it('shows an unknown reading, and any to whom is no editor, as one message', async () => {
    const page = await reviewer(explorer, 'pg_ria', await read(explorer));
    await expect
      .poll(() => page.locator('main').innerText())
      .toContain('There is no reading at this address, or this key cannot review');
  });

  it("says that a reader's key may not review", async () => {
    const page = await reviewer(explorer, 'pg_ria', '/review');
    await page.getByText('This key can read the graph, but cannot review').waitFor();
    expect(await page.getByRole('heading', { name: 'Add a text' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Forget the API key' }).waitFor();
    expect(await axe(page)).toEqual([]);
  });

  it('has a text read by the model, waits for it, and can be cancelled', async () => {
    const page = await reviewer(explorer, 'pg_ann', '/review');
    let requests = 0;
    page.on('request', (request) => void (/ProposeClaims/.test(request.postData() ?? '') && requests++));
    let finish = () => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    answer = async (response, request) => {
      await finished; // however often the service asks
      await items(modelItem)(response, request);
    };
    await page.getByRole('textbox', { name: 'Title' }).fill('Brooms by the model');
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill(`${article}\n\nQingdao reads this, too.`);
    await page.getByRole('radio', { name: /^Language model/ }).check();
    const readIt = page.getByRole('button', { name: 'Read the text' });
    await readIt.click();
    await page.getByRole('progressbar', { name: /The language model is reading the text/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.locator('.model-wait').getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByRole('progressbar', { name: /language model/ }).count()).toBe(0);
    const before = requests;
    await readIt.click();
    await expect.poll(() => requests, { timeout: 60_000 }).toBeGreaterThan(before + 1); // the first of these got the answer to ask again
    await expect.poll(() => endpoint.requests.length, { timeout: 60_000 }).toBeGreaterThan(0);
    finish();
    await page.waitForURL(/\/review\/reading:/);
    await selected(page).waitFor();
    await proposal(page, /Owls bring papers/)
      .first()
      .waitFor();
    answer = items();
  });

  it('shows two reviewers what each decides, and a conflict with what the other decided', async () => {
    const path = await read(explorer);
    const [ann, ben] = [await reviewer(explorer, 'pg_ann', path), await reviewer(explorer, 'pg_ben', path)];
    await goTo(ann, position);
    await ann.keyboard.press('a');
    await expect.poll(() => stateOf(ben, position)).toBe('accepted');
    expect(await proposal(ben, position).first().innerText()).toContain('accepted by key:ann');

    await ben.route('**/graphql', async (route) =>
      /ReadingStanding/.test(route.request().postData() ?? '') ? route.abort() : route.continue(),
    );
    await goTo(ann, issued);
    await ann.keyboard.press('x');
    await expect.poll(() => stateOf(ann, issued)).toBe('rejected');
    await ann
      .getByText(/1 rejected/)
      .first()
      .waitFor();
    await goTo(ben, issued);
    await ben.unroute('**/graphql');
    await ben.keyboard.press('a');
    const note = ben.getByRole('alert').filter({ hasText: 'Somebody else decided first' });
    await note.getByText('rejected by key:ann').waitFor();
    await expect.poll(() => stateOf(ben, issued)).toBe('rejected');
    expect(await axe(ben)).toEqual([]);
  });

  it('takes decisions back, with the entities that came along', async () => {
    const page = await reviewer(explorer, 'pg_ann', await read(explorer));
    const undo = page.getByRole('button', { name: 'Undo' });
    expect(await undo.isDisabled()).toBe(true);
    await goTo(page, position);
    await page.keyboard.press('a');
    await expect.poll(() => stateOf(page, /New: Person/)).toBe('accepted');
    await page.keyboard.press('u');
    await expect.poll(() => stateOf(page, position)).toBe('pending');
    await expect.poll(() => stateOf(page, /New: Person/)).toBe('pending');
    expect(await selected(page).innerText()).toMatch(position);
    await expect.poll(() => undo.isDisabled()).toBe(true);
  });

  it('corrects a proposal: the entity by its name, the date, an attribute; and says what the service refuses at its field', async () => {
    const page = await reviewer(explorer, 'pg_ann', await read(explorer));
    await goTo(page, position);
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: 'Correct the proposal' });
    await form.getByRole('textbox', { name: 'Since' }).fill('2024-13');
    await page.keyboard.press('Control+Enter');
    await form.getByRole('alert').filter({ hasText: /EDTF/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    await form.getByRole('textbox', { name: 'Since' }).fill('2023~');
    await form.getByRole('textbox', { name: 'Title' }).fill('deputy minister');
    await keyboard.write(form.getByRole('combobox', { name: 'Object' }), 'ministry of commerce');
    await keyboard.pick(page.getByRole('option', { name: /^Ministry of Commerce/ }).first());
    await page.keyboard.press('Control+Enter');
    const corrected = /Jane Doe holds a position at Ministry of Commerce.*title: deputy minister.*since about 2023/s;
    await proposal(page, corrected).waitFor();
    await expect.poll(() => stateOf(page, corrected)).toBe('accepted');
    await page.keyboard.press('u');
    await proposal(page, position).waitFor();
  });

  it('adds what no rule has found, from selected words', async () => {
    const page = await reviewer(explorer, 'pg_ann', await read(explorer));
    const paragraph = page.locator('.article p').last();
    await paragraph.evaluate((element) => getSelection()!.selectAllChildren(element));
    await page.keyboard.press('n');
    const add = page.locator('.add');
    expect(await add.locator('blockquote').textContent()).toBe(
      'Nobody expects the price of new brooms to fall before the summer.',
    );
    await add.getByRole('button', { name: 'End a word earlier' }).click();
    expect(await add.locator('blockquote').textContent()).toBe(
      'Nobody expects the price of new brooms to fall before the summer',
    );
    expect(await axe(page)).toEqual([]);
    await keyboard.write(add.getByRole('combobox', { name: 'Subject' }), 'qingdao');
    await keyboard.pick(page.getByRole('option', { name: /^Qingdao/ }).first());
    await add.getByRole('textbox', { name: 'Value' }).fill('New brooms stay dear.');
    await add.getByRole('textbox', { name: 'What the passage says' }).fill('Prices of brooms are not expected to fall.');
    await page.keyboard.press('Control+Enter');
    await proposal(page, /Qingdao note: New brooms stay dear/).waitFor();
    expect(await stateOf(page, /Qingdao note/)).toBe('accepted');
  });

  it('accepts all of a rule at once, and counts it for the next reading', async () => {
    const page = await reviewer(explorer, 'pg_ann', await read(explorer));
    await goTo(page, /mentions/);
    const count = await proposal(page, /Rule mentions?|mentions /).count();
    await page.keyboard.press('A');
    await expect.poll(() => page.locator('.proposal[data-state=accepted]', { hasText: / mentions / }).count()).toBeGreaterThan(1);
    expect(count).toBeGreaterThan(1);
    const other = await reviewer(explorer, 'pg_ben', await read(explorer));
    await goTo(other, /mentions/);
    expect(await selected(other).innerText()).toMatch(/right \d+ of \d+ times before/);
  });

  it('says which proposals keep it from being published, and shows them', async () => {
    const page = await reviewer(explorer, 'pg_ann', await read(explorer));
    await goTo(page, /New: Person/);
    await page.keyboard.press('x');
    await expect.poll(() => stateOf(page, /New: Person/)).toBe('rejected');
    await goTo(page, position);
    await page.keyboard.press('a');
    await expect.poll(() => stateOf(page, position)).toBe('accepted');
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/keeps? it from being published/).waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Show the proposal' }).first().click();
    await expect.poll(() => selected(page).innerText()).toMatch(position);
  });

  it('publishes nothing before the last decisions are saved, however slow the service is', async () => {
    const page = await reviewer(explorer, 'pg_ann', await read(explorer));
    await page.route('**/graphql', async (route) => {
      if (/DecideProposals/.test(route.request().postData() ?? '')) await pause(1_500);
      await route.continue();
    });
    await goTo(page, /New: Person/);
    await page.keyboard.press('x');
    await goTo(page, position);
    await page.keyboard.press('a');
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Saving the last decisions').waitFor();
    expect(await dialog.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Show the proposal' }).first().click();
    await expect.poll(() => selected(page).innerText()).toMatch(position);
  });

  it('shows what would land again when another reviewer decides meanwhile', async () => {
    const path = await read(explorer);
    const [ann, ben] = [await reviewer(explorer, 'pg_ann', path), await reviewer(explorer, 'pg_ben', path)];
    await goTo(ann, position);
    await ann.keyboard.press('a');
    await ann.keyboard.press('p');
    const willLand = ann.getByRole('dialog').getByText(/changes? would land/);
    await willLand.waitFor();
    const before = await willLand.innerText();
    await goTo(ben, issued);
    await ben.keyboard.press('a');
    await expect.poll(() => willLand.innerText()).not.toBe(before);
  });

  it('says that nothing is accepted before there is anything to publish', async () => {
    const page = await reviewer(explorer, 'pg_ann', await read(explorer));
    await page.keyboard.press('p');
    await page.getByRole('dialog').getByText('Nothing is accepted yet').waitFor();
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Show the proposal' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('shows its keys, and turns them off', async () => {
    const page = await reviewer(explorer, 'pg_ann', await read(explorer));
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('checkbox').uncheck();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('a');
    await page.keyboard.press('x');
    expect(await page.locator('.proposal:not([data-state=pending])').count()).toBe(0);
  });

  it.each([
    { dark: false, width: 1280 },
    { dark: true, width: 1280 },
    { dark: false, width: 390 },
    { dark: true, width: 390 },
  ])('has no fault of access or layout: $width px, dark: $dark', async (look) => {
    const list = await reviewer(explorer, 'pg_ann', '/review', look);
    expect([await axe(list), await layoutFaults(list)]).toEqual([[], []]);
    const page = await reviewer(explorer, 'pg_ann', await read(explorer), look);
    for (const key of ['j', 'a', 'x']) await page.keyboard.press(key);
    expect([await axe(page), await layoutFaults(page)]).toEqual([[], []]);
  });

  it('goes from paste to published facts by keyboard alone', async () => {
    const page = await explorer.open('/');
    let keys = 0;
    const press = async (key: string) => (keys++, page.keyboard.press(key));
    await keyboard.choose(page.getByRole('link', { name: 'Review', exact: true }));
    await keyboard.write(page.getByLabel('API key'), 'pg_ann');
    await page.keyboard.press('Enter');
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    await keyboard.write(field('Title'), 'Brooms fly abroad');
    await keyboard.write(field('Outlet'), 'The Daily Owl');
    await keyboard.write(field('Date'), '2024-02-27');
    await keyboard.write(field('Address'), 'https://owl.example/brooms-fly-abroad');
    await keyboard.write(field('Text'), '');
    await page.keyboard.insertText(article); // as a paste does
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/review\/reading:/);
    await selected(page).waitFor();
    const start = performance.now();

    await goTo(page, issued);
    await press('a');
    await goTo(page, position);
    await press('a');
    await goTo(page, /stated:/);
    await press('x');
    await expect.poll(() => stateOf(page, position)).toBe('accepted');
    await expect.poll(() => stateOf(page, /stated:/)).toBe('rejected');
    expect(await stateOf(page, /New: Person/)).toBe('accepted'); // whom the position names

    await press('p');
    await page
      .getByRole('dialog')
      .getByText(/changes would land/)
      .waitFor();
    await keyboard.choose(page.getByRole('dialog').getByRole('button', { name: 'Publish' }));
    console.log(`Reviewed with ${keys} keys besides j and Tab in ${Math.round(performance.now() - start)} ms.`);
    await keyboard.choose(page.getByRole('dialog').getByRole('link', { name: 'The document with its facts' }));
    await page.waitForURL(/\/document\/document:owl-example-brooms-fly-abroad.*asOf=2024-02-27/);
    await settled(page);
    await says(page, 'Jane Doe, director general'); // the text is for everybody now
    await page.locator('.claims').getByText('holds a position at').first().waitFor();
    await keyboard.choose(page.locator('.claims').getByRole('link', { name: 'Jane Doe' }).first());
    await settled(page);
    await page
      .getByRole('row', { name: /Ministry of Magic/ })
      .first()
      .waitFor();
    await keyboard.choose(page.getByRole('button', { name: /Evidence for Ministry of Magic/ }).first());
    await page.locator('blockquote mark', { hasText: 'Jane Doe, director general of the Ministry of Magic' }).first().waitFor();
    await keyboard.choose(page.getByRole('link', { name: 'Walk from here' }));
    await page.waitForURL((url) => url.pathname === '/walk' && url.searchParams.get('from') === 'person:jane-doe');
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2024-02-27');
    await page.getByRole('tab', { name: /^Relations/ }).waitFor();
    expect(explorer.complaints.splice(0)).toEqual([]);
  });

  it('says what became of the claims of a document whose text has changed', async () => {
    const changed = article.replace(/Jane Doe[^.]*\./, 'Nobody speaks.');
    const given = { text: changed, title: 'Brooms stay', date: '2024-02-28', url: 'https://owl.example/brooms-fly-abroad' };
    const page = await reviewer(explorer, 'pg_ann', await read(explorer, given));
    await page.getByText(/claims? (has|have) lost (its|their) passages?/).click();
    expect(await page.locator('.reread li').first().innerText()).not.toBe('');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Retract it, unless it has other evidence' }).first().check();
    await page.getByRole('button', { name: /^Publish/ }).click();
    await expect.poll(() => page.getByRole('dialog').innerText(), { timeout: 8_000 }).toMatch(/would land[^]*Claim retracted/);
  });
});
