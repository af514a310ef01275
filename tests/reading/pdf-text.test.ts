import { describe, expect, it } from 'vitest';
import { limits } from '../../src/limits.js';
import { textOfPdf } from '../../src/reading/pdf/pdf-text.js';
import { pdfInEncoding, smallPdf, type TextAt } from '../support/small-pdf.js';

/** Lines down a page, 12 points apart; an empty one is a gap. A full line has 80 letters. */
const lines = (...texts: string[]): TextAt[] =>
  texts.flatMap((text, index) => (text === '' ? [] : [{ text, at: [72, 750 - 12 * index] as const }]));
const number = (text: string): TextAt => ({ text, at: [290, 30], size: 8 });

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
    expect(await textOfPdf(twoPages)).toEqual({
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
    expect(await textOfPdf(pdf)).toMatchObject({
      text: '魔法部于2024年二月发布了关于猫头鹰出口的通知，车辆增长，各地已完成登记。\n\n扫帚另有规定。\n',
    });
  });

  it('drops what each page begins with', async () => {
    const page = (text: string): TextAt[] => [{ text: 'The Daily Owl', at: [72, 820] }, ...lines(text)];
    expect(await textOfPdf(smallPdf([page('One.'), page('Two.'), page('Three.')]))).toMatchObject({
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
    expect(await textOfPdf(pdfInEncoding(encoding, ordering, codes))).toEqual({ text: `${text}\n`, pagesWithoutText: [] });
  });

  it.each([
    ['names an unknown character map', pdfInEncoding('Owl-H', 'GB1', Buffer.from('a5d8', 'hex'))],
    ['has numbers of shapes', pdfInEncoding('Identity-H', 'Identity', Buffer.from('003700160048000300320011', 'hex'))],
    ['has letters of rare scripts', pdfInEncoding('Identity-H', 'Identity', Buffer.from('2d722a990041340f25de', 'hex'))],
  ])('gives no letters that nobody sees: its font %s', async (_cause, pdf) => {
    expect(await textOfPdf(pdf)).toEqual({
      problem:
        'is a PDF whose page 1 cannot be read: the character map of a font is missing. ' +
        'Print the page to a new PDF and give that a text layer (OCR), or paste the text.',
    });
  });

  it('says which pages have no text', async () => {
    expect(await textOfPdf(smallPdf([lines('One.'), [], lines('Three.')]))).toEqual({
      text: 'One.\n\nThree.\n',
      pagesWithoutText: [2],
    });
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
    expect(await textOfPdf(pdf)).toEqual({ problem });
  });
});

/** The empty password does not fit. */
function encrypted(): string {
  const key = '00'.repeat(32);
  return `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`;
}
