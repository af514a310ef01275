/** Workbooks of a few cells, as spreadsheet programs write them. */
import { buffer } from 'node:stream/consumers';
import { zipped } from '../../src/export/zip.js';

export interface Given {
  /** The XML of the rows by the name of the sheet, and what comes after them. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly after?: string;
  readonly hidden?: string;
  readonly is1904?: boolean;
  /** Replaces or adds parts. */
  readonly parts?: Readonly<Record<string, string>>;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], index) => `<Relationship Id="r${index}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** Shared texts 0 to 2, the last with a reading beside it; styles 1 to 5: a day, a month in Chinese, a time with its day, four digits, text. */
const shared = `<sst xmlns="${main}"><si><t>通知</t></si><si><r><t>行动</t></r><r><t xml:space="preserve"> 计划</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si></sst>`;
const styles = `<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="[$-409]yyyy\\-mm\\-dd h:mm;@"/><numFmt numFmtId="166" formatCode="0000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="49"/></cellXfs></styleSheet>`;

export async function workbook({ sheets, after = '', hidden, is1904 = false, parts = {} }: Given): Promise<Buffer> {
  const names = Object.keys(sheets);
  const files: Record<string, string> = {
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${is1904}"/><sheets>${names
      .map(
        (name, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index}"${name === hidden ? ' state="hidden"' : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map((_, index) => ['worksheet', `worksheets/sheet${index}.xml`] as const),
      ['sharedStrings', '/xl/sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': shared,
    'xl/styles.xml': styles,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${sheets[name]}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...parts,
  };
  return buffer(
    zipped(
      Object.entries(files).map(([name, xml]) => ({
        name,
        chunks: async function* () {
          yield xml;
        },
      })),
    ),
  );
}

/** A row of texts in their places. */
export const row = (...cells: readonly string[]): string =>
  `<row>${cells.map((cell) => (cell.startsWith('<') ? cell : `<c t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`;
