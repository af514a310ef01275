/** The graph: what is open is in the URL, the tables have the content of the picture, and a line has its evidence. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Addition, Positions } from '../../../web/explorer/walk/layout/addition.ts';
import { withClosed, withMore } from '../../../web/explorer/walk/graph/opening.ts';
import { hasBrowser } from '../../support/browser.js';
import { engines } from '../../support/engines.js';
import { axe, openExplorer, settled, type Explorer } from './support.js';

/** What runs in the worker, whose library has types for browsers alone. */
interface LayoutModule {
  readonly Layouts: new () => { of(steps: readonly Addition[]): Positions };
}
const layout = '../../../web/explorer/walk/layout/layout.ts';
const { Layouts } = (await import(layout)) as LayoutModule;

interface Named {
  readonly label: string;
  readonly at: readonly [x: number, y: number];
  readonly size: number;
  readonly side: 'left' | 'right';
  readonly isOpen: boolean;
}
interface NamesModule {
  readonly namedOf: (entities: readonly Named[], placeOf: (entity: Named) => readonly [number, number]) => readonly Named[];
}
const names = '../../../web/explorer/walk/drawing/names.ts';
const { namedOf } = (await import(names)) as NamesModule;

const pilot = 'program:cn-used-car-export-pilot';

describe('the openings of a URL', () => {
  it('are opened in their order, a page of an open one more, and closed', () => {
    const search = withMore(withMore(withMore({ from: 'a:1' }, 'b:2'), 'c:3'), 'b:2');
    expect(search).toEqual({ from: 'a:1', open: 'b:2*2,c:3' });
    expect(withMore(search, 'a:1')).toEqual({ from: 'a:1', open: 'a:1*2,b:2*2,c:3' });
    expect(withClosed(search, 'b:2')).toEqual({ from: 'a:1', open: 'c:3' });
    expect(withClosed({ from: 'a:1', open: 'c:3' }, 'c:3')).toEqual({ from: 'a:1' });
  });
});

describe('the layout', () => {
  const step = (around: string | undefined, ...ids: string[]) => ({
    around,
    entities: ids,
    relations: ids.flatMap((id): [string, string][] => (id === (around ?? 'a') ? [] : [[around ?? 'a', id]])),
  });
  const [first, second] = [step(undefined, 'a', 'b', 'c', 'd'), step('b', 'e', 'f')];

  it('is the same for the same steps, whether one grew into the other or both come at once', () => {
    const grown = new Layouts();
    grown.of([first]);
    expect([...grown.of([first, second])]).toEqual([...new Layouts().of([first, second])]);
  });

  it('places all apart from each other', () => {
    const places = [...new Layouts().of([first, second]).values()];
    expect(places).toHaveLength(6);
    expect(new Set(places.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(6);
  });
});

describe('the names in a picture', () => {
  const named = (label: string, at: Named['at'], other: Partial<Named> = {}): Named => ({
    label,
    at,
    size: 6,
    side: 'right',
    isOpen: false,
    ...other,
  });
  const shown = (...all: readonly Named[]) => namedOf(all, ({ at }) => at).map(({ label }) => label);

  it('are those that overlap no other: of two, that of the larger', () => {
    expect(shown(named('Qingdao', [0, 0]), named('Shandong', [20, 5], { size: 9 }))).toEqual(['Shandong']);
    expect(shown(named('青岛', [0, 0]), named('山东', [20, -5], { size: 9 }))).toEqual(['山东']);
  });

  it('are first those of open entities', () => {
    expect(shown(named('Qingdao', [0, 0], { size: 9 }), named('Shandong', [20, 13], { isOpen: true }))).toEqual(['Shandong']);
  });

  it('are all where they are below each other, apart, or lead away from each other', () => {
    expect(shown(named('Qingdao', [0, 0]), named('Shandong', [0, 14]))).toHaveLength(2);
    expect(shown(named('Qingdao', [0, 0]), named('Shandong', [80, 0]))).toHaveLength(2);
    expect(shown(named('Qingdao', [0, 0], { side: 'left' }), named('Shandong', [10, 0]))).toHaveLength(2);
  });
});

describe.skipIf(!hasBrowser).each(engines)('the graph on $name', (engine) => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await openExplorer(engine);
  });
  afterAll(() => explorer?.close());

  const parametersOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
  const count = (page: Page) => page.locator('.growth [role=status]');
  const rows = (page: Page) => page.getByRole('grid').getByRole('row');
  const labelOfFocus = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  /** Goes to a button in the table by the arrow keys. */
  async function reach(page: Page, label: string): Promise<void> {
    const row = rows(page).filter({ has: page.getByRole('button', { name: label, exact: true }) });
    const isInside = () =>
      row.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));
    if (!(await isInside())) await rows(page).nth(1).focus();
    for (let step = 0; step < 60 && !(await isInside()); step += 1) await page.keyboard.press('ArrowDown');
    for (let step = 0; step < 9 && (await labelOfFocus(page)) !== label; step += 1) await page.keyboard.press('ArrowRight');
    expect(await labelOfFocus(page)).toBe(label);
  }
  const drawn = (page: Page, entities: number) =>
    page.getByRole('img', { name: new RegExp(`^Graph of ${entities} entities`) }).waitFor();
  /** Walks to an address, and waits until this is counted. */
  const walk = async (path: string, shown: string) => {
    const page = await explorer.open(path);
    await count(page).filter({ hasText: shown }).waitFor();
    return page;
  };

  it('begins at an entity that is found by its name', async () => {
    const page = await explorer.open('/walk');
    await page.getByRole('combobox', { name: 'Begin at' }).fill('used-car export pilot');
    await page.getByRole('option', { name: /^Used-car export pilot/ }).click();
    await count(page).filter({ hasText: '17 entities and 16 relations' }).waitFor();
    expect(parametersOf(page)).toEqual({ from: pilot });
    await drawn(page, 17);
  });

  it('begins at what most documents name', async () => {
    const page = await explorer.open('/walk');
    await page.getByRole('main').getByRole('link', { name: 'Ministry of Commerce', exact: true }).click();
    await count(page).filter({ hasText: 'are shown' }).waitFor();
    expect(parametersOf(page)).toEqual({ from: 'agency:cn-mofcom' });
  });

  it('grows and shrinks by keyboard, from the table', async () => {
    const page = await walk(`/walk?from=${pilot}`, '17 entities');
    const before = await count(page).innerText();
    await reach(page, 'Open Guangdong');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Close Guangdong' }).waitFor();
    expect(parametersOf(page)).toEqual({ from: pilot, open: 'region:CN-GD' });
    await page.getByRole('row', { name: /Shenzhen/ }).waitFor();
    expect(await labelOfFocus(page)).toMatch(/Guangdong/);
    await reach(page, 'Close Guangdong');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Open Guangdong' }).waitFor();
    expect(await count(page).innerText()).toBe(before);
  });

  /** Where one of two entities is drawn, which fill the picture from corner to corner: the picture itself has no elements. */
  async function placeOf(page: Page, id: string, other: string): Promise<[x: number, y: number]> {
    const places = new Layouts().of([{ around: undefined, entities: [id, other], relations: [[id, other]] }]);
    const [{ x, y }, far] = [places.get(id)!, places.get(other)!];
    const box = (await page.locator('.canvas').boundingBox())!;
    const scale = (Math.min(box.width, box.height) - 2 * 60) / Math.max(Math.abs(x - far.x), Math.abs(y - far.y));
    return [box.x + box.width / 2 + ((x - far.x) / 2) * scale, box.y + box.height / 2 - ((y - far.y) / 2) * scale];
  }

  const selection = (page: Page) => page.getByRole('complementary', { name: 'Selection' });

  it('selects by a click, and grows by a double click', async () => {
    const other = 'program:belt-and-road-initiative';
    const page = await walk(`/walk?from=${pilot}&types=PROGRAM`, '2 entities and 1 relation');
    await drawn(page, 2);
    const [x, y] = await placeOf(page, other, pilot);
    await page.mouse.click(x, y);
    await selection(page).getByRole('heading', { name: 'Belt and Road Initiative' }).waitFor();
    expect(parametersOf(page)).toMatchObject({ at: other });
    await page.mouse.dblclick(x, y);
    await page.waitForURL(/open=/);
    expect(parametersOf(page)).toMatchObject({ from: pilot, open: other });
  });

  it('shows what is said of a line that is clicked', async () => {
    const page = await walk(`/walk?from=${pilot}&types=PROGRAM`, '2 entities and 1 relation');
    await drawn(page, 2);
    const box = (await page.locator('.canvas').boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await selection(page).getByText('supports').first().waitFor();
    expect(await selection(page).getByRole('figure').count()).toBeGreaterThan(0);
    expect(parametersOf(page)['at']?.split(',').sort()).toEqual(['program:belt-and-road-initiative', pilot]);
  });

  it('leads from the table of relations to their evidence, by keyboard', async () => {
    const page = await walk(`/walk?from=${pilot}&table=relations`, '17 entities');
    expect(await rows(page).count()).toBe(17);
    await reach(page, "Evidence: Used-car export pilot and Xi'an");
    await page.keyboard.press('Enter');
    await selection(page).getByRole('figure').first().waitFor();
    expect(await selection(page).innerText()).toContain('presumed');
    expect(parametersOf(page)['at']).toBe(`${pilot},region:CN-610100`);
  });

  it('asks how two entities are connected, and marks the ways between them', async () => {
    const page = await explorer.open('/walk');
    await page.getByRole('button', { name: 'How are two entities connected?' }).click();
    for (const [field, text] of [
      ['From', 'Luo Lei'],
      ['To', "Xi'an"],
    ] as const) {
      await page.getByRole('combobox', { name: field, exact: true }).fill(text);
      await page
        .getByRole('option', { name: new RegExp(`^${text}`) })
        .first()
        .click();
    }
    const ways = page.getByRole('region', { name: 'Connections' });
    await ways.getByRole('listitem').first().waitFor();
    expect(await ways.getByRole('listitem').first().innerText()).toMatch(
      /^Luo Lei — holds a position at → China Automobile Dealers Association/,
    );
    expect(parametersOf(page)['between']).toBe('person:luo-lei,region:CN-610100');
    await ways.getByRole('button', { name: 'Close the connections' }).click();
    await ways.waitFor({ state: 'detached' });
  });

  it('says where no connection is found, and how to look farther', async () => {
    const page = await explorer.open('/walk?between=person:luo-lei,region:CN-610100&hops=1');
    const ways = page.getByRole('region', { name: 'Connections' });
    await ways.getByText('No connection of up to 1 relations was found.').waitFor();
    await ways.getByRole('button', { name: 'Search up to 6 relations' }).click();
    await ways.getByRole('listitem').first().waitFor();
    expect(parametersOf(page)).toMatchObject({ hops: '6' });
  });

  it('shows a hub in pages, and the types and the day that are chosen', async () => {
    const page = await walk('/walk?from=region:CN', '51 entities');
    const more = page.getByRole('button', { name: /^Show \d+ more relations of China$/ });
    await more.click();
    await more.waitFor({ state: 'detached' });
    expect(parametersOf(page)).toEqual({ from: 'region:CN', open: 'region:CN*2' });
    await page.getByRole('group', { name: 'Shown types' }).getByText('Regions').click();
    await page.waitForURL(/types=/);
    await page.getByRole('row', { name: /Shaanxi/ }).waitFor({ state: 'detached' });
    const past = await walk(`/walk?from=${pilot}&asOf=2018-06-30`, 'shown');
    expect(await count(past).innerText()).not.toContain('17 entities');
  });

  it('hides and shows types of relations by keyboard, in the picture, the table and the address', async () => {
    const page = await walk(`/walk?from=${pilot}&table=relations`, '17 entities and 16 relations');
    const choice = page.getByRole('group', { name: 'Shown relations' });
    const covers = choice.getByRole('checkbox', { name: /^Covers 10/ });
    await covers.focus();
    await page.keyboard.press('Space');
    await count(page).filter({ hasText: '7 entities and 6 relations' }).waitFor();
    expect(parametersOf(page)).toMatchObject({ from: pilot, without: 'COVERS' });
    expect(await rows(page).filter({ hasText: 'Covers' }).count()).toBe(0);
    await drawn(page, 7);
    expect(await choice.getByRole('checkbox', { name: /^Covers/ }).evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Space');
    await count(page).filter({ hasText: '17 entities and 16 relations' }).waitFor();
    expect(parametersOf(page)['without']).toBeUndefined();
  });

  it('goes on without the hidden relations, and asks for no connection along them', async () => {
    const page = await walk(`/walk?from=${pilot}&open=region:CN-GD&without=PART_OF,NO_SUCH_TYPE`, 'shown');
    await page.getByRole('button', { name: 'Close Guangdong' }).waitFor();
    expect(await page.getByRole('row', { name: /Shenzhen/ }).count()).toBe(0);
    const ends = 'between=region:CN-440300,region:CN-GD&hops=1';
    await explorer.open(`/walk?${ends}`);
    await page.getByRole('heading', { name: 'Connections' }).waitFor();
    expect(await page.locator('.connections li').count()).toBe(1);
    await explorer.open(`/walk?${ends}&without=PART_OF`);
    await page.getByText('No connection of up to 1 relation').waitFor();
    const chinese = await explorer.open(`/walk?from=${pilot}&without=COVERS`, { language: 'zh' });
    await chinese.getByRole('group', { name: '显示的关系' }).getByRole('checkbox', { name: /^覆盖/ }).waitFor();
  });

  it('draws the same picture for the same address', async () => {
    const address = `/walk?from=${pilot}&open=region:CN-GD`;
    const pictures: string[] = [];
    for (const _ of [1, 2]) {
      const page = await walk(address, 'shown');
      await drawn(page, 39);
      pictures.push(await fileOf(page, 'SVG'));
    }
    expect(pictures[0]).toBe(pictures[1]);
    expect(pictures[0]).toContain('Shenzhen');
    expect(pictures[0]).toMatch(/stroke-dasharray="8 4"/);
  });

  /** What "Share and export" saves as this. */
  async function fileOf(page: Page, format: string): Promise<string> {
    await page.getByRole('button', { name: 'Share and export' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: format }).click();
    return readFileSync(await (await saved).path(), 'utf8');
  }

  it('gives the graph that is shown as GraphML, and its picture as PNG', async () => {
    const page = await walk(`/walk?from=${pilot}`, '17 entities');
    await drawn(page, 17);
    expect(await fileOf(page, 'PNG')).toMatch(/^.PNG/);
    const graphml = await fileOf(page, 'GraphML');
    expect(graphml).toContain('<node id="region:CN-610100">');
    expect(graphml.match(/source="program:cn-used-car-export-pilot"/g)?.length).toBeGreaterThanOrEqual(13);
  });

  it('shows the tables and a still picture where there is no WebGL', async () => {
    const page = await explorer.browser.newPage();
    onTestFinished(() => page.close());
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto(`${explorer.service.url}/walk?from=${pilot}`);
    await page.getByText('This browser cannot draw the graph').waitFor();
    await page.getByRole('button', { name: 'Open Guangdong' }).click();
    await page.getByRole('row', { name: /Shenzhen/ }).waitFor();
    await drawn(page, 39);
    expect(await page.locator('canvas').count()).toBe(0);
  });

  it('moves the last drawing with the pointer where drawing is slow, and draws again at rest', async () => {
    const page = await explorer.browser.newPage();
    onTestFinished(() => page.close());
    await page.addInitScript(() => {
      const ended = new WeakMap<WebGLSync, number>();
      WebGL2RenderingContext.prototype.getSyncParameter = (fence) => {
        ended.set(fence, ended.get(fence) ?? performance.now() + 60);
        return performance.now() < ended.get(fence)! ? WebGL2RenderingContext.UNSIGNALED : WebGL2RenderingContext.SIGNALED;
      };
      const transforms: string[] = [];
      const see = ({ target }: MutationRecord) =>
        target instanceof HTMLCanvasElement &&
        transforms.push(target.style.transform.replaceAll(/-?\d+\.\d+/g, (number) => `${Math.round(Number(number))}`));
      new MutationObserver((records) => records.forEach(see)).observe(document, { subtree: true, attributeFilter: ['style'] });
      Object.assign(globalThis, { transforms });
    });
    await page.goto(`${explorer.service.url}/walk?from=${pilot}`);
    await drawn(page, 17);
    const transforms = () => page.evaluate(() => (globalThis as unknown as { transforms: readonly string[] }).transforms);
    const { x, y } = (await page.locator('.canvas').boundingBox())!;
    await expect
      .poll(
        async () => {
          await page.mouse.move(x + 200, y + 100);
          await page.mouse.down();
          await page.mouse.move(x + 230, y + 110);
          await page.mouse.move(x + 260, y + 140);
          await page.mouse.up();
          return transforms();
        },
        { interval: 1_000 },
      )
      .toContain('matrix(1, 0, 0, 1, 60, 40)');
    await expect.poll(async () => (await transforms()).at(-1)).toBe('');
  });

  it('names an unknown entity, and keeps working', async () => {
    const page = await explorer.open('/walk?from=region:nowhere');
    await page.getByText('No entity has the id region:nowhere.').waitFor();
    expect(await page.getByRole('combobox', { name: 'Begin at' }).isVisible()).toBe(true);
  });

  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async (theme) => {
    for (const path of [
      '/walk',
      `/walk?from=${pilot}&at=${pilot},region:CN-GD`,
      '/walk?between=person:luo-lei,region:CN-610100&hops=5&table=relations',
    ]) {
      const page = await explorer.open(path, { theme });
      await settled(page);
      expect(await axe(page), path).toEqual([]);
    }
  });

  it('fits a narrow window', async () => {
    const page = await explorer.open(`/walk?from=${pilot}&lang=zh`, { width: 360 });
    await count(page).filter({ hasText: '17' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it('asks nobody but the service, and complains of nothing', () => {
    expect(explorer.complaints.filter((each) => !each.includes('GL Driver Message'))).toEqual([]); // of a browser without a graphics processor;
  });
});
