/** How smoothly the graph of the explorer moves. */
import type { Browser, Page } from 'playwright-core';

/** Frames a second below which a movement is not smooth. */
export const leastFrames = 30;

interface Gesture {
  readonly gesture: string;
  /** Frames a second during the gesture. */
  readonly rate: number;
  /** Milliseconds of the longest frame of the gesture, and of the longest after it, when a slow picture is drawn again. */
  readonly longest: number;
  readonly atRest: number;
}

export interface Frames {
  readonly entities: number;
  readonly relations: number;
  /** What draws. */
  readonly renderer: string;
  readonly isSoftware: boolean;
  readonly gestures: readonly Gesture[];
}

const [patience, seconds, rest] = [180_000, 3, 3_000];

export async function framesOf(browser: Browser, origin: string, path: string): Promise<Frames> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en' });
  await page.goto(`${origin}${path}`);
  const picture = page.locator('.canvas[aria-label]');
  await picture.and(page.getByLabel(/[1-9]/)).waitFor({ timeout: patience });
  const [entities = 0, relations = 0] = countsOf(await picture.getAttribute('aria-label'));
  const renderer = await page.evaluate(rendererName);
  const { x, y, width, height } = (await picture.boundingBox())!;
  const middle = { x: x + width / 2, y: y + height / 2 };
  await page.evaluate(recorder);
  await page.mouse.move(middle.x + 50, middle.y);
  await page.waitForTimeout(rest);
  await page.waitForFunction(isCalm, undefined, { timeout: patience });
  const gestures = [await measured(page, 'move', () => drag(page, middle)), await measured(page, 'zoom', () => zoom(page))];
  await page.close();
  return { entities, relations, renderer, isSoftware: /swiftshader|llvmpipe|software|basic render/i.test(renderer), gestures };
}

const countsOf = (label: string | null): number[] =>
  (label?.match(/\d[\d,]*/g) ?? []).map((text) => Number(text.replaceAll(',', '')));

function rendererName(): string {
  const gl = document.createElement('canvas').getContext('webgl2');
  const names = gl?.getExtension('WEBGL_debug_renderer_info');
  return names == null ? 'unknown' : String(gl?.getParameter(names.UNMASKED_RENDERER_WEBGL));
}

async function drag(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  await page.mouse.down();
  const end = Date.now() + seconds * 1_000;
  for (let step = 0; Date.now() < end; step += 1) {
    await page.mouse.move(x + 50 * Math.cos(step / 9), y + 50 * Math.sin(step / 9));
    await page.waitForTimeout(16);
  }
}

async function zoom(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  for (let step = 0; step < seconds * 10; step += 1) {
    await page.mouse.wheel(0, step % 10 < 5 ? -100 : 100);
    await page.waitForTimeout(100);
  }
}

/** Keeps the time of every frame. A text: the names that tsx gives to functions mean nothing to a page. */
const recorder = `
  globalThis.frameTimes = [];
  requestAnimationFrame(function record(time) {
    frameTimes.push(time);
    requestAnimationFrame(record);
  });`;

/** Whether nothing was drawn in the last second. */
function isCalm(): boolean {
  const times = (globalThis as unknown as { frameTimes: number[] }).frameTimes.slice(-60);
  return times.length === 60 && times.at(-1)! - times[0]! < 1_200;
}

/** Times all frames of a gesture, and those after it. */
async function measured(page: Page, gesture: string, make: () => Promise<void>): Promise<Gesture> {
  const times = () => page.evaluate(() => (globalThis as unknown as { frameTimes: number[] }).frameTimes.splice(0));
  await times();
  await make();
  const during = await times();
  await page.mouse.up();
  await page.keyboard.up('Control');
  await page.waitForTimeout(rest);
  await page.waitForFunction(isCalm, undefined, { timeout: patience });
  const after = await times();
  const took = (during.at(-1) ?? 0) - (during[0] ?? 0);
  return { gesture, rate: ((during.length - 1) / took) * 1_000, longest: longestOf(during), atRest: longestOf(after) };
}

const longestOf = (times: readonly number[]): number => Math.max(...times.slice(1).map((time, index) => time - times[index]!));
