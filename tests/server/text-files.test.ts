import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/account.js';
import { limits } from '../../src/limits.js';
import { answerOf, serve, type Answer, type Service } from '../support/service.js';
import { encrypted, packedPdf, smallPdf } from '../support/small-pdf.js';

const accounts: Readonly<Record<string, Account>> = {
  editor: { id: 'key:editor', role: 'EDITOR' },
  reader: { id: 'key:reader', role: 'READER' },
};

const marked = `<meta property="og:title" content="Owls"><meta property="og:site_name" content="The Daily Owl"><meta name="PubDate" content="2024-02-27 09:00"><link rel="canonical" href="https://owl.example/1">`;
const body = '<nav>Home</nav><h1>Owls fly</h1><p>A city of owls.</p>';
const pdf = smallPdf([[{ text: 'A city of owls.', at: [72, 700] }], []]);
const chinese = Buffer.from(
  'c9cccef1b2bfd6dcc1f9b1edcabea3accef7b0b2cad0c8a5c4eab3f6bfdac1cbd2bbcdf2cee5c7a7c1beb6fecad6b3b5a1a3',
  'hex',
);
const unknown = { title: null, date: null, outlet: null, url: null };

type File = string | Buffer;

/** It needs no graph. */
describe('the text of a file that is sent', () => {
  let service: Service;
  beforeAll(async () => {
    service = await serve({}, { authenticate: async ({ authorization = '' }) => accounts[authorization.replace('Bearer ', '')] });
  });
  afterAll(() => service.close());

  const send = async (file: File, type: string, { query = '', as = 'editor', ...more }: Record<string, string> = {}) => {
    const headers = { authorization: `Bearer ${as}`, 'content-type': type, ...more };
    const sent = { method: 'POST', headers, body: new Uint8Array(Buffer.from(file)) };
    return answerOf(await fetch(`${service.url}/text${query}`, sent));
  };
  const errorOf = ({ status, json }: Answer) => ({
    status,
    code: json.errors?.[0]?.extensions['code'],
    message: json.errors?.[0]?.message,
  });

  it.each([
    ['text', 'A city of owls.\n', 'text/plain'],
    ['text with a charset', 'A city of owls.\n', 'text/plain;charset=UTF-8'],
    ['Markdown', 'A city of owls.\n', 'text/markdown'],
    ['a page without marks', `<html><body><p>A city of owls.</p>`, 'TEXT/HTML'],
    [
      'a page of XML',
      `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>A city of owls.</p></body></html>`,
      'application/xhtml+xml',
    ],
    ['a page that is called text', `<!doctype html><p>A city of owls.</p>`, 'text/plain'],
    ['a part of a page', '<p>A city of owls.</p>', 'text/html'],
    ['a PDF of an unknown type', smallPdf([[{ text: 'A city of owls.', at: [72, 700] }]]), 'application/octet-stream'],
  ])('is that of %s', async (_, file, type) => {
    expect(await send(file, type)).toMatchObject({
      status: 200,
      json: { text: 'A city of owls.\n', ...unknown, language: 'en', marks: unknown, pagesWithoutText: [] },
    });
  });

  it('has what a page says of itself, and the mark that says it', async () => {
    const { json } = await send(`<html><head>${marked}</head><body>${body}</body></html>`, 'text/html');
    expect(json).toEqual({
      text: 'Owls fly\n\nA city of owls.\n',
      title: 'Owls',
      date: '2024-02-27',
      outlet: 'The Daily Owl',
      url: 'https://owl.example/1',
      language: 'en',
      marks: { title: 'og:title', date: 'pubdate', outlet: 'og:site_name', url: 'canonical' },
      pagesWithoutText: [],
    });
  });

  it('is that of a PDF, with the pages that have none', async () => {
    const { json } = await send(pdf, 'application/pdf');
    expect(json).toMatchObject({ text: 'A city of owls.\n', ...unknown, pagesWithoutText: [2] });
  });

  it('is read in the encoding that the page, the address or the content type names', async () => {
    const text = '商务部周六表示，西安市去年出口了一万五千辆二手车。';
    const page = Buffer.concat([Buffer.from('<meta charset="gb2312"><p>'), chinese]);
    const answers = await Promise.all([
      send(page, 'text/html'),
      send(chinese, 'text/plain', { query: '?encoding=gb18030' }),
      send(chinese, 'text/plain; charset=GBK'),
      send(chinese, 'text/plain; charset=big5', { query: '?encoding=gb18030' }),
    ]);
    for (const { json } of answers) expect(json).toMatchObject({ text: expect.stringContaining(text), language: 'zh' });
  });

  it('names the encodings that it may be in', async () => {
    const { json } = await send(chinese, 'text/plain');
    expect(json.errors).toEqual([
      {
        message: 'The file is not text in UTF-8, but probably in gb18030: pass encoding=gb18030.',
        extensions: { code: 'BAD_USER_INPUT', encodings: ['gb18030'] },
      },
    ]);
    const page = await send(Buffer.concat([Buffer.from('<p>'), chinese]), 'text/html');
    expect(page.json.errors?.[0]?.extensions['encodings']).toContain('gb18030');
  });

  const most = limits.reading.text.value;

  it.each([
    ['nothing', '', 'text/plain', 'The file has no text.'],
    ['white space', ' \n', 'text/plain', 'The file has no text.'],
    ['a page of nothing', '<html><body></body></html>', 'text/html', 'The file has no text.'],
    ['a NUL', 'Owls\0', 'text/plain', 'The file holds a NUL character at 4, which no text has: take it out.'],
    [
      'an order to the terminal',
      'Owls \u001B[31m',
      'text/markdown',
      'The file holds the character U+001B at 5, which no text has: take it out.',
    ],
    ['a long text', 'a'.repeat(most + 1), 'text/plain', 'The file has 2,000,001 characters: a text may have 2,000,000.'],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex'),
      'application/octet-stream',
      'The file is not text in UTF-8: give plain text, Markdown, HTML or a PDF.',
    ],
    [
      'an error page instead of a PDF',
      'Not found',
      'application/pdf',
      'The file is not a PDF: it does not begin with %PDF-. Get it again.',
    ],
    [
      'a damaged PDF',
      '%PDF-1.7',
      'application/pdf',
      'The file is a PDF that is damaged or not whole: get it again, or open it and print it to a new one.',
    ],
    [
      'a PDF with a password',
      smallPdf([[{ text: 'Owls.', at: [72, 700] }]], encrypted()),
      'application/pdf',
      'The file is a PDF with a password: save it without one.',
    ],
    [
      'a scan',
      smallPdf([[]]),
      'application/pdf',
      'The file is a PDF without text, as scans are: give it a text layer (OCR) first.',
    ],
    [
      'a large page',
      `<p>${' '.repeat(limits.reading.page.value)}`,
      'text/html',
      'The file is a web page of 20,000,003 bytes: it may have 20,000,000.',
    ],
    [
      'a deep page',
      '<div>'.repeat(1_001),
      'text/html',
      'The page has more than 1,000 elements inside each other: save its text alone.',
    ],
  ])('is refused of %s', { timeout: 60_000 }, async (_, file, type, message) => {
    expect(errorOf(await send(file, type))).toEqual({ status: 400, code: 'BAD_USER_INPUT', message });
  });

  it.each([
    [
      'JSON',
      'application/json',
      {},
      415,
      /^The body must be a file: send content-type: text\/plain, .*, or application\/octet-stream\.$/,
    ],
    ['a form', 'multipart/form-data; boundary=b', {}, 415, /must be a file/],
    ['no type', '', {}, 415, /must be a file/],
    ['a packed file', 'text/plain', { 'content-encoding': 'gzip' }, 415, /must not be compressed/],
    [
      'another parameter',
      'text/plain',
      { query: '?encodin=gbk' },
      400,
      /^Unknown parameter "encodin".* Did you mean "encoding"\?$/,
    ],
    ['two encodings', 'text/plain', { query: '?encoding=gbk&encoding=big5' }, 400, /must be given once/],
    [
      'an unknown encoding',
      'text/plain',
      { query: '?encoding=gb18031' },
      400,
      /^"encoding" is an unknown encoding.* Did you mean "gb18030"\?$/,
    ],
    ['an unknown charset', 'text/plain; charset=owl', {}, 400, /^"encoding" is an unknown encoding: "owl"/],
    ['a wrong encoding', 'text/plain', { query: '?encoding=utf-16le' }, 400, /^The file is not text in utf-16le\.$/],
    ['the key of a reader', 'text/plain', { as: 'reader' }, 403, /needs the role EDITOR/],
    ['no key', 'text/plain', { as: 'nobody' }, 401, /needs an account of role EDITOR/],
    ['a page of another site', 'text/plain', { origin: 'https://evil.example' }, 403, /evil\.example|site|origin/i],
  ])('is refused with %s', async (_, type, given: Record<string, string>, status, message) => {
    const answer = errorOf(await send('Owl', type, given));
    expect(answer).toMatchObject({ status, message: expect.stringMatching(message) });
  });

  it('is refused by another method, and of a file that is too large before it comes', async () => {
    expect((await fetch(`${service.url}/text`)).status).toBe(405);
    const socket = beginUpload(limits.reading.pdf.value + 1);
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 [^]*The body is too large: at most 50,000,000 bytes\./);
    socket.destroy();
  });

  /** Resolves when so many requests have arrived. */
  const requests = (count: number): Promise<void> =>
    new Promise((resolve) => {
      let left = count;
      service.app.server.on('request', () => void (--left === 0 && resolve()));
    });

  /** A file that has begun to come. */
  function beginUpload(length = 1_000): Socket {
    const { port, hostname } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    const head = ['POST /text HTTP/1.1', `host: ${hostname}`, 'authorization: Bearer editor', 'content-type: text/plain'];
    socket.write(`${head.join('\r\n')}\r\ncontent-length: ${length}\r\n\r\nOwls`);
    return socket;
  }

  it('is refused while four files come, and waits for none whose client has left', async () => {
    const arrived = requests(limits.reading.files.value);
    const uploads = Array.from({ length: limits.reading.files.value }, () => beginUpload());
    await arrived;
    expect(errorOf(await send('Owls', 'text/plain'))).toEqual({
      status: 503,
      code: 'OVERLOADED',
      message: 'The service reads 4 files already: send it again in a moment.',
    });
    for (const upload of uploads) upload.destroy();
    await expect.poll(async () => (await send('Owls', 'text/plain')).status).toBe(200);
  });

  it('is read no further when the client leaves', { timeout: 30_000 }, async () => {
    const leaving = new AbortController();
    const [arrived, alsoArrived] = [requests(1), requests(2)];
    const headers = { authorization: 'Bearer editor', 'content-type': 'application/pdf' };
    const slow = new Uint8Array(packedPdf(Buffer.alloc(100_000_000, 'BT ET '), 1));
    const sent = fetch(`${service.url}/text`, { method: 'POST', headers, body: slow, signal: leaving.signal }).catch(
      () => 'gone',
    );
    await arrived;
    const waiting = send('Owls', 'text/plain');
    await alsoArrived;
    leaving.abort();
    expect(await sent).toBe('gone');
    expect(await waiting).toMatchObject({ status: 200 });
  });
});
