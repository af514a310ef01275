import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../src/archive.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { readingWithId } from '../../src/reading/kept/kept-readings.js';
import { loadBuiltIn } from '../../src/import/built-in.js';
import { policygraph } from '../support/cli.js';
import { json, scriptedEndpoint } from '../support/scripted-endpoint.js';
import { smallPdf } from '../support/small-pdf.js';
import { folderOf, smallData } from '../support/small-data.js';

const folder = mkdtempSync(join(tmpdir(), 'policygraph-read-'));
const data = folderOf(smallData);
const read = (args: readonly string[], input = '', settings: Readonly<Record<string, string>> = {}) =>
  policygraph(['read', ...args], { settings: { POLICYGRAPH_DATA: join(folder, 'graph'), ...settings }, input });
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const article =
  'Cars\n\nThe ministry of a city acted in Xi’an. 𝄞 It was Xi’an (西安). It sold 15,000 kg in 2021, as last year.\n';

describe('read', () => {
  beforeAll(async () => {
    const graph = await EmbeddedGraph.open(join(folder, 'graph'));
    await graph.prepare();
    await loadBuiltIn(graph, () => undefined, data);
    await graph.close();
  });
  afterAll(() => [folder, data].forEach((each) => rmSync(each, { recursive: true })));

  it('prints each paragraph with what it names', async () => {
    const { code, out, err } = await read([file('a.txt', article), '--date', '2024-02-27', '--outlet', 'Xinhua']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('2 paragraphs, 3 mentions, 2 dates, 1 amount (Xinhua, 2024-02-27, en)');
    expect(out).toContain('[6-106] The ministry of a city');
    expect(out).toContain('38-43 "Xi’an" = region:XIAN (0.95:');
    expect(out).toContain('"2021" = 2021\n');
    expect(out).toContain('"last year" = 2023\n');
    expect(out).toContain('= 15000 kg\n');
    expect(out).toContain('  region:XIAN, 2 mentions');
  });

  it('prints JSON with locators, the same for a page and standard input', async () => {
    const page = file(
      'a.html',
      '<html><body><h1>Cars</h1><p>The ministry of a city acted in Xi’an. 𝄞 It was Xi’an (西安). It sold 15,000 kg in 2021, as last year.</p></body></html>',
    );
    const fromPage = await read([page, '--title', 'Cars', '--json']); // one after the other: a process has the graph to itself
    const piped = await read(['-', '--title', 'Cars', '--json'], article);
    const result = JSON.parse(piped.out);
    expect(JSON.parse(fromPage.out)).toEqual(result);
    expect(result.sha256).toBe(hashOf(article));
    for (const { start, end, text, sha256 } of [...result.paragraphs, ...result.mentions, ...result.dates, ...result.amounts]) {
      expect(Array.from(article).slice(start, end).join('')).toBe(text);
      expect(sha256).toBe(hashOf(text));
    }
  });

  it('reads the text of a PDF', async () => {
    const pdf = file('a.pdf', smallPdf([[{ text: 'The ministry of a city acted in Xi’an.', at: [72, 700] }], []]));
    const { code, out, err } = await read([pdf, '--json']);
    expect({ code, err: err.replace(folder, '') }).toEqual({
      code: 0,
      err: 'Page 2 of /a.pdf has no text: empty, or a picture without a text layer.\n',
    });
    expect(JSON.parse(out)).toMatchObject({
      text: 'The ministry of a city acted in Xi’an.\n',
      mentions: [{ entity: 'agency:ministry' }, { entity: 'region:XIAN' }],
    });
  });

  it('reads a page in the encoding that it names, and proposes what it says of itself', async () => {
    const head = '<html><head><meta charset="gb2312"><meta name="PubDate" content="2024-02-27 09:00"><title>Cars</title></head>';
    const page = Buffer.concat([Buffer.from(`${head}<nav>Home</nav><p>It acted in `), Buffer.from('cef7b0b2', 'hex')]);
    const { out } = await read([file('h.html', page), '--title', 'Used cars', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      text: 'It acted in 西安\n',
      title: 'Used cars',
      date: '2024-02-27',
      fromPage: { date: { value: '2024-02-27', from: 'pubdate' } },
    });
    expect((await read([file('h.html', page)])).out).toMatch(
      /^From the page: title Cars \(title\); date 2024-02-27 \(pubdate\)\n/,
    );
  });

  it('has a language model propose what it says', async () => {
    const claim = { subject: 'region:XIAN', predicate: 'NOTE', value: 'Goods were sold there in 2021.' };
    const item = { quote: 'It sold 15,000 kg in 2021', kind: 'CLAIM', claim, summary: 'It sold goods.', why: 'It says so.' };
    const content = JSON.stringify({ items: [item, { ...item, quote: 'It bought 15,000 kg' }] });
    const usage = { prompt_tokens: 7, completion_tokens: 3 };
    const { url } = await scriptedEndpoint(json({ choices: [{ message: { content } }], usage }));
    const settings = { POLICYGRAPH_MODEL_URL: url, POLICYGRAPH_MODEL: 'small' };
    const { code, out, err } = await read([file('b.txt', article), '--date', '2024-02-27', '--model'], '', settings);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('By small, 1 request, 7 + 3 tokens\n');
    expect(out).toContain('Goods were sold there in 2021.');
    expect(out).toContain('  dropped 1: QUOTE_NOT_IN_TEXT. Its quote is not in the text.\n');
    const { proposals, model } = JSON.parse((await read(['-', '--json', '--model'], article, settings)).out);
    expect([proposals.at(-1), model]).toMatchObject([{ rule: 'model', claim }, { dropped: [{ count: 1 }] }]);
  });

  it('says what a language model needs', async () => {
    const { code, err } = await read([file('c.txt', article), '--model']);
    expect({ code, err }).toEqual({
      code: 2,
      err: '--model needs POLICYGRAPH_MODEL_URL and POLICYGRAPH_MODEL: the server of a language model, and its name.\n',
    });
  });

  it('refuses what it cannot read, and says why', async () => {
    const outcomes = await Promise.all([
      read(['missing.txt']),
      read([file('b.txt', article), '--date', '2024-02-30']),
      read([file('c.txt', new Uint8Array([0xb9, 0xfa]))]),
      read([file('d.pdf', '%PDF-1.7')]),
      read([file('f.pdf', smallPdf([[]]))]),
      read([file('e.txt', ' \n')]),
      read([file('g.pdf', 'An error page')]),
      read([file('i.html', new Uint8Array([0xb9, 0xfa]))]),
      read([file('j.html', '<div>'.repeat(1_001))]),
    ]);
    expect(outcomes.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 1]);
    expect(outcomes.map(({ err }) => err.trim().replace(folder, ''))).toEqual([
      'There is no file missing.txt.',
      '--date must be a day such as 2024-02-27 ("2024-02-30").',
      '/c.txt is not text in UTF-8, but in another encoding, such as gb18030, big5, shift_jis, euc-kr, euc-jp, windows-1252: pass --encoding gb18030, or the one that it is in.',
      '/d.pdf is a PDF that is damaged or not whole: get it again, or open it and print it to a new one.',
      '/f.pdf is a PDF without text, as scans are: give it a text layer (OCR) first.',
      '/e.txt has no text.',
      '/g.pdf is not a PDF: it does not begin with %PDF-. Get it again.',
      '/i.html is not in the encoding that it names, or in UTF-8 where it names none, but in another encoding, such as gb18030, big5, shift_jis, euc-kr, euc-jp, windows-1252: pass --encoding gb18030, or the one that it is in.',
      'The page has more than 1,000 elements inside each other: save its text alone.',
    ]);
  });

  it('refuses to read a document again that the graph does not have', async () => {
    const given = [file('k.txt', article), '--document'];
    for (const id of ['document:none', 'region:XIAN'])
      expect(await read([...given, id, '--propose'])).toMatchObject({
        code: 2,
        err: `There is no document "${id}" in the graph: leave --document out to read a new one.\n`,
      });
  });

  const chinese = '商务部周六表示，西安市去年出口了一万五千辆二手车。\n';

  it.each([
    [
      'GB18030',
      Buffer.from(
        'c9cccef1b2bfd6dcc1f9b1edcabea3accef7b0b2cad0c8a5c4eab3f6bfdac1cbd2bbcdf2cee5c7a7c1beb6fecad6b3b5a1a30a',
        'hex',
      ),
      'gb18030',
    ],
    ['UTF-16', Buffer.from(`\uFEFF${chinese}`, 'utf16le'), 'utf-16le'],
  ])('names the encoding of a text in %s, and reads it with that', async (name, bytes, encoding) => {
    const path = file(`${name}.txt`, bytes);
    const refused = await read([path]);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toMatch(
      new RegExp(`is not text in UTF-8, but probably in ${encoding}: pass --encoding ${encoding}\\.\n$`),
    );
    const { text } = JSON.parse((await read([path, '--json', '--encoding', encoding])).out);
    expect(text).toBe(chinese);
  });

  it.each([
    ['a folder', ['.'], '', '. is a folder: name a file of it.'],
    ['no input', ['-'], '', 'Standard input has no text.'],
    ['a NUL', ['-'], 'Wands\0', 'Standard input holds a NUL character at 5, which no text has: take it out.'],
    [
      'an order to the terminal',
      ['-'],
      'Wands \u001B[31m',
      'Standard input holds the character U+001B at 6, which no text has: take it out.',
    ],
    [
      'a day to come',
      ['-', '--date', '2999-01-01'],
      'Wands',
      '--date must be a day such as 2024-02-27, and not after today ("2999-01-01").',
    ],
    [
      'an address that runs',
      ['-', '--url', 'javascript:alert(1)'],
      'Wands',
      '--url must be an address such as https://example.org/article ("javascript:alert(1)").',
    ],
    ['a title of nothing', ['-', '--title', ''], 'Wands', '--title must not be blank: leave it out, or say something ("").'],
    [
      'a language by its name',
      ['-', '--lang', 'english'],
      'Wands',
      '--lang must be a language tag (BCP 47) such as "en", "zh-CN" or "zh-Latn". Did you mean "en"? ("english").',
    ],
    ['an unknown encoding', ['-', '--encoding', 'utf8x'], 'Wands', /^--encoding is an unknown encoding: "utf8x"/],
    [
      'an unknown document',
      ['-', '--document', 'document:none'],
      'Wands',
      'There is no document "document:none" in the graph: leave --document out to read a new one.',
    ],
    [
      'what is no document',
      ['-', '--document', 'agency:ministry'],
      'Wands',
      'There is no document "agency:ministry" in the graph: leave --document out to read a new one.',
    ],
  ])('refuses %s', async (_, args, input, said) => {
    const { code, out, err } = await read(args, input);
    expect([code, out]).toEqual([2, '']);
    if (said instanceof RegExp) expect(err).toMatch(said);
    else expect(err).toBe(`${said}\n`);
  });

  it('says which dates need the day of the article, and prints nothing else beside JSON', async () => {
    const { out, err } = await read(['-', '--json'], article);
    expect(err).toBe('"last year" cannot be read without --date, the day of the article.\n');
    expect(JSON.parse(out).dates).toHaveLength(1);
    expect((await read(['-', '--date', '2024-02-27'], article)).err).toBe('');
  });

  it('prints a carriage return as a space', async () => {
    expect((await read(['-'], 'One\rTwo')).out).toContain('[0-7] One Two\n');
  });

  it('prints what it proposes, and keeps it for editors where that is wanted', async () => {
    const text = 'Jane Doe, minister of the Office of Owls, resigned.\n';
    const plain = await read([file('b.txt', text), '--date', '2024-02-27']);
    expect(plain.out).toMatch(/\d+ proposals:\n/);
    expect(plain.out).toContain('HOLDS_POSITION');
    expect(plain.out).not.toContain('Kept as');
    const kept = await read([file('b.txt', text), '--date', '2024-02-27', '--title', 'Owls', '--propose']);
    const [, id] =
      /Kept as (reading:[0-9a-f]{16})\. Review it while the service runs: http:\/\/127\.0\.0\.1:4000\/review\/reading%3A/.exec(
        kept.out,
      ) ?? [];
    const graph = await EmbeddedGraph.open(join(folder, 'graph'));
    const reading = await readingWithId(graph, id ?? '');
    await graph.close();
    expect(reading).toMatchObject({ title: 'Owls', author: 'policygraph read', sha256: hashOf(text), version: 0 });
    const json = await read([file('b.txt', text), '--json']);
    expect(json.out).toContain('"predicate": "HOLDS_POSITION"');
  });

  it('keeps nothing where there is no graph', async () => {
    const { code, err } = await policygraph(['read', file('c.txt', article), '--propose'], {
      settings: { POLICYGRAPH_DATA: join(folder, 'no-graph') },
    });
    expect(code).toBe(2);
    expect(err).toContain('There is no graph to keep a reading in');
  });
});
