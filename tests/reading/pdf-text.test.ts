import { describe, expect, it } from 'vitest';
import { limits } from '../../src/limits.js';
import { textOfPdf } from '../../src/reading/pdf/pdf-text.js';
import { encrypted, fileOf, packedPdf, pdfInEncoding, smallPdf, type TextAt } from '../support/small-pdf.js';

/** Lines down a page, 12 points apart; an empty one is a gap. A full line has 80 letters. */
const lines = (...texts: string[]): TextAt[] =>
  texts.flatMap((text, index) => (text === '' ? [] : [{ text, at: [72, 750 - 12 * index] as const }]));
const number = (text: string): TextAt => ({ text, at: [290, 30], size: 8 });

const readPdf = (pdf: Uint8Array) => textOfPdf(pdf, limits.reading);

const twoPages = smallPdf([
  [
    { text: 'Owls fly again', at: [72, 800], size: 18 },
    ...lines(
      'The Ministry of Magic issued rules for owls on Monday. They are an interna-',
      'tional step, says the ministry, which had sold 15,000 well-known owls in 2023-',
      '2024. A well-',
      'known owl costs more in the Anglo-',
      'Irish market.',
      '',
      'Broomsticks are of another ministry, and nobody knows when that one will',
    ),
    number('1'),
  ],
  [...lines('say what it wants.', 'That is all.'), number('2')],
]);

describe('textOfPdf', () => {
  it('joins lines and pages, mends words, and drops page numbers', async () => {
    expect(await readPdf(twoPages)).toEqual({
      pagesWithoutText: [],
      text:
        'Owls fly again\n\n' +
        'The Ministry of Magic issued rules for owls on Monday. They are an international step, says the ministry, which had sold ' +
        '15,000 well-known owls in 2023-2024. A well-known owl costs more in the Anglo-Irish market.\n\n' +
        'Broomsticks are of another ministry, and nobody knows when that one will say what it wants.\n\nThat is all.\n',
    });
  });

  it('adds no spaces to Chinese, and writes its letters instead of their radicals', async () => {
    const pdf = smallPdf([
      lines('魔法部于2024年⼆⽉发布了关于', '猫头鹰出⼝的通 知，⻋辆增⻓，各地', '已完成登记。', '', '扫帚另有规定。'),
    ]);
    expect(await readPdf(pdf)).toMatchObject({
      text: '魔法部于2024年二月发布了关于猫头鹰出口的通知，车辆增长，各地已完成登记。\n\n扫帚另有规定。\n',
    });
  });

  it('keeps items of a list apart, though they end without a mark', async () => {
    const pdf = smallPdf([
      lines(
        'Owls may be sold in these regions, each of which has an office that keeps a list.',
        '',
        'Lyonesse, since March',
        'Mordale, which joined in the second batch and which had been waiting for its turn',
        'for a long time, as the office says',
        'Iskar',
      ),
      [...lines('魔法部办公室关于猫头鹰的通知', '各地魔法局：', '现就猫头鹰出口试点有关事项通知如下，请认真贯彻执行。')],
    ]);
    const { text } = (await readPdf(pdf)) as { text: string };
    expect(text.split('\n\n').slice(1, 4)).toEqual([
      'Lyonesse, since March',
      'Mordale, which joined in the second batch and which had been waiting for its turn for a long time, as the office says',
      'Iskar',
    ]);
    expect(text).toContain('通知\n\n各地魔法局：\n\n现就');
  });

  it('reads columns one after the other, where the content goes across', async () => {
    const left = lines('Owls are sold in the ports', 'of Lyonesse, and in those of', 'Mordale from May.');
    const right = lines('Brooms are sold by nobody', 'in any of the ports, and no', 'sale is planned.').map(
      ({ text, at: [x, y] }) => ({
        text,
        at: [x + 240, y] as const,
      }),
    );
    const pdf = smallPdf([left.flatMap((line, index) => [line, right[index]!])]);
    expect(await readPdf(pdf)).toMatchObject({
      text:
        'Owls are sold in the ports of Lyonesse, and in those of Mordale from May.\n\n' +
        'Brooms are sold by nobody in any of the ports, and no sale is planned.\n',
    });
  });

  it('writes a row of a table as a line with its cells', async () => {
    const row = (y: number, ...cells: string[]): TextAt[] => cells.map((text, index) => ({ text, at: [72 + 60 * index, y] }));
    const pdf = smallPdf([
      [...row(700, 'Region', '2023', '2024'), ...row(688, 'Iskar', '4,200', '5,100'), ...row(676, '猫头鹰', '数量', '3')],
    ]);
    expect(await readPdf(pdf)).toMatchObject({
      text: 'Region | 2023 | 2024\n\nIskar | 4,200 | 5,100\n\n猫头鹰 | 数量 | 3\n',
    });
  });

  it('keeps figures of footnotes apart from numbers and words', async () => {
    const pdf = smallPdf([
      [
        { text: 'It sold 15,000', at: [72, 700] },
        { text: '12', at: [142, 704], size: 6 },
        { text: ' owls.', at: [148, 700] },
      ],
    ]);
    expect(await readPdf(pdf)).toMatchObject({ text: 'It sold 15,000¹² owls.\n' });
  });

  it('reads from right to left what is written so', async () => {
    const pdf = smallPdf([
      [
        { text: '.', at: [72, 700] },
        { text: 'ינש', at: [77, 700] },
        { text: ' 2024 ', at: [92, 700] },
        { text: 'םולש', at: [122, 700] },
      ],
    ]);
    expect(await readPdf(pdf)).toMatchObject({ text: 'שלום 2024 שני.\n' });
  });

  it('reads turned pages, and drops marks across them', async () => {
    const pdf = smallPdf([
      [
        { text: 'Owls fly to Lyonesse and', at: [100, 72], turned: 90 },
        { text: 'DRAFT', at: [200, 200], turned: 45, size: 60 },
        { text: 'come back.', at: [112, 72], turned: 90 },
      ],
    ]);
    expect(await readPdf(pdf)).toMatchObject({ text: 'Owls fly to Lyonesse and come back.\n' });
  });

  it('drops what a browser prints around a page', async () => {
    const pdf = smallPdf([
      [
        { text: '11/28/26, 9:22 AM', at: [20, 820] },
        { text: 'Owls', at: [300, 820] },
        ...lines('Owls fly.'),
        { text: 'https://example.org/owls', at: [20, 20] },
        { text: '1/1', at: [500, 20] },
      ],
    ]);
    expect(await readPdf(pdf)).toMatchObject({ text: 'Owls fly.\n' });
  });

  it('drops what each page begins with', async () => {
    const page = (text: string): TextAt[] => [{ text: 'The Daily Owl', at: [72, 820] }, ...lines(text)];
    expect(await readPdf(smallPdf([page('One.'), page('Two.'), page('Three.')]))).toMatchObject({
      text: 'One.\n\nTwo.\n\nThree.\n',
    });
  });

  it.each([
    ['UniGB-UCS2-H', 'GB1', Buffer.from('猫头鹰出口，2024年。', 'utf16le').swap16(), '猫头鹰出口，2024年。'],
    ['GB-EUC-H', 'GB1', Buffer.from('b3f6bfdaa3ac32303234', 'hex'), '出口，2024'],
    ['GBK-EUC-H', 'GB1', Buffer.from('b3f6bfdaa3ac32303234', 'hex'), '出口，2024'],
    ['ETen-B5-H', 'CNS1', Buffer.from('a5d8', 'hex'), '目'],
    ['90ms-RKSJ-H', 'Japan1', Buffer.from('82d982a482ab', 'hex'), 'ほうき'],
    ['UniKS-UTF16-H', 'Korea1', Buffer.from('마법부', 'utf16le').swap16(), '마법부'],
    ['UniGB-UTF16-V', 'GB1', Buffer.from('猫头鹰。', 'utf16le').swap16(), '猫头鹰。'],
  ])('reads a font without a map in %s', async (encoding, ordering, codes, text) => {
    expect(await readPdf(pdfInEncoding(encoding, ordering, codes))).toEqual({ text: `${text}\n`, pagesWithoutText: [] });
  });

  it.each([
    ['names an unknown character map', pdfInEncoding('Owl-H', 'GB1', Buffer.from('a5d8', 'hex'))],
    ['has numbers of shapes', pdfInEncoding('Identity-H', 'Identity', Buffer.from('003700160048000300320011', 'hex'))],
    ['has letters of rare scripts', pdfInEncoding('Identity-H', 'Identity', Buffer.from('2d722a990041340f25de', 'hex'))],
  ])('gives no letters that nobody sees: its font %s', async (_cause, pdf) => {
    expect(await readPdf(pdf)).toEqual({
      problem:
        'is a PDF whose page 1 cannot be read: the character map of a font is missing. ' +
        'Print the page to a new PDF and give that a text layer (OCR), or paste the text.',
    });
  });

  it('says which pages have no text', async () => {
    expect(await readPdf(smallPdf([lines('One.'), [], lines('Three.')]))).toEqual({
      text: 'One.\n\nThree.\n',
      pagesWithoutText: [2],
    });
  });

  it.each([
    [
      'memory',
      packedPdf(Buffer.alloc(300_000_000, ' '), 2),
      { pdfMemory: { value: 100 } },
      'needs more than 100 MB of memory to read: split it.',
    ],
    [
      'time',
      packedPdf(Buffer.alloc(20_000_000, 'BT ET '), 1),
      { pdfTime: { value: 0.5 } },
      'takes longer than 0.5 s to read: split it.',
    ],
  ])('ends where a small file takes too much %s', async (_what, pdf, least, problem) => {
    expect(await textOfPdf(pdf, { ...limits.reading, ...least })).toEqual({ problem });
  });

  it.each([
    [
      'a page tree that goes round',
      fileOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 9 /Kids [2 0 R] >>'], ''),
    ],
    ['arrays in arrays', fileOf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Kids ${'['.repeat(500_000)} >>`], '')],
    ['no pages', fileOf(['<< /Type /Catalog >>'], '')],
  ])('is not hung by %s', async (_what, pdf) => {
    expect(await textOfPdf(pdf, limits.reading)).toEqual({
      problem: 'is a PDF that is damaged or not whole: get it again, or open it and print it to a new one.',
    });
  });

  it('runs no script of a PDF', async () => {
    const pdf = smallPdf([lines('Owls.')])
      .toString('latin1')
      .replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (while(true){}) >>');
    expect(await textOfPdf(Buffer.from(pdf, 'latin1'), limits.reading)).toMatchObject({ text: 'Owls.\n' });
  });

  it.each([
    ['a password', smallPdf([lines('Owls.')], encrypted()), 'is a PDF with a password: save it without one.'],
    ['a scan', smallPdf([[]]), 'is a PDF without text, as scans are: give it a text layer (OCR) first.'],
    [
      'damage',
      twoPages.subarray(0, 300),
      'is a PDF that is damaged or not whole: get it again, or open it and print it to a new one.',
    ],
    ['many pages', smallPdf(Array.from({ length: 2_001 }, () => [])), 'is a PDF of 2,001 pages: it may have 2,000.'],
    ['its size', Buffer.alloc(limits.reading.pdf.value + 1), 'is a PDF of 51 MB: it may have 50.'],
  ])('refuses a PDF for %s', async (_cause, pdf, problem) => {
    expect(await readPdf(pdf)).toEqual({ problem });
  });
});
