/** What a researcher asks, from the home page to the passage that answers, by mouse and by keyboard alone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../support/browser.js';
import { engines } from '../../support/engines.js';
import { readers, says, type Reader } from './readers.js';
import { openExplorer, settled, type Explorer } from './support.js';

interface Journey {
  readonly question: string;
  readonly language?: 'zh';
  /** From the home page to the answer, which it waits for. */
  readonly walk: (page: Page, reader: Reader) => Promise<void>;
}

const question = async (page: Page, reader: Reader, text: RegExp) => {
  await reader.choose(page.getByRole('link', { name: text }));
  await page.waitForURL(/entity|document|regions|walk/);
  await settled(page);
};

const find = async (page: Page, reader: Reader, text: string, option: RegExp) => {
  await reader.write(page.getByRole('combobox').first(), text);
  await reader.pick(page.getByRole('option', { name: option }).first());
  await page.waitForURL(/entity|document/);
  await settled(page);
};

const evidence = (page: Page) => page.getByRole('main').getByRole('button', { name: /Evidence/ });

const journeys: readonly Journey[] = [
  {
    question: 'Which of the pilot’s places are in Shandong, and who says so?',
    async walk(page, reader) {
      await question(page, reader, /are in Shandong/);
      for (const place of ['Jining', 'Qingdao'])
        await page.getByRole('row', { name: `${place}: Covered`, exact: true }).waitFor();
      await reader.choose(evidence(page).first());
      await says(page, /Jining and Qingdao/);
    },
  },
  {
    question: 'How many used cars did China export, year by year, and according to whom?',
    async walk(page, reader) {
      await question(page, reader, /How many used cars/);
      await reader.choose(page.getByRole('tab', { name: 'Figures' }));
      await page.getByRole('row', { name: /2022 69,000 cars/ }).waitFor();
      await reader.choose(evidence(page).first());
      await page.getByRole('main').getByRole('link', { name: 'General Administration of Customs' }).first().waitFor();
    },
  },
  {
    question: 'Who issued the guideline of 2019?',
    async walk(page, reader) {
      await question(page, reader, /Who issued the guideline/);
      const issuers = page.getByRole('table', { name: 'Issued by' });
      await expect
        .poll(() => issuers.getByRole('rowheader').getByRole('link').allTextContents())
        .toContain('Ministry of Commerce');
      await reader.choose(issuers.getByRole('button', { name: /Evidence for Ministry of Commerce/ }));
      await page.getByRole('main').locator('a[href*="/document/"]').filter({ visible: true }).first().waitFor();
    },
  },
  {
    question: 'Who was a member of ASEAN on 1 January 1990?',
    async walk(page, reader) {
      await question(page, reader, /member of ASEAN/);
      await page.getByRole('heading', { name: 'Has member 6' }).waitFor();
      await reader.choose(page.getByRole('link', { name: /Show all 6/ }));
      const members = page.getByRole('table', { name: 'Has member' }).getByRole('rowheader').getByRole('link');
      await expect.poll(() => members.allTextContents()).toContain('Thailand');
      expect(await members.allTextContents()).not.toContain('Vietnam');
    },
  },
  {
    question: 'What does the article say about Beijing, Tianjin and Shanghai, word for word?',
    async walk(page, reader) {
      await find(page, reader, 'oks secondhand', /^China OKs secondhand/);
      await reader.choose(
        page.getByRole('region', { name: 'Text' }).getByRole('link', { name: /Beijing, Tianjin and Shanghai/ }),
      );
      await page.waitForURL(/#claims-/);
    },
  },
  {
    question: 'How is the head of the car dealers connected with Xi’an?',
    async walk(page, reader) {
      await question(page, reader, /connected/);
      await reader.choose(page.getByRole('tab', { name: /^Relations/ }));
      await page
        .getByRole('grid', { name: /^Relations/ })
        .getByText('China Automobile Dealers Association')
        .first()
        .waitFor();
    },
  },
  {
    question: 'Which ministry is "mofcm", and what did it issue?',
    async walk(page, reader) {
      await find(page, reader, 'mofcm', /^Ministry of Commerce/);
      const issued = page.getByRole('table', { name: 'Issued', exact: true });
      await reader.choose(issued.getByRole('link', { name: 'Guideline on used-car exports (2019)' }));
      await page.getByRole('heading', { level: 1, name: 'Guideline on used-car exports (2019)' }).waitFor();
    },
  },
  {
    question: '二手车在图谱里有什么？',
    language: 'zh',
    async walk(page, reader) {
      await find(page, reader, '二手车', /^二手车/);
      await says(page, '二手车出口试点');
    },
  },
  {
    question: 'What holds in Qingdao?',
    async walk(page, reader) {
      await question(page, reader, /Qingdao/);
      await page.getByRole('row', { name: /^Qingdao: 6 hold/ }).waitFor();
      await page.getByRole('main').getByRole('link', { name: 'Used-car export pilot' }).first().waitFor();
    },
  },
  {
    question: 'What changed in the pilot?',
    async walk(page, reader) {
      await find(page, reader, 'used car export pilot', /^Used-car export pilot/);
      await reader.choose(page.getByRole('link', { name: 'What changed' }));
      await page.getByRole('heading', { name: 'Began: Covers 10' }).waitFor();
      await reader.choose(evidence(page).first());
      await page.getByRole('main').locator('a[href*="/document/"]').filter({ visible: true }).first().waitFor();
    },
  },
];

describe.skipIf(!hasBrowser).each(engines)('a researcher on $name', (engine) => {
  let explorer: Explorer;

  beforeAll(async () => {
    explorer = await openExplorer(engine);
  });
  afterAll(() => explorer?.close());

  describe.each(readers)('$name', (reader) => {
    it.each(journeys)('$question', async ({ language, walk }) => {
      const page = await explorer.open('/', language && { language });
      const start = performance.now();
      await walk(page, reader);
      if (process.env['JOURNEYS'] !== undefined) console.log(`${Math.round(performance.now() - start)} ms`);
      expect(explorer.complaints.splice(0)).toEqual([]);
    });
  });
});
