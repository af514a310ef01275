import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMarks } from '../../src/audit/marks.js';
import { hasBrowser, openBrowser } from '../support/browser.js';
import { policygraph } from '../support/cli.js';
import { edited } from '../support/small-data.js';
import { archived, removeFolders, temporary } from '../support/texts.js';

const hostile = `"><img src=x onerror="document.title='run'"><script>document.title='run'</script>`;

describe.skipIf(!hasBrowser)('the page of the audit', () => {
  const requests: string[] = [];
  const complaints: string[] = [];
  let browser: Browser;
  let page: Page;
  let data: string;

  beforeAll(async () => {
    data = temporary(edited('policies.yaml', 'value: The notice', `value: ${JSON.stringify(hostile)}`));
    const output = join(data, 'audit.html');
    expect((await policygraph(['audit', '--archive', temporary(archived), '--data', data, '--output', output])).code).toBe(0);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    page.on('request', (request) => /^(file|blob):/.test(request.url()) || requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(pathToFileURL(output).href);
  });
  afterAll(async () => {
    await browser?.close();
    removeFolders();
  });

  const progress = () => page.locator('#progress').textContent();
  const claim = (number: number) => page.getByRole('article', { name: `Claim ${number}`, exact: true });
  const saved = async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save marks' }).click(),
    ]);
    const path = join(data, 'saved.yml');
    await download.saveAs(path);
    const text = readFileSync(path, 'utf8');
    rmSync(path);
    return parseMarks('saved.yml', text).map(({ item }) => item);
  };

  it('has a claim beside its passage, and a text from a file is text', async () => {
    expect(await claim(4).locator('.sentence').innerText()).toBe(`${hostile} policy:notice covers Xi'an region:XIAN`);
    expect(await claim(4).locator('mark').innerText()).toBe('It covers the city of Xi’an (西安).');
    expect(await claim(4).locator('blockquote').getAttribute('lang')).toBe('en');
    expect(await page.title()).toBe('Claims beside their passages');
  });

  it('counts by document, with a link to each', async () => {
    const row = page.getByRole('row', { name: 'The article' });
    expect(await row.getByRole('cell').allTextContents()).toEqual(['5', '0', '0', '0', '0', '5', '0']);
    await row.getByRole('link').click();
    expect(await page.evaluate(() => document.querySelector(':target')?.id)).toBe('document:article');
  });

  it('takes marks by keys and by mouse, and saves them as the command reads them', async () => {
    for (const key of ['j', '1', 'j', '2', 'j', 'k', 'j']) await page.keyboard.press(key);
    await claim(3).getByRole('radio', { name: 'misplaced' }).check();
    await claim(3).getByRole('textbox', { name: 'Comment' }).fill('It\'s the "ministry": j 1 # 西安\\');
    expect(await progress()).toBe('3 of 5 marked');
    const marks = await saved();
    expect(marks.map(({ mark, comment }) => [mark, comment])).toEqual([
      ['RIGHT', undefined],
      ['OVER_PRECISE', undefined],
      ['MISPLACED', 'It\'s the "ministry": j 1 # 西安\\'],
    ]);
    expect(marks[0]!.claim).toBe(await claim(1).getAttribute('id'));
  });

  it('keeps marks over a reload, and takes one back', async () => {
    await page.reload();
    expect(await progress()).toBe('3 of 5 marked');
    await claim(2).getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 of 5 marked').waitFor();
    expect((await saved()).map(({ mark }) => mark)).toEqual(['RIGHT', 'MISPLACED']);
  });

  it('asks nobody for anything and complains of nothing', () => {
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
