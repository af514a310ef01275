/** The explorer in Chromium, on a service with the built-in graph. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axeCore from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { Graph } from '../../../src/graph/port.js';
import type { AppOptions } from '../../../src/server/app.js';
import { openBrowser } from '../../support/browser.js';
import { engines, type Engine } from '../../support/engines.js';
import { serve, type Service } from '../../support/service.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The texts of documents, which a checkout alone may lack. */
const archive = here('../../../../shared/sources');

interface Look {
  /** By default English, the language of the browser. */
  readonly language?: 'en' | 'zh';
  /** What the system prefers; light by default. */
  readonly theme?: 'light' | 'dark';
  /** Of the window, in CSS pixels; 1280 by default. */
  readonly width?: number;
}

export interface Explorer {
  /** What the service shows. */
  readonly graph: Graph;
  readonly service: Service;
  readonly browser: Browser;
  /** The one page of this explorer; a test that needs a second opens it in `browser`. */
  readonly page: Page;
  /** Requests to other hosts, failed responses and what the console complains of, since the start or the last `splice(0)`. */
  readonly complaints: string[];
  /** Loads an address such as "/walk?asOf=2024-01-01", and waits until the view has its content. */
  open(path: string, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

/** All callers are anonymous by default. */
export async function openExplorer(
  engine: Engine = engines[0]!,
  options: Pick<AppOptions, 'authenticate' | 'model' | 'meaning' | 'deadline'> = {},
): Promise<Explorer> {
  if (!existsSync(here('../../../dist/web/explorer/index.html'))) throw new Error('Run "npm run build:web" first.');
  const graph = await engine.builtIn();
  const service = await serve(graph, { archive, ...options });
  const browser = await openBrowser();
  const page = await browser.newPage({ locale: 'en-GB', acceptDownloads: true });
  return {
    graph,
    service,
    browser,
    page,
    complaints: complaintsOf(page, service.url),
    async open(path, { language, theme = 'light', width = 1280 } = {}) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' }); // nothing is read while it moves
      await page.goto(addressOf(service.url, path, language));
      await settled(page);
      return page;
    },
    async close() {
      await browser.close();
      await service.close();
      await graph.close();
    },
  };
}

/** Requests to other addresses than `origin`, failed responses, and what the console complains of. */
export function complaintsOf(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(`${origin}/`)) complaints.push(`request to ${url}`);
  });
  page.on('response', (response) => void (response.status() < 400 || complaints.push(`${response.status()} ${response.url()}`)));
  page.on('console', (message) => {
    const isOfDriver = message.text().startsWith('[.WebGL'); // a machine without a graphics card draws slowly, and says so
    if (['error', 'warning'].includes(message.type()) && !isOfDriver) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

function addressOf(origin: string, path: string, language: Look['language']): string {
  const url = new URL(path, origin);
  if (language !== undefined) url.searchParams.set('lang', language);
  return url.href;
}

/** Waits until the view has a heading and nothing in it says that it is loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.state[role=status]') === null);
}

/** WCAG 2.2 AA, as far as a program can check it. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The violations on a page, a line for each element: "color-contrast: main > p: insufficient contrast of 3.1". */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source);
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: typeof axeCore }).axe.run({
        runOnly: { type: 'tag', values },
        rules: { 'target-size': { enabled: true } },
        resultTypes: ['violations'],
      }),
    levels,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.split(/\n\s*/).slice(1).join(' ')}`,
    ),
  );
}
