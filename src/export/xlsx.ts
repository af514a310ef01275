/** The tables as one workbook, for spreadsheet programs. */
import type { Readable } from 'node:stream';
import { GraphError } from '../graph/errors.js';
import { escapeFormula } from './formulas.js';
import type { GraphReader } from './graph-reader.js';
import { recordTables, type RecordTable } from './record-tables.js';
import type { Cell } from './table.js';
import { allowed } from './xml-text.js';
import { zipped, type Entry } from './zip.js';

/** What programs can read. */
const most = { rows: 1_048_576, characters: 32_767 };

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** By their places among the styles. */
const style = { head: 1, text: 2 };

export const xlsx = (graph: GraphReader): Readable =>
  zipped([
    file('[Content_Types].xml', contentTypes),
    file('_rels/.rels', relationshipsTo([['officeDocument', 'xl/workbook.xml']])),
    file('xl/workbook.xml', workbook),
    file('xl/_rels/workbook.xml.rels', relationshipsTo([...recordTables.map(sheetTarget), ['styles', 'styles.xml']])),
    file('xl/styles.xml', styles),
    ...recordTables.map((table, index) => ({ name: sheetFile(index), chunks: () => worksheet(table, graph) })),
  ]);

const sheetFile = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;
const sheetTarget = (_: unknown, index: number) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const;

const file = (name: string, xml: string): Entry => ({
  name,
  chunks: async function* () {
    yield declaration + xml;
  },
});

const contentTypes = [
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${mediaType}.sheet.main+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${mediaType}.styles+xml"/>`,
  ...recordTables.map((_, index) => `<Override PartName="/${sheetFile(index)}" ContentType="${mediaType}.worksheet+xml"/>`),
  '</Types>',
].join('');

/** Their ids are rId1, rId2 and so on. */
const relationshipsTo = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${relationships}">${targets
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const workbook = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${recordTables
  .map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  .join('')}</sheets></workbook>`;

/** Plain, bold for heads, and text that stays text when somebody edits it: programs show it as it is. */
const styles = [
  `<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
  '<cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" quotePrefix="1"/></cellXfs></styleSheet>',
].join('');

async function* worksheet({ name, heads, pages }: RecordTable, graph: GraphReader): AsyncGenerator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  yield `<cols><col min="1" max="${heads.length}" width="24" customWidth="1"/></cols><sheetData>${row(heads, style.head)}`;
  let rows = 1;
  for await (const page of pages(graph)) {
    rows += page.length;
    if (rows > most.rows) throw tooMany(name);
    yield page.map((cells) => row(cells)).join('');
  }
  yield '</sheetData></worksheet>';
}

const tooMany = (name: string) =>
  new GraphError(
    'BAD_USER_INPUT',
    `A worksheet has at most ${most.rows.toLocaleString('en')} rows, and the ${name} are more: use another format, or export a part.`,
  );

const row = (cells: readonly Cell[], look?: number): string =>
  `<row>${cells.map((cell) => (typeof cell === 'string' ? textCell(cell, look) : numberCell(cell))).join('')}</row>`;

const numberCell = (value: number | undefined): string => (value === undefined ? '<c/>' : `<c><v>${value}</v></c>`);

/** Text in its place: a table of shared texts would be in memory. */
function textCell(text: string, look = escapeFormula(text) === text ? 0 : style.text): string {
  if (text === '') return '<c/>';
  return `<c t="inlineStr" s="${look}"><is><t xml:space="preserve">${escaped(shortened(text))}</t></is></c>`;
}

const shortened = (text: string): string => (text.length <= most.characters ? text : `${text.slice(0, most.characters - 1)}…`);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '_x000D_' };

/** Programs read _x000D_ as a carriage return, which XML cannot hold, and so each such number. */
const escaped = (text: string): string =>
  allowed(text)
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[&<>\r]/g, (sign) => entities[sign] ?? sign);
