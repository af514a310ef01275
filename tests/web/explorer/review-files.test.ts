/** Files that a reviewer has read: what fills the form, and what is refused. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../support/browser.js';
import { engines } from '../../support/engines.js';
import { smallPdf } from '../../support/small-pdf.js';
import { layoutFaults } from './layout.js';
import { readers } from './readers.js';
import { article, openReview, reviewer, selected } from './reviewers.js';
import { axe, type Explorer } from './support.js';

const paragraphs = article
  .split('\n\n')
  .map((each) => `<p>${each}</p>`)
  .join('');
const marks =
  '<meta property="og:title" content="Brooms abroad"><meta name="PubDate" content="2024-02-27 09:00"><meta property="og:site_name" content="The Daily Owl">';
const html = `<html><head>${marks}</head><body><nav>Home</nav>${paragraphs}</body></html>`;
const pdf = smallPdf([[{ text: 'A city of owls.', at: [72, 700] }], []]);
const chinese = '商务部周六表示，西安市去年出口了一万五千辆二手车。';
const inGb18030 = Buffer.from(
  'c9cccef1b2bfd6dcc1f9b1edcabea3accef7b0b2cad0c8a5c4eab3f6bfdac1cbd2bbcdf2cee5c7a7c1beb6fecad6b3b5a1a3',
  'hex',
);

const button = (page: Page, name = 'Choose a file') => page.getByRole('button', { name });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const status = (page: Page) => page.locator('.file-choice [role=status]');
const alert = (page: Page) => page.locator('.file-choice [role=alert]');

const valuesOf = async (page: Page) => {
  const names = ['Title', 'Outlet', 'Date', 'Address', 'Text'];
  return Promise.all(names.map((name) => field(page, name).inputValue()));
};

describe.skipIf(!hasBrowser)('files in the review', { timeout: 180_000 }, () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await openReview(engines[0]!);
  });
  afterAll(() => explorer?.close());

  const open = (look = {}, path = '/review') => reviewer(explorer, 'pg_ann', path, look);

  async function choose(page: Page, name: string, content: string | Buffer, reader = readers[0]!): Promise<void> {
    const choosing = page.waitForEvent('filechooser');
    await reader.choose(button(page));
    await (await choosing).setFiles({ name, mimeType: '', buffer: Buffer.from(content) });
  }

  it.each(readers)('fill the form, and are proposed $name', async (reader) => {
    const page = await open();
    await choose(page, 'brooms.html', html, reader);
    await expect.poll(() => status(page).innerText()).toContain(`“brooms.html” is read: ${article.length + 1} characters.`);
    expect(await status(page).innerText()).toContain(
      'From the page: Title (og:title), Outlet (og:site_name), and Date (pubdate). Check them.',
    );
    expect(await valuesOf(page)).toEqual(['Brooms abroad', 'The Daily Owl', '2024-02-27', '', `${article}\n`]);
    expect(await page.getByText('From the page (pubdate)').count()).toBe(1);
    await reader.write(field(page, 'Title'), `Brooms abroad ${reader.name}`);
    expect(await page.getByText('From the page (og:title)').count()).toBe(0);
    await reader.choose(button(page, 'Read the text'));
    await page.waitForURL(/\/review\/reading:/);
    await selected(page).waitFor();
    expect(await page.locator('main').innerText()).toContain('The Daily Owl');
  });

  it('take nothing from the file before, and leave what a person typed', async () => {
    const page = await open();
    await field(page, 'Outlet').fill('The Evening Owl');
    await choose(page, 'brooms.html', html);
    await expect.poll(() => field(page, 'Date').inputValue()).toBe('2024-02-27');
    expect(await status(page).innerText()).not.toContain('Outlet');
    await choose(page, 'owls.pdf', pdf);
    await expect.poll(() => status(page).innerText()).toContain('Page 2 has no text: empty, or a picture.');
    expect(await valuesOf(page)).toEqual(['', 'The Evening Owl', '', '', 'A city of owls.\n']);
  });

  it('may be dropped onto the text', async () => {
    const page = await open();
    const dropped = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'owls.md'));
      return data;
    }, '# Owls\n\nA city of owls.\n');
    await field(page, 'Text').dispatchEvent('dragover', { dataTransfer: dropped });
    expect(await page.locator('textarea[data-dropping]').count()).toBe(1);
    await field(page, 'Text').dispatchEvent('drop', { dataTransfer: dropped });
    await expect.poll(() => field(page, 'Text').inputValue()).toBe('# Owls\n\nA city of owls.\n');
    expect(await page.locator('textarea[data-dropping]').count()).toBe(0);
  });

  it.each(readers)('in another encoding are read in the one that is chosen $name', async (reader) => {
    const page = await open();
    await choose(page, 'cars.txt', inGb18030);
    await expect.poll(() => alert(page).innerText()).toContain('“cars.txt” is not in UTF-8.');
    expect(await axe(page)).toEqual([]);
    await reader.choose(button(page, 'gb18030'));
    await expect.poll(() => field(page, 'Text').inputValue()).toBe(chinese);
    expect(await alert(page).count()).toBe(0);
  });

  it('that cannot be read leave the form as it is, and say why', async () => {
    const page = await open();
    await field(page, 'Text').fill('Owls.');
    await choose(page, 'scan.pdf', smallPdf([[]]));
    await expect
      .poll(() => alert(page).innerText())
      .toBe('“scan.pdf” was not read. The file is a PDF without text, as scans are: give it a text layer (OCR) first.');
    await page.route('**/text', (route) => route.abort());
    await choose(page, 'owls.txt', 'A city of owls.');
    await expect
      .poll(() => alert(page).innerText())
      .toBe('“owls.txt” was not read. The service did not answer. Try again, or paste the text.');
    expect(await field(page, 'Text').inputValue()).toBe('Owls.');
  });

  it.each(['', '?lang=zh'])('have no fault of access or layout: /review%s', async (query) => {
    for (const look of [{ width: 1280 }, { width: 360, dark: true }]) {
      const page = await open(look, `/review${query}`);
      const choosing = page.waitForEvent('filechooser');
      await page.locator('.file-choice button').click();
      await (await choosing).setFiles({ name: `${'brooms-'.repeat(20)}.html`, mimeType: '', buffer: Buffer.from(html) });
      await expect.poll(() => status(page).innerText()).toContain('og:title');
      expect([await axe(page), await layoutFaults(page)]).toEqual([[], []]);
    }
  });
});
