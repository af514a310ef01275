/** Sends files to POST /import as a client does, and looks how long others wait meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Part } from './cases.js';

const boundary = 'policygraph-reliability';

/** A body of multipart/form-data. */
export function multipart(parts: readonly Part[]): Buffer<ArrayBuffer> {
  const pieces = parts.flatMap(({ part, name, content }) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${part}"; filename="${name}"\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

export interface Service {
  /** Such as "http://127.0.0.1:4000". */
  readonly url: string;
  /** A key of an editor. */
  readonly key: string;
}

interface Answer {
  readonly status: number | 'left';
  readonly text: string;
}

export async function send({ url, key }: Service, body: Buffer<ArrayBuffer>, signal: AbortSignal): Promise<Answer> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': `multipart/form-data; boundary=${boundary}` };
  try {
    const response = await fetch(`${url}/import`, { method: 'POST', headers, body, signal });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { status: 'left', text: '' };
  }
}

/** Milliseconds until the next import is accepted. */
export async function untilFree(service: Service): Promise<number> {
  const body = multipart([{ part: 'mapping', name: 'map.yaml', content: '' }]); // refused where it would begin
  for (const began = performance.now(); ;) {
    const { status } = await send(service, body, AbortSignal.timeout(60_000));
    if (status !== 503) return performance.now() - began;
  }
}

/** The slowest health check while the work runs, in milliseconds. */
export async function slowestHealth({ url }: Service, work: Promise<unknown>): Promise<number> {
  const ended = new AbortController();
  const done = work.finally(() => ended.abort());
  let slowest = 0;
  while (!ended.signal.aborted) {
    const began = performance.now();
    await (await fetch(`${url}/health/live`)).text();
    slowest = Math.max(slowest, performance.now() - began);
    await sleep(5);
  }
  await done;
  return slowest;
}
