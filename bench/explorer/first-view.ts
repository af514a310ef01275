/** What the first view loads. */
import { request as send } from 'node:http';
import type { Browser, Request } from 'playwright-core';

export interface FirstView {
  readonly requests: number;
  /** Bytes of all bodies, compressed. */
  readonly gzip: number;
  readonly br: number;
}

/** Every request of the home page, sent again with each encoding. */
export async function firstView(browser: Browser, origin: string): Promise<FirstView> {
  const page = await browser.newPage({ locale: 'en' });
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await page.goto(origin, { waitUntil: 'networkidle' });
  const sum = async (encoding: string) => {
    const sizes = await Promise.all(requests.map((request) => bytesOf(request, encoding)));
    return sizes.reduce((total, size) => total + size, 0);
  };
  const view = { requests: requests.length, gzip: await sum('gzip'), br: await sum('br') };
  await page.close();
  return view;
}

async function bytesOf(request: Request, encoding: string): Promise<number> {
  if (!request.url().startsWith('http')) return 0;
  const headers = { ...request.headers(), 'accept-encoding': encoding };
  return new Promise((resolve, reject) => {
    const sent = send(request.url(), { method: request.method(), headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve(bytes));
    });
    sent.on('error', reject);
    sent.end(request.postDataBuffer());
  });
}
