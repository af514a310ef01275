/** Chromium, for what only a browser can tell. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const browsers = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const executablePath = browsers.find((path) => path !== undefined && existsSync(path));

/** Where CI has no browser, the tests fail rather than pass unseen. */
export const hasBrowser = executablePath !== undefined || process.env['CI'] === 'true';
if (!hasBrowser) console.log('Pages are not tested: there is no Chromium; name one in CHROMIUM.');

const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Without a graphics processor, so that tests are the same on every machine. */
export function openBrowser(args: readonly string[] = ['--disable-gpu']): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath ?? '/usr/bin/chromium', args: [...flags, ...args] });
}
