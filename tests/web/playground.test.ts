import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { authenticator } from '../../src/accounts/authenticate.js';
import type { Graph } from '../../src/graph/port.js';
import { hasBrowser, openBrowser } from '../support/browser.js';
import { engines } from '../support/engines.js';
import { withFragments } from '../support/fragments.js';
import { addedKey, keysFile } from '../support/keys.js';
import { serve, type Service } from '../support/service.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const archive = here('../../../shared/sources');
const examples = readdirSync(here('../../web/playground/examples'))
  .filter((file) => file.endsWith('.graphql'))
  .sort();
const example = (file: string) => readFileSync(here(`../../web/playground/examples/${file}`), 'utf8');

describe.skipIf(!hasBrowser)('the playground', () => {
  const foreign: string[] = [];
  const complaints: string[] = [];
  let graph: Graph;
  let service: Service;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    expect(existsSync(here('../../dist/web/playground/index.html')), 'run "npm run build" first').toBe(true);
    graph = await engines[0]!.builtIn();
    service = await serve(graph, { archive });
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
    page.on(
      'request',
      (request) =>
        /^(data|blob):/.test(request.url()) || request.url().startsWith(`${service.url}/`) || foreign.push(request.url()),
    );
    page.on('response', (response) => response.status() < 400 || complaints.push(`${response.status()} ${response.url()}`));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${service.url}/graphql`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor(); // Monaco is there
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
    await graph?.close();
  });

  const label = '[id^="graphiql-session-tab-"]'; // the role "tab" is on the label and its close button together
  const run = () => page.getByRole('button', { name: /^Execute query/ }).click();
  const answer = () => page.getByRole('region', { name: 'Result Window' }).locator('.view-lines');
  const choose = async (tab: string) => {
    await page.getByRole('tab', { name: tab }).click();
    await page.locator(`.graphiql-tab-active ${label}`).getByText(tab).waitFor();
  };

  it('is a page that may load from here alone', async () => {
    const response = await fetch(`${service.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(response.headers.get('content-security-policy')).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const guards = ['x-content-type-options', 'referrer-policy', 'x-frame-options', 'cross-origin-opener-policy'];
    expect(guards.map((name) => response.headers.get(name))).toEqual(['nosniff', 'no-referrer', 'DENY', 'same-origin']);
  });

  it('opens with a tab for each example, the pilot first and active', async () => {
    const named = examples.map((file) => /query (\w+)/.exec(example(file))![1]);
    expect(await page.locator(label).allTextContents()).toEqual(named);
    expect(await page.locator(`.graphiql-tab-active ${label}`).textContent()).toBe('PilotRegions');
    expect(await page.title()).toBe('PolicyGraph');
  });

  it('answers the pilot question', async () => {
    const [response] = await Promise.all([
      page.waitForResponse((each) => each.request().postData()?.includes('"PilotRegions"') ?? false),
      run(),
    ]);
    const { data } = await response.json();
    expect(data.program.regions.edges.map((edge: { node: { name: string } }) => edge.node.name).sort()).toEqual([
      'Beijing',
      'Chengdu',
      'Guangdong',
      'Jining',
      'Qingdao',
      'Shanghai',
      'Taizhou',
      'Tianjin',
      "Xi'an",
      'Xiamen',
    ]);
    await answer().getByText('"totalCount"').waitFor();
  });

  it('looks like something', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'policygraph-playground-'));
    const path = process.env['SCREENSHOT'] ?? join(folder, 'playground.png');
    await page.screenshot({ path });
    expect(statSync(path).size).toBeGreaterThan(50_000); // an empty page has some 10 kB
    rmSync(folder, { recursive: true });
  });

  it('sends the variables of an example', async () => {
    await choose('City');
    await run();
    await answer().getByText('"data"').waitFor();
    expect(await answer().innerText()).toContain('Xiamen');
  });

  it('completes fragments, sends those that are spread, and finds no fault in them', async () => {
    await choose('Quotes');
    const [response] = await Promise.all([page.waitForResponse((each) => each.request().method() === 'POST'), run()]);
    expect(response.request().postDataJSON().query).toContain('fragment Evidence on Evidence');
    expect((await response.json()).errors).toBeUndefined();
    expect(await page.locator('.graphiql-query-editor .squiggly-error').count()).toBe(0);
    await page.locator('.graphiql-query-editor .view-line').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('{ entity(id: "agency:cn-mofcom") { claims { ...');
    await page.keyboard.press('Control+Space');
    await page.getByRole('option', { name: /^ClaimEvidence/ }).waitFor();
    const path = process.env['SCREENSHOT_FRAGMENTS'];
    if (path !== undefined) await page.screenshot({ path });
  });

  it('opens the documentation and the explorer', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).click();
    await page.locator('.graphiql-doc-explorer').getByText('program', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
    const field = page.locator('.graphiql-explorer-root').getByText('region', { exact: true });
    await field.waitFor();
    expect(await field.isVisible()).toBe(true);
  });

  const search = async (words: string) => {
    const documentation = page.getByRole('button', { name: 'Documentation Explorer' });
    if ((await documentation.getAttribute('aria-label'))?.startsWith('Show') === true) await documentation.click();
    await page.getByRole('searchbox', { name: /^Search the documentation/ }).fill(words);
    return page.getByRole('region', { name: 'Search results' });
  };

  it.each<{ words: string; question?: string; entry?: string }>([
    { words: 'used car', question: 'How many used cars did China export, year by year?', entry: 'Indicator' },
    { words: 'Coverage', question: 'Is this city in the pilot, through what, and of which date is', entry: 'Program.coverage' },
    { words: 'exports by year', question: 'How many used cars did China export, year by year?' },
    { words: 'who issued', question: 'Who issued the guideline of 2019 and the notice of 2024?', entry: 'AgencyFacet' },
    { words: 'who signed', entry: 'Policy.signatories' },
    { words: 'quoted passages', entry: 'ClaimFilter.text' },
  ])('finds "$words" in the documentation', async ({ words, question, entry }) => {
    const results = await search(words);
    if (question !== undefined) await results.getByRole('link', { name: question }).waitFor();
    if (entry !== undefined) await results.getByRole('button', { name: entry, exact: true }).waitFor();
    expect(await results.getByRole('status').textContent()).toMatch(/[1-9]/);
  });

  it('opens what a search finds', async () => {
    const results = await search('provinces touch');
    const link = results.getByRole('link', { name: 'Which provinces does the pilot touch?' });
    expect(new URL((await link.getAttribute('href'))!, page.url()).searchParams.get('query')).toBe(example('13-roll-up.graphql'));
    await (await search('used cars exported')).getByRole('button', { name: 'Indicator', exact: true }).press('Enter');
    await page.locator('.graphiql-doc-explorer-title').getByText('Indicator').waitFor();
    await page.getByRole('button', { name: 'Hide Documentation Explorer' }).click();
  });

  it('has all panes in a narrow window, below each other', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    onTestFinished(() => page.setViewportSize({ width: 1440, height: 900 }));
    const size = () => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight < 3_000]);
    const fits = () => expect.poll(size, { timeout: 10_000 }).toEqual([390, true]); // Monaco notices its new width by itself
    await fits();
    await choose('PilotRegions');
    await run();
    await answer().getByText('"totalCount"').waitFor();
    const panes = ['Operation Editor', 'Result Window'].map((name) => page.getByRole('region', { name }).boundingBox());
    const [editor, result] = await Promise.all(panes);
    expect(editor!.width).toBeGreaterThan(300);
    expect(result!.width).toBeGreaterThan(300);
    expect(result!.y).toBeGreaterThanOrEqual(editor!.y + editor!.height);
    await (await search('used car')).waitFor();
    await fits();
    await page.getByRole('button', { name: 'Hide Documentation Explorer' }).click();
  });

  it('links to the explorer, which links back', async () => {
    await page.getByRole('link', { name: 'PolicyGraph explorer' }).click();
    await page.waitForURL(`${service.url}/`);
    await page.getByRole('link', { name: 'GraphQL playground' }).click();
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    expect(page.url()).toBe(`${service.url}/graphql`);
  });

  it("keeps a reader's own tabs", async () => {
    await choose('City');
    await page.locator('.graphiql-tab-active').getByRole('button', { name: 'Close Tab' }).click();
    await page.waitForFunction(() => !localStorage.getItem('graphiql:tabState')?.includes('query City'));
    await page.reload();
    await page.getByRole('tab', { name: 'PilotRegions' }).waitFor();
    expect(await page.getByRole('tab', { name: 'City' }).count()).toBe(0);
  });

  it.each([
    ['in the query string of a visitor with tabs', '?', ''],
    ['in the fragment, where it is too long for a server', '#', ` # ${'x'.repeat(20_000)}`],
  ])('opens the operation of a link, %s, with its variables', async (_place, sign, comment) => {
    const query = `query Linked${sign === '#' ? 'Long' : 'Short'}($id: ID!) { entity(id: $id) { name } }${comment}`;
    const parameters = new URLSearchParams({ query, variables: '{ "id": "region:CN-SD" }' });
    await page.goto('about:blank'); // a fragment alone loads no page
    await page.goto(`${service.url}/graphql${sign}${parameters}`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    expect(await page.locator(`.graphiql-tab-active ${label}`).textContent()).toMatch(/^Linked/);
    expect(await page.locator(label).count()).toBeGreaterThan(1); // her own tabs remain
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await page.getByRole('region', { name: 'Result Window' }).getByText('"Shandong"').waitFor();
  });

  it('opens the operation of a link on a first visit, without variables', async () => {
    const context = await browser.newContext();
    const first = await context.newPage();
    await first.goto(`${service.url}/graphql?${new URLSearchParams({ query: 'query Fresh { graph { entityCount } }' })}`);
    await first.locator(`.graphiql-tab-active ${label}`).getByText('Fresh').waitFor();
    expect(await first.locator(label).count()).toBe(1 + examples.length);
    await context.close();
  });

  it('asks nobody but the service and complains of nothing', () => {
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)('the playground where reading is closed', () => {
  it('loads, and answers once a key is written under Headers, as its first tab says', async () => {
    const graph = await engines[0]!.builtIn();
    const keys = keysFile();
    const { secret } = await addedKey(keys, { role: 'READER' });
    const authenticate = authenticator({ keys, jwt: undefined }, pino({ level: 'silent' }));
    const service = await serve(graph, { authenticate, reading: 'closed' });
    const browser = await openBrowser();
    onTestFinished(async () => {
      await browser.close();
      await service.close();
      await graph.close();
    });
    const page = await browser.newPage();
    await page.goto(`${service.url}/graphql`);
    const run = () => page.getByRole('button', { name: /^Execute query/ }).click();
    const answer = page.getByRole('region', { name: 'Result Window' }).locator('.view-lines');
    await page.locator('.graphiql-query-editor').getByText('under Headers').waitFor();
    await run();
    await answer.getByText('UNAUTHENTICATED').waitFor();
    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden)').click();
    await page.keyboard.insertText(JSON.stringify({ authorization: `Bearer ${secret}` }));
    await run();
    await answer.getByText('"totalCount"').waitFor();
    await page.getByRole('button', { name: 'Re-fetch GraphQL schema' }).click();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).waitFor();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(secret);
  });
});

/** Whether anything but empty lists and nulls is in an answer. */
function saysSomething(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.values(value).some(saysSomething) : value !== null;
}

describe.each(engines)('the examples on $name', (engine) => {
  let graph: Graph;
  let service: Service;

  beforeAll(async () => {
    graph = await engine.builtIn();
    service = await serve(graph, { archive });
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  it.each(examples)('%s', async (file) => {
    const variables = here(`../../web/playground/examples/${file.replace('.graphql', '.variables.json')}`);
    const { json } = await service.ask(
      withFragments(example(file)),
      existsSync(variables) ? JSON.parse(readFileSync(variables, 'utf8')) : undefined,
    );
    expect(json.errors).toBeUndefined();
    expect(Object.entries(json.data).filter(([, value]) => !saysSomething(value))).toEqual([]);
    expect(emptyLists(json.data)).toEqual([]);
  });

  it.each(examples)('%s is named, commented and fits the editor', (file) => {
    const lines = example(file).split('\n');
    expect(lines[0]).toMatch(/^# [A-Z].*[?.]?$/);
    expect(example(file)).toMatch(/^query [A-Z][A-Za-z]+/m);
    expect(lines.filter((line) => line.startsWith('#') && line.length > 60)).toEqual([]);
  });
});

/** The paths of lists that have nothing in them: an example shows data. */
function emptyLists(value: unknown, path = ''): string[] {
  if (Array.isArray(value) && value.length === 0) return [path];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => emptyLists(part, Array.isArray(value) ? path : `${path}.${key}`))
    : [];
}
