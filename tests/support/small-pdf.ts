/** Small PDFs, written by hand. */
import { deflateSync } from 'node:zlib';

/** Codes are numbers of letters. */
const toUnicode = (letters: readonly string[]): string =>
  [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Owl def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    `${letters.length} beginbfchar`,
    ...letters.map((letter, index) => `<${hex(index + 1)}> <${hex(letter.charCodeAt(0))}>`),
    'endbfchar endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');

const hex = (number: number): string => number.toString(16).padStart(4, '0');

export interface TextAt {
  readonly text: string;
  /** From the left and from the bottom, in points. */
  readonly at: readonly [x: number, y: number];
  /** 10 by default. */
  readonly size?: number;
  /** In degrees, against the clock. */
  readonly turned?: number;
}

/** One page for each list of texts. A page without texts is a scan: it has an image. `extra` is of the trailer. */
export function smallPdf(pages: readonly (readonly TextAt[])[], extra = ''): Buffer {
  const stream = (text: string, rest = ''): string => `<< ${rest} /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const letters = [...new Set(pages.flat().flatMap(({ text }) => text.split('')))];
  const first = 7;
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Owl /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Owl /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Owl /Flags 4 /Ascent 800 /Descent -200 >> /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
    stream(toUnicode(letters)),
    stream('x', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray'),
    ...pages.flatMap((texts, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 2 * index + 1} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /I 6 0 R >> >> >>`,
      stream(texts.length === 0 ? '500 0 0 700 0 0 cm /I Do' : texts.map((each) => shown(each, letters)).join('\n')),
    ]),
  ];
  return fileOf(objects, extra);
}

/** One page with a line in a font without a map: its codes are those of a character map that PDFs may name. */
export const pdfInEncoding = (encoding: string, ordering: string, codes: Buffer): Buffer =>
  pdfOfContent(`BT /F 12 Tf 72 700 Td <${codes.toString('hex')}> Tj ET`, '', encoding, ordering);

/** One page whose content is packed several times: a small file that unpacks to any size. */
export function packedPdf(content: Buffer, times: number): Buffer {
  let packed = content;
  for (let time = 0; time < times; time++) packed = deflateSync(packed);
  return pdfOfContent(packed.toString('latin1'), `/Filter [${'/FlateDecode '.repeat(times)}]`, 'Identity-H', 'Identity');
}

const pdfOfContent = (content: string, filter: string, encoding: string, ordering: string): Buffer =>
  fileOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
      `<< ${filter} /Length ${content.length} >>\nstream\n${content}\nendstream`,
      `<< /Type /Font /Subtype /Type0 /BaseFont /Owl /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
      `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Owl /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Owl /Flags 4 /Ascent 800 /Descent -200 >> /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> >>`,
    ],
    '',
  );

/** A file of these objects, the first of which is the root. */
export function fileOf(objects: readonly string[], extra: string): Buffer {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${extra} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const shown = ({ text, at: [x, y], size = 10, turned = 0 }: TextAt, letters: readonly string[]): string => {
  const codes = text.split('').map((letter) => hex(letters.indexOf(letter) + 1));
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)].map((each) => each.toFixed(4));
  return `BT /F ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${y} Tm <${codes.join('')}> Tj ET`;
};

/** What the trailer of a PDF with a password has. */
export function encrypted(): string {
  const key = '00'.repeat(32);
  return `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`;
}
