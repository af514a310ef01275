/** Figures as charts: which there are, and that they show what the sources say and no more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartsOf, joins, openSide } from '../../../web/explorer/statistics/charts.ts';
import { hasBrowser } from '../../support/browser.js';
import { axe, openExplorer, type Explorer } from './support.js';

type Value = Parameters<typeof chartsOf>[0][number];

const daysIn = (period: string): [string, string] => {
  if (period.length === 4) return [`${period}-01-01`, `${period}-12-31`];
  const last = new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5, 7)), 0)).getUTCDate();
  return [`${period}-01`, `${period}-${last}`];
};
const value = (period: string | null, changes: Partial<Value> = {}): Value => {
  const [earliest, latest] = period === null ? [null, null] : daysIn(period);
  return {
    kind: 'ACTUAL',
    comparator: 'EXACT',
    value: 10,
    unit: '{car}',
    period: period === null ? null : { edtf: period, earliest, latest },
    region: { id: 'region:CN' },
    about: [],
    ...changes,
  };
};
const shape = (values: readonly Value[]) =>
  chartsOf(values).map(({ form, unit, isChange, values: drawn }) => [form, unit, isChange, drawn.length]);

describe('the charts of values', () => {
  it('show what is measured more than once over time, and what differs side by side', () => {
    expect(shape([value('2022'), value('2021')])).toEqual([['TIME', '{car}', false, 2]]);
    expect(shape([value('2021'), value('2021', { region: { id: 'region:JP' } })])).toEqual([['BARS', '{car}', false, 2]]);
    const both = [value('2021'), value('2022'), value('2021', { about: [{ id: 'product:a' }] }), value('2021', { region: null })];
    expect(shape(both)).toEqual([
      ['TIME', '{car}', false, 2],
      ['BARS', '{car}', false, 2],
    ]);
  });

  it('keep units apart, and changes from amounts; targets are beside what is measured', () => {
    expect(shape([value('2021', { unit: '%' }), value('2022', { unit: '%', kind: 'CHANGE' })])).toEqual([]);
    expect(shape([value('2021'), value('2022'), value('2021', { unit: 'CNY' }), value('2022', { unit: 'CNY' })])).toEqual([
      ['TIME', '{car}', false, 2],
      ['TIME', 'CNY', false, 2],
    ]);
    expect(shape([value('2021'), value('2030', { kind: 'TARGET' })])).toEqual([['TIME', '{car}', false, 2]]);
  });

  it('need two values of which one is not zero', () => {
    expect(shape([value('2021'), value('2022', { value: null })])).toEqual([]);
    expect(shape([value('2021', { value: 0 }), value('2022', { value: 0 })])).toEqual([]);
    expect(shape([value('2021', { value: 0 }), value('2022')])).toEqual([['TIME', '{car}', false, 2]]);
  });

  it('do not put what has no day on an axis of time', () => {
    expect(shape([value('2021'), value(null)])).toEqual([['BARS', '{car}', false, 2]]);
  });

  it('are in the order of time', () => {
    const [chart] = chartsOf([value('2023'), value('2021'), value('2022-05')]);
    expect(chart!.values.map(({ period }) => period!.edtf)).toEqual(['2021', '2022-05', '2023']);
  });
});

describe('the lines between values', () => {
  const joined = (...values: Value[]) => joins(values).map(([a, b]) => `${a.period!.edtf} ${b.period!.edtf}`);

  it('join exact measurements of consecutive periods', () => {
    expect(joined(value('2021'), value('2022'), value('2023'))).toEqual(['2021 2022', '2022 2023']);
    expect(joined(value('2021-12'), value('2022-01'))).toEqual(['2021-12 2022-01']);
    expect(joined(value('2024-02'), value('2024-03'))).toEqual(['2024-02 2024-03']);
  });

  it('leave gaps open', () => {
    expect(joined(value('2021'), value('2023'))).toEqual([]);
    expect(joined(value('2021-01'), value('2021-03'))).toEqual([]);
    expect(joined(value('2021'), value('2021'))).toEqual([]);
  });

  it('lead neither to nor from what is not exact, not measured or not dated', () => {
    const vague = value('2022', { period: { edtf: '2022~', earliest: '2022-01-01', latest: '2022-12-31' } });
    expect(joined(value('2021'), value('2022', { comparator: 'MORE_THAN' }), value('2023'))).toEqual([]);
    expect(joined(value('2021'), value('2022', { kind: 'TARGET' }))).toEqual([]);
    expect(joined(value('2021'), value('2022', { kind: 'FORECAST' }))).toEqual([]);
    expect(joined(value('2021'), vague)).toEqual([]);
  });
});

it('says on which side a value is open', () => {
  const sides = (['EXACT', 'ABOUT', 'NEARLY', 'AT_LEAST', 'MORE_THAN', 'AT_MOST', 'LESS_THAN'] as const).map((comparator) =>
    openSide(value('2021', { comparator })),
  );
  expect(sides).toEqual([undefined, undefined, undefined, 'ABOVE', 'ABOVE', 'BELOW', 'BELOW']);
});

describe.skipIf(!hasBrowser)('the figures of an entity', () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await openExplorer();
  });
  afterAll(() => explorer?.close());

  const charts = () => explorer.page.locator('svg[data-chart]');
  const figures = async (id: string, look = {}) => {
    const page = await explorer.open(`/entity/${id}?tab=figures`, look);
    await charts().first().waitFor();
    return page;
  };

  it('are a chart over time with a table of the same values beside it', async () => {
    const page = await figures('indicator:cn-used-cars-exported');
    expect(await charts().evaluateAll((all) => all.map((chart) => chart.getAttribute('data-chart')))).toEqual(['time']);
    expect(await charts().locator('text').allTextContents()).toEqual(expect.arrayContaining(['15,000 cars', '69,000 cars']));
    expect(await charts().locator('[data-mark=link] path').count()).toBe(1);
    expect(await page.locator('figure.chart figcaption').innerText()).toMatch(
      /^Used cars exported from China, cars\. As of \d+ \w+ \d{4}\.$/,
    );
    const rows = await page.locator('.statistics tbody tr').allInnerTexts();
    expect(rows.map((row) => row.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^2021 15,000 cars China and Used cars reported by General Administration of Customs/),
      expect.stringMatching(/^2022 69,000 cars /),
    ]);
  });

  it('show open ends as arrows, and join nothing over a gap', async () => {
    await figures('product:gallium');
    const time = charts().and(explorer.page.locator('[data-chart=time]'));
    expect(await time.locator('[data-mark=arrow] path').count()).toBe(2);
    expect(await time.locator('[data-mark=link] path').count()).toBe(0);
    expect(await time.locator('text').allTextContents()).toEqual(
      expect.arrayContaining(['more than 8,800 kilograms', 'more than 2,700 kilograms']),
    );
  });

  it('unfold to their evidence, by keyboard', async () => {
    const page = await figures('indicator:cn-used-cars-exported');
    const unfold = page.getByRole('button', { name: 'Evidence' }).first();
    await unfold.focus();
    await page.keyboard.press('Enter');
    await page.locator('.statistics .evidence').first().waitFor();
    expect(await unfold.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.statistics .evidence').first().innerText()).toContain(
      'China Takes Steps to Promote Used Car Exports',
    );
    await page.keyboard.press('Enter');
    expect(await page.locator('.statistics .evidence').count()).toBe(0);
  });

  it('fit each width, are accessible in each theme and language, and complain of nothing', async () => {
    for (const look of [{ width: 1280 }, { width: 360, theme: 'dark' }, { width: 800, theme: 'dark', language: 'zh' }]) {
      const page = await figures('region:JP', look);
      const outside = await charts().evaluateAll((all) =>
        all.filter((chart) => chart.getBoundingClientRect().right > document.documentElement.clientWidth),
      );
      expect([outside, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([[], look.width]);
      expect(await axe(page)).toEqual([]);
    }
    expect(explorer.complaints).toEqual([]);
  });
});
