/** A document's page, on the built-in graph with the texts that it rests on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inParagraphs, segmentsOf, statementsOf } from '../../../web/explorer/document/passages.ts';
import { originalOf } from '../../../web/explorer/parts/text-fragment.ts';
import { hasBrowser } from '../../support/browser.js';
import { engines } from '../../support/engines.js';
import { sources } from '../../support/texts.js';
import { axe, openExplorer, type Explorer } from './support.js';

const used = '/document/document:china-takes-steps-to-promote-used-car-exports';

describe('the passages of a text', () => {
  const passage = (number: number, start: number, end: number) => ({ number, start, end });
  const shape = (text: string, start: number, ...passages: ReturnType<typeof passage>[]) =>
    segmentsOf({ start, end: start + [...text].length, text }, passages).map((segment) => [
      segment.text,
      segment.passages.map(({ number }) => number).join(' '),
    ]);

  it('cut a paragraph where they begin and end', () => {
    expect(shape('one two three', 10, passage(1, 14, 17))).toEqual([
      ['one ', ''],
      ['two', '1'],
      [' three', ''],
    ]);
  });

  it('may lie in each other, overlap, be the same, and go over the paragraph', () => {
    expect(shape('one two three', 10, passage(1, 10, 17), passage(2, 14, 23), passage(3, 14, 17))).toEqual([
      ['one ', '1'],
      ['two', '1 2 3'],
      [' three', '2'],
    ]);
    expect(shape('middle', 20, passage(1, 5, 99))).toEqual([['middle', '1']]);
  });

  it('are those that a paragraph has a part of', () => {
    const paragraphs = [
      { start: 0, end: 10 },
      { start: 12, end: 20 },
      { start: 22, end: 30 },
      { start: 32, end: 40 },
    ];
    const passages = [passage(1, 2, 25), passage(2, 3, 10), passage(3, 10, 12), passage(4, 20, 23), passage(5, 39, 50)];
    expect(inParagraphs(paragraphs, passages).map((each) => each.map(({ number }) => number))).toEqual([
      [1, 2],
      [1],
      [1, 4],
      [5],
    ]);
    expect(inParagraphs(paragraphs, [])).toEqual([[], [], [], []]);
  });

  it('count code points, as locators do', () => {
    expect(shape('𝄞中𝄞b', 0, passage(1, 1, 3))).toEqual([
      ['𝄞', ''],
      ['中𝄞', '1'],
      ['b', ''],
    ]);
  });

  it('have the claims of one place together, and leave out what the text does not bear out', () => {
    const fact = (key: string, locator: object | null, verification = 'VERIFIED', id = 'document:a') =>
      ({ key, evidence: [{ document: { id }, locator, verification, summary: key }] }) as any;
    const facts = [
      fact('late', { start: 9, end: 12 }),
      fact('short', { start: 2, end: 4 }),
      fact('long', { start: 2, end: 8 }),
      fact('same', { start: 9, end: 12 }),
      fact('moved', { start: 3, end: 5 }, 'MISMATCH'),
      fact('record', null, 'DATA_SET'),
      fact('elsewhere', { start: 0, end: 1 }, 'VERIFIED', 'document:b'),
    ];
    const { passages, others } = statementsOf(facts, 'document:a');
    expect(passages.map(({ number, statements }) => [number, ...statements.map((each) => each.fact.key)])).toEqual([
      [1, 'long'],
      [2, 'short'],
      [3, 'late', 'same'],
    ]);
    expect(others.map((each) => each.fact.key)).toEqual(['moved', 'record']);
  });
});

describe('the address of a passage on the page of its outlet', () => {
  const page = 'https://news.example/a';

  it('has the whole of a short passage, escaped', () => {
    expect(originalOf(page, 'rose 5-fold, & more')).toBe(`${page}#:~:text=rose%205%2Dfold%2C%20%26%20more`);
    expect(originalOf(`${page}#top`, '出口 增长')).toBe(`${page}#top:~:text=${encodeURIComponent('出口 增长')}`);
  });

  it('has the beginning and the end of a long one, or of one in several paragraphs', () => {
    const long = `In the year ${'of many things '.repeat(10)}it ended well`;
    expect(originalOf(page, long)).toBe(
      `${page}#:~:text=In%20the%20year%20of%20many%20things%20of%20many,things%20of%20many%20things%20it%20ended%20well`,
    );
    expect(originalOf(page, 'First.\n\nSecond.')).toBe(`${page}#:~:text=First.,Second.`);
    const chinese = '文'.repeat(120);
    expect(originalOf(page, chinese)).toBe(`${page}#:~:text=${[1, 2].map(() => encodeURIComponent('文'.repeat(40))).join()}`);
  });

  it('is that of the page where no passage is known, or the address is of no page', () => {
    expect(originalOf(page, null)).toBe(page);
    expect(originalOf('doi:10.1/x', 'a passage')).toBe('doi:10.1/x');
  });
});

describe.skipIf(!hasBrowser || sources === undefined).each(engines)("a document's page on $name", (engine) => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await openExplorer(engine);
  });
  afterAll(() => explorer?.close());

  const passage = (text: string) => explorer.page.locator('a.passage', { hasText: text });
  const focused = () => explorer.page.evaluate(() => document.activeElement?.id);
  const isActive = (selector: string) =>
    explorer.page.locator(selector).evaluate((element) => getComputedStyle(element).getPropertyValue('--passage') !== '');

  it('shows the text, with a mark for each passage and its claims in order', async () => {
    const page = await explorer.open(used);
    await passage('In 2021, China exported 15,000').waitFor();
    expect(await page.locator('main h1').textContent()).toBe('China Takes Steps to Promote Used Car Exports');
    const text = (await page.locator('.reading .text p').allTextContents()).join('\n');
    expect(text).toContain('This figure soared to 69,000 in 2022. As of 2023, used Chinese cars');
    const numbers = await page.locator('.claims > ol > li').evaluateAll((items) => items.map(({ id }) => id));
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers).toEqual(numbers.map((_, index) => `claims-${index + 1}`));
    const marked = await page
      .locator('a.passage[data-number]')
      .evaluateAll((marks) => marks.flatMap((mark) => (mark as HTMLElement).dataset['number']!.split(' ')));
    expect(marked).toEqual(numbers.map((_, index) => String(index + 1)));
  });

  it('shows the claims of a passage to the pointer, and goes there and back', async () => {
    const page = await explorer.open(used);
    await passage('This figure soared').hover();
    const number = await passage('This figure soared').getAttribute('data-number');
    await page.waitForFunction(() => document.querySelector('.claims')!.scrollTop > 0);
    expect([await isActive(`#claims-${number}`), await isActive('#claims-1')]).toEqual([true, false]);
    expect(await page.locator(`#claims-${number}`).innerText()).toContain('2022: 69,000 cars');
    await passage('This figure soared').click();
    await page.waitForFunction((id) => document.activeElement?.id === id, `claims-${number}`);
    await page.locator('#claims-1 .number').click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('China Takes Steps to Promote Used Car Exports');
    await page.goBack();
    await page.waitForFunction((id) => document.activeElement?.id === id, `claims-${number}`);
  });

  it('does the same by keyboard, with one stop for each passage', async () => {
    const page = await explorer.open(used);
    await passage('In 2021').waitFor();
    await page.locator('a.passage').first().focus();
    const stops = await page.locator('.reading .text a:not([tabindex="-1"])').count();
    expect(stops).toBe(await page.locator('.claims > ol > li').count());
    await page.keyboard.press('Tab');
    expect(await isActive('#claims-2')).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'claims-2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.classList.contains('passage'));
    expect(await focused()).toBe(await page.locator('a.passage').nth(1).getAttribute('id'));
    await page.keyboard.press('Escape');
    expect(await isActive('#claims-2')).toBe(false);
  });

  it('shows all claims where passages overlap, the closest first', async () => {
    const page = await explorer.open(used);
    await passage('since the used car export pilot').focus();
    const [inner, outer] = (await passage('since the used car export pilot').getAttribute('data-passages'))!.split(' ');
    expect(Number(inner)).toBeGreaterThan(Number(outer));
    expect([await isActive(`#claims-${inner}`), await isActive(`#claims-${outer}`)]).toEqual([true, true]);
    const beside = page.locator('.passage', { hasText: 'has repeatedly reached' });
    expect(await beside.evaluate((element) => getComputedStyle(element).getPropertyValue('--passage') !== '')).toBe(true);
  });

  it('opens at the passage of a link', async () => {
    const page = await explorer.open(used);
    const id = await passage('Now, the Western').getAttribute('id');
    await page.goto('about:blank');
    await explorer.open(`${used}#${id}`);
    await page.waitForFunction((target) => document.activeElement?.id === target, id);
    expect(await passage('Now, the Western').evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(900);
  });

  it('shows the claims at the foot of a narrow window', async () => {
    const page = await explorer.open(used, { width: 390 });
    await passage('In 2021').focus();
    const here = page.getByRole('region', { name: 'Claims that rest on this passage' });
    expect(await here.innerText()).toContain('15,000 cars');
    const [mark, panel] = await Promise.all([passage('In 2021').boundingBox(), here.boundingBox()]);
    expect(mark!.y + mark!.height).toBeLessThanOrEqual(panel!.y);
    await here.getByRole('button', { name: 'Close' }).click();
    expect(await here.count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('shows the claims to a finger, where it pressed', async () => {
    const page = await explorer.browser.newPage({ hasTouch: true, viewport: { width: 390, height: 800 }, locale: 'en-GB' });
    await page.goto(`${explorer.service.url}${used}`);
    await page.locator('a.passage', { hasText: 'In 2021' }).tap();
    await page.getByRole('region', { name: 'Claims that rest on this passage' }).getByText('15,000 cars').first().waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await page.close();
  });

  it('lists claims with their records where there is no text', async () => {
    const page = await explorer.open('/document/document:iso-3166-1');
    await page.locator('.claims .statements').first().waitFor();
    expect(await page.locator('.state').innerText()).toContain('its claims rest on records');
    expect(await page.locator('.claims li').first().innerText()).toMatch(/Record /);
    const before = await page.locator('.claims li').count();
    await page.getByRole('button', { name: /^Show more: / }).click();
    await page.waitForFunction((count) => document.querySelectorAll('.claims li').length > count, before);
  });

  it('is accessible in each language and theme, and complains of nothing', async () => {
    for (const [path, language, theme, width] of [
      [used, 'en', 'light', 1280],
      [used, 'zh', 'dark', 390],
      ['/document/document:chinas-gallium-export-restriction-sends-prices-soaring', 'zh', 'dark', 1280],
      ['/document/document:iso-3166-1', 'en', 'dark', 390],
    ] as const) {
      const page = await explorer.open(path, { language, theme, width });
      await page.locator('.claims .statements').first().waitFor();
      await page.locator('main a').first().focus();
      expect(await axe(page)).toEqual([]);
    }
    expect(explorer.complaints).toEqual([]);
  });
});
