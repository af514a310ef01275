import type { Browser } from 'playwright-core';
import type { View } from './views.js';

/** In ms: views of large graphs ask for much. */
const patience = 120_000;

/** Milliseconds from the start of the navigation until a view has its content, in a browser that has nothing in its cache. */
export async function visit(browser: Browser, origin: string, { path, content }: View): Promise<number> {
  const page = await browser.newPage({ locale: 'en' });
  try {
    await page.goto(`${origin}${path}`, { waitUntil: 'commit' });
    const shown = await page.waitForFunction(
      (selector) => (document.querySelector(selector) === null ? undefined : performance.now()),
      content,
      { timeout: patience },
    );
    return (await shown.jsonValue())!;
  } finally {
    await page.close();
  }
}
