/** What a workbook says outside of its sheets: their names, the texts that cells share, and how numbers are shown. */
import { meant } from '../../../graph/search/meant.js';
import { limits } from '../../../limits.js';
import type { InputFile } from '../file.js';
import { refusal } from '../refusal.js';
import { numberFormat, type NumberFormat } from './number-format.js';
import { Parts } from './parts.js';
import { readWhole, type Attributes } from './xml.js';

export interface Workbook {
  readonly parts: Parts;
  /** The part of the sheet that is read. */
  readonly sheet: string;
  readonly texts: readonly string[];
  /** By the number of a cell's style. */
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
}

interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

interface Target {
  readonly type: string;
  readonly part: string;
}

export async function openWorkbook(file: InputFile): Promise<Workbook> {
  const parts = await Parts.open(file);
  try {
    const main =
      [...(await targetsOf(parts, '')).values()].find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
    if (!parts.has(main)) throw refusal(file.name, 1, 'is a ZIP archive, and no workbook (.xlsx)');
    const targets = await targetsOf(parts, main);
    const { sheets, is1904 } = await contentsOf(parts, main, targets);
    const partOf = (type: string): string => [...targets.values()].find((target) => target.type === type)?.part ?? '';
    const { part: sheet } = chosen(sheets, file);
    const texts = await textsOf(file, parts, partOf('sharedStrings'));
    return { parts, sheet, texts, formats: await formatsOf(parts, partOf('styles')), is1904 };
  } catch (error) {
    parts.close();
    throw error;
  }
}

/** What a part leads to, by the ids that it names them with. */
async function targetsOf(parts: Parts, part: string): Promise<Map<string, Target>> {
  const at = part.lastIndexOf('/') + 1;
  const targets = new Map<string, Target>();
  const open = (name: string, { Id = '', Type = '', Target = '' }: Attributes) => {
    if (name !== 'Relationship') return;
    const path = new URL(Target, `zip:/${part.slice(0, at)}`).pathname;
    targets.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: decodeURIComponent(path.slice(1)) });
  };
  await readWhole(parts.text(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`), { open });
  return targets;
}

async function contentsOf(
  parts: Parts,
  main: string,
  targets: ReadonlyMap<string, Target>,
): Promise<{ sheets: Sheet[]; is1904: boolean }> {
  const sheets: Sheet[] = [];
  let is1904 = false;
  const open = (element: string, attributes: Attributes) => {
    if (element === 'workbookPr') is1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
    if (element !== 'sheet') return;
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
    const target = targets.get(id);
    const { name = '', state = 'visible' } = attributes;
    if (target?.type === 'worksheet') sheets.push({ name, part: target.part, isHidden: state !== 'visible' });
  };
  await readWhole(parts.text(main), { open });
  return { sheets, is1904 };
}

/** The sheet of a name, else the only one that is shown. */
function chosen(sheets: readonly Sheet[], { name: file, format }: InputFile): Sheet {
  const names = sheets.map(({ name }) => name);
  const named = sheets.find(({ name }) => name === format?.sheet);
  if (named !== undefined) return named;
  if (format?.sheet !== undefined)
    throw refusal(file, 1, `has no sheet "${format.sheet}"; it has ${names.join(', ')}.${meant(format.sheet, names)}`);
  const [only, ...others] = sheets.filter(({ isHidden }) => !isHidden);
  if (only === undefined)
    throw refusal(
      file,
      1,
      `has no sheet that is shown${names.length === 0 ? '' : `: name one of ${names.join(', ')} with --sheet`}`,
    );
  if (others.length === 0) return only;
  const shown = [only, ...others].map(({ name }) => name);
  throw refusal(file, 1, `has ${shown.length} sheets: name one with --sheet (sheet: in the mapping): ${shown.join(', ')}`);
}

const mostCharacters = limits.imports.sharedTexts.value;

async function textsOf(file: InputFile, parts: Parts, part: string): Promise<string[]> {
  const texts: string[] = [];
  let [text, isPhonetic, length] = ['', false, 0];
  const open = (name: string) => {
    if (name === 'si') text = '';
    if (name === 'rPh') isPhonetic = true;
  };
  const close = (name: string, part: string) => {
    if (name === 't' && !isPhonetic) text += part;
    if (name === 'rPh') isPhonetic = false;
    if (name !== 'si') return;
    texts.push(unescaped(text));
    length += text.length;
    if (length > mostCharacters)
      throw refusal(
        file.name,
        1,
        `has texts of more than ${mostCharacters.toLocaleString('en')} characters: save the sheet as CSV in UTF-8`,
      );
  };
  await readWhole(parts.text(part), { open, close });
  return texts;
}

/** Programs write what XML cannot hold as _x000D_, and so each such number. */
export const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

async function formatsOf(parts: Parts, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isInCells = false;
  const open = (name: string, { numFmtId = '0', formatCode = '' }: Attributes) => {
    if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
    if (name === 'cellXfs') isInCells = true;
    if (name === 'xf' && isInCells) formats.push(numberFormat(Number(numFmtId), codes.get(Number(numFmtId))));
  };
  const close = (name: string) => {
    if (name === 'cellXfs') isInCells = false;
  };
  await readWhole(parts.text(part), { open, close });
  return formats;
}
