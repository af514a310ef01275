/** The home page: one box, results, and what the graph holds. */
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasBrowser } from '../../support/browser.js';
import { embedded, engines } from '../../support/engines.js';
import { serve } from '../../support/service.js';
import { axe, openExplorer, settled, type Explorer } from './support.js';

const box = (page: Page) => page.getByRole('combobox', { name: 'Search the graph' });
const options = (page: Page) => page.getByRole('option');
/** The first suggestion, once it begins with a name. */
const firstOption = async (page: Page, name: string) => {
  const option = options(page)
    .first()
    .filter({ hasText: new RegExp(`^${name}`) });
  await option.waitFor();
  return option.innerText();
};
const addresses = (page: Page) => page.locator('.found a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
const parametersOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

/** The file with the list of suggestions, which is loaded when a reader comes to the box. */
const listFile = '**/suggesting-field*.js';
const isListLoaded = (page: Page) => box(page).and(page.locator('[data-rac]')).waitFor();

/** Whether a request carries the operation with this name, and about this text. */
const asks = (route: Route, operation: string, text?: string) => {
  const { query, variables } = route.request().postDataJSON() as { query: string; variables: { text?: string } };
  return query.includes(`query ${operation}`) && (text === undefined || variables.text === text);
};

describe.skipIf(!hasBrowser).each(engines)('finding on $name', (engine) => {
  let explorer: Explorer;

  beforeAll(async () => {
    explorer = await openExplorer(engine);
  });
  afterAll(() => explorer?.close());

  it.each([
    ['used cars', 'Used cars'],
    ['used-car exprot pilot', 'Used-car export pilot'],
    ['mofcm', 'Ministry of Commerce'],
    ['二手车', 'Used cars'],
    ['商務部', 'Ministry of Commerce'],
    ['xiamen', 'Xiamen'],
    ['Xiàmén', 'Xiamen'],
    ['370200', 'Qingdao'],
  ])('suggests for %s while it is typed: %s', async (text, name) => {
    const page = await explorer.open('/');
    await box(page).pressSequentially(text);
    expect(await firstOption(page, name)).toContain(name);
  });

  it('leads from a question to an agency by mouse, and keeps it among the last', async () => {
    const page = await explorer.open('/');
    await box(page).fill('ministry of commerce');
    await page.getByRole('option', { name: 'Ministry of Commerce Agency', exact: true }).click();
    await page.waitForURL(/\/entity\/agency(:|%3A)cn-mofcom$/);
    await page.getByRole('heading', { name: 'Ministry of Commerce', level: 1 }).waitFor();
    expect(await box(page).inputValue()).toBe('');
    await page.getByRole('link', { name: 'Find', exact: true }).click();
    const recent = page.getByRole('region', { name: 'Recently opened' });
    await recent.getByRole('link').waitFor();
    expect(await recent.getByRole('link').allTextContents()).toEqual(['Ministry of Commerce']);
    await recent.getByRole('button', { name: 'Clear this list' }).click();
    await recent.waitFor({ state: 'detached' });
  });

  it('leads to a document by keyboard alone', async () => {
    const page = await explorer.open('/regions');
    await box(page).focus();
    await page.keyboard.type('oks secondhand');
    await page.getByRole('option', { name: /^China OKs secondhand car exports/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/document\/document(:|%3A)china-oks-secondhand-car-exports$/);
    expect(await options(page).count()).toBe(0);
  });

  it('lists all results on Enter, counts them by type, and has what is shown in the URL', async () => {
    const page = await explorer.open('/?asOf=2024-12-31');
    await box(page).fill('used cars');
    await options(page).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Results for “used cars”' }).waitFor();
    expect(await options(page).count()).toBe(0);
    const found = page.locator('.found > li');
    const filter = page.getByRole('navigation', { name: 'By type' });
    await found.first().waitFor();
    expect(await filter.getByRole('link').first().innerText()).toBe(`All ${await found.count()}`);
    await filter.getByRole('link', { name: /^Policies/ }).click();
    await filter.locator('[aria-current]', { hasText: 'Policies' }).waitFor();
    expect(await filter.locator('[aria-current]').innerText()).toBe(`Policies ${await found.count()}`);
    expect(parametersOf(page)).toEqual({ q: 'used cars', type: 'POLICY', asOf: '2024-12-31' });
    const names = await found.getByRole('link').allTextContents();
    await page.reload();
    await settled(page);
    expect(await found.getByRole('link').allTextContents()).toEqual(names);
    await page.goBack();
    await filter.locator('[aria-current]', { hasText: 'All' }).waitFor();
    expect(await box(page).inputValue()).toBe('used cars');
  });

  it('says by which name an entity was found, where that is not the one shown', async () => {
    const page = await explorer.open('/?q=MOFCOM');
    expect(await page.locator('.found > li').first().innerText()).toContain('Ministry of Commerce also “MOFCOM”');
    await explorer.open('/?q=%C3%A7hina');
    expect(await page.locator('.found > li').first().innerText()).not.toContain('also');
  });

  it('names entities in Chinese to readers of Chinese', async () => {
    const page = await explorer.open('/?q=used+cars', { language: 'zh' });
    expect(await page.locator('.found a').first().innerText()).toBe('二手车');
  });

  it('goes on to the next page and back', async () => {
    const page = await explorer.open('/?q=county');
    const first = await addresses(page);
    expect(first.length).toBe(20);
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.getByRole('link', { name: 'First page' }).waitFor();
    await settled(page);
    const second = await addresses(page);
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
    await page.getByRole('link', { name: 'First page' }).click();
    await page.getByRole('link', { name: 'First page' }).waitFor({ state: 'detached' });
    await settled(page);
    expect(await addresses(page)).toEqual(first);
  });

  it('lists all entities of a type, and what the graph holds', async () => {
    const { json } = await explorer.service.ask('{ graph { claims changedAt entities { type count } } }');
    const { claims, changedAt, entities } = json.data.graph;
    const page = await explorer.open('/');
    const holdings = page.getByRole('region', { name: 'What the graph holds' });
    expect(await holdings.innerText()).toContain(`${claims.toLocaleString('en')} claims`);
    const day = new Date(changedAt).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    expect(await holdings.innerText()).toContain(`last changed on ${day}`);
    const { count } = entities.find(({ type }: { type: string }) => type === 'POLICY');
    await holdings.getByRole('link', { name: `${count} Policies` }).click();
    await page.getByRole('heading', { name: 'Policies', level: 1 }).waitFor();
    await expect.poll(() => page.locator('.found > li').count()).toBe(count);
  });

  it('asks nobody but the service, and the console has no complaint', () => {
    expect(explorer.complaints).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)('the home page', () => {
  let explorer: Explorer;

  beforeAll(async () => {
    explorer = await openExplorer();
  });
  afterAll(() => explorer?.close());

  /** Lets a test hold or break the requests of the page. */
  const intercept = async (handle: (route: Route) => Promise<void>) => {
    await explorer.page.route('**/graphql', handle);
    onTestFinished(() => explorer.page.unroute('**/graphql'));
  };

  const stopClock = async (page: Page) => {
    await page.clock.install();
    await page.clock.pauseAt(new Date(Date.now() + 60_000));
    onTestFinished(() => page.clock.resume());
  };

  it('asks questions that lead to views, in both languages', async () => {
    for (const language of ['en', 'zh'] as const) {
      const page = await explorer.open('/', { language });
      const links = await page
        .locator('.questions a')
        .evaluateAll((all) => all.map((link) => (link as unknown as { href: string }).href));
      expect(links.length).toBeGreaterThanOrEqual(6);
      for (const link of language === 'en' ? links : []) {
        await explorer.open(link);
        expect(await page.getByRole('alert').count(), link).toBe(0);
        expect(await page.getByRole('heading', { level: 1 }).innerText(), link).not.toBe('Unknown address');
      }
    }
    const drawn = 'GL Driver Message'; // of a browser without a graphics processor, where a question leads to the graph
    expect(explorer.complaints.splice(0).filter((complaint) => !complaint.includes(drawn))).toEqual([]);
  });

  it('never shows the suggestions of an earlier text over those of a later one', async () => {
    const held: (() => void)[] = [];
    const late: Promise<void>[] = [];
    await intercept(async (route) => {
      if (!asks(route, 'Suggestions', 'used')) return route.continue();
      const response = await route.fetch();
      const released = new Promise<void>((release) => void held.push(release));
      late.push(released.then(() => route.fulfill({ response })));
    });
    const page = await explorer.open('/');
    await box(page).fill('used');
    await expect.poll(() => held.length).toBe(1);
    await box(page).fill('xiamen');
    await firstOption(page, 'Xiamen');
    held.forEach((release) => release());
    await Promise.all(late);
    await page.evaluate(() => fetch('/health/live')); // whatever came of it has reached the page
    expect(await options(page).allInnerTexts()).toEqual([expect.stringMatching(/^Xiamen/)]);
  });

  it('searches once for what is typed without a pause', async () => {
    const texts: string[] = [];
    await intercept(async (route) => {
      if (asks(route, 'Suggestions')) texts.push(route.request().postDataJSON().variables.text);
      return route.continue();
    });
    const page = await explorer.open('/');
    await stopClock(page);
    await box(page).pressSequentially('shanghai');
    expect(texts).toEqual([]);
    await page.clock.resume();
    await firstOption(page, 'Shanghai');
    expect(texts).toEqual(['shanghai']);
  });

  /** Holds the file with the list of suggestions back until the function that this gives is called. */
  const holdList = async () => {
    let release!: () => void;
    const isReleased = new Promise<void>((resolve) => void (release = resolve));
    await explorer.page.route(listFile, (route) => isReleased.then(() => route.continue()));
    onTestFinished(() => explorer.page.unroute(listFile));
    return release;
  };

  it.each(['/', '/regions'])('keeps what is typed while the list of suggestions is loaded, at %s', async (path) => {
    const release = await holdList();
    const page = await explorer.open(path);
    await box(page).focus();
    await page.keyboard.type('xamen');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const typed = page.keyboard.type('i', { delay: 50 });
    release();
    await typed;
    expect(await firstOption(page, 'Xiamen')).toContain('Xiamen');
    await page.keyboard.type('a'); // where the caret was
    expect(await box(page).inputValue()).toBe('xiaamen');
    await page.keyboard.press('Backspace');
    await firstOption(page, 'Xiamen');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/entity\/region(:|%3A)/);
  });

  it('keeps each key of a fast typist while the list is loaded', async () => {
    const text = 'ministry of commerce';
    const release = await holdList();
    const page = await explorer.open('/');
    await box(page).focus();
    const typed = page.keyboard.type(text, { delay: 10 });
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[role=combobox]')!.value.length > 3);
    release();
    await typed;
    await isListLoaded(page);
    expect(await box(page).inputValue()).toBe(text);
    expect(await firstOption(page, 'Ministry of Commerce')).toContain('Ministry');
  });

  it('keeps what is selected while the list is loaded, and opens none unless something is typed', async () => {
    const release = await holdList();
    const page = await explorer.open('/?q=xiamen');
    await box(page).focus();
    await page.keyboard.press('ControlOrMeta+A');
    release();
    await isListLoaded(page);
    expect(await options(page).count()).toBe(0);
    await page.keyboard.type('qingdao');
    expect(await box(page).inputValue()).toBe('qingdao');
    await firstOption(page, 'Qingdao');
  });

  it('leaves the focus where the reader went before the list is loaded', async () => {
    const release = await holdList();
    const page = await explorer.open('/');
    await box(page).focus();
    await page.keyboard.type('xiamen');
    await page.keyboard.press('Tab');
    release();
    await isListLoaded(page);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Search');
    expect(await options(page).count()).toBe(0);
    expect(await box(page).inputValue()).toBe('xiamen');
  });

  it('lets characters be composed to their end before the list takes the place of the field', async () => {
    const release = await holdList();
    const page = await explorer.open('/');
    await box(page).focus();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'er shou', selectionStart: 7, selectionEnd: 7 });
    const loaded = page.waitForResponse(listFile);
    release();
    await loaded.then((response) => response.finished());
    await page.evaluate(() => fetch('/health/live')); // whatever came of it has reached the page
    expect(await box(page).getAttribute('data-rac')).toBeNull();
    await session.send('Input.imeSetComposition', { text: 'er shou che', selectionStart: 11, selectionEnd: 11 });
    await session.send('Input.insertText', { text: '二手车' });
    await firstOption(page, 'Used cars');
    expect(await box(page).inputValue()).toBe('二手车');
  });

  it('searches on Enter where the list cannot be loaded', async () => {
    await explorer.page.route(listFile, (route) => route.abort());
    onTestFinished(() => explorer.page.unroute(listFile));
    const page = await explorer.open('/');
    await box(page).focus();
    await page.keyboard.type('xiamen');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Results for “xiamen”' }).waitFor();
    expect(explorer.complaints.splice(0).filter((complaint) => !complaint.includes('net::ERR_FAILED'))).toEqual([]);
  });

  it('leaves Enter to the composition of Chinese characters', async () => {
    const page = await explorer.open('/');
    await box(page).focus();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'er shou', selectionStart: 7, selectionEnd: 7 });
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
    await session.send('Input.insertText', { text: '二手车' });
    await firstOption(page, 'Used cars');
    expect(new URL(page.url()).search).toBe('');
  });

  it('closes the suggestions on Escape and keeps the text', async () => {
    const page = await explorer.open('/');
    await box(page).fill('used');
    await options(page).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await box(page).inputValue()).toBe('used');
  });

  it('says that nothing is found, and what to try', async () => {
    const page = await explorer.open('/?q=qqqqzzzz');
    expect(await page.getByRole('main').innerText()).toMatch(/Nothing in the graph has a name[^]*Try fewer words/);
    await box(page).fill('qqqqzzz');
    await page.getByText('Nothing has a name like this.').waitFor();
  });

  it('says that the service is slow', async () => {
    await intercept((route) => (asks(route, 'Results') ? new Promise(() => {}) : route.continue()));
    const page = await explorer.open('/');
    await stopClock(page);
    await box(page).fill('slow');
    await page.keyboard.press('Enter');
    const slow = page.getByText('This takes longer than usual.');
    await expect.poll(() => page.clock.fastForward(3_000).then(() => slow.count())).toBe(1);
  });

  it('says that the service failed, and tries again', async () => {
    let isDown = true;
    await intercept((route) => (isDown ? route.abort() : route.continue()));
    const page = await explorer.open('/?q=xiamen');
    await page.getByText('The service could not be reached.').waitFor();
    await box(page).fill('xiam');
    await page.getByText('The service did not answer.').waitFor();
    await page.keyboard.press('Escape');
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Xiamen', exact: true }).waitFor();
    expect(explorer.complaints.splice(0).filter((complaint) => !complaint.includes('net::ERR_FAILED'))).toEqual([]);
  });

  it('gives the reason for which the service refuses', async () => {
    const page = await explorer.open(`/?q=${'a'.repeat(201)}`);
    expect(await page.getByRole('alert').innerText()).toMatch(/^The service refused this: .*200/);
  });

  it('has nothing broken where the graph is empty', async () => {
    const graph = await embedded.empty();
    const service = await serve(graph);
    onTestFinished(async () => {
      await service.close();
      await graph.close();
    });
    const page = await explorer.open(`${service.url}/`);
    expect(await page.getByRole('main').innerText()).toContain('This graph is empty.');
    expect(await page.locator('.questions a').count()).toBe(0);
    explorer.complaints.splice(0); // its address is another one
  });

  describe.each(['light', 'dark'] as const)('%s', (theme) => {
    it.each(['/', '/?q=used+cars', '/?q=qqqqzzzz', '/?type=PROGRAM'])('has no fault that axe finds at %s', async (path) => {
      expect(await axe(await explorer.open(path, { theme }))).toEqual([]);
    });

    it('has no fault that axe finds with suggestions open, in a narrow window', async () => {
      const page = await explorer.open('/', { theme, width: 360 });
      await box(page).fill('used');
      await options(page).first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await axe(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
  });

  it('asks nobody but the service, and the console has no complaint', () => {
    expect(explorer.complaints).toEqual([]);
  });
});
