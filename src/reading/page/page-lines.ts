/** The lines of a web page, each with where on the page it is. */
import { Parser } from 'htmlparser2';
import { GraphError } from '../../graph/errors.js';
import { limits } from '../../limits.js';
import { isArticle, isBlock, isFurniture, isSilent, seemsFurniture, type Attributes } from './element.js';

export interface PageLine {
  text: string;
  readonly isArticle: boolean;
  readonly isFurniture: boolean;
  readonly isHeadline: boolean;
  /** A break within a paragraph is before it. */
  readonly isBroken: boolean;
}

/** What holds for everything in an element. */
interface Frame {
  readonly isSilent: boolean;
  readonly isArticle: boolean;
  readonly isFurniture: boolean;
  readonly seemsFurniture: boolean;
  readonly isHeadline: boolean;
  readonly isRaised: boolean;
}

const outside: Frame = {
  isSilent: false,
  isArticle: false,
  isFurniture: false,
  seemsFurniture: false,
  isHeadline: false,
  isRaised: false,
};

/** Where the lines of each cell of a row begin and end. */
type Row = { readonly start: number; readonly cells: { readonly start: number; end: number }[] };

const { pageDepth: depth } = limits.reading;
const tooDeep = `The page has more than ${depth.value.toLocaleString('en')} elements inside each other: save its text alone.`;

/** Throws a GraphError. */
export function linesOfPage(html: string): PageLine[] {
  const lines = new Lines();
  const frames: Frame[] = [outside];
  const rows: Row[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const frame = frameOf(frames.at(-1) ?? outside, name, attributes);
      frames.push(frame);
      if (frames.length > depth.value) throw new GraphError('BAD_USER_INPUT', tooDeep);
      if (isBlock(name)) lines.end(name === 'br');
      if (name === 'tr') rows.push({ start: lines.next, cells: [] });
      if (name === 'td' || name === 'th') rows.at(-1)?.cells.push({ start: lines.next, end: lines.next });
    },
    onclosetag(name) {
      frames.pop();
      if (isBlock(name)) lines.end(name === 'br');
      const cell = rows.at(-1)?.cells.at(-1);
      if ((name === 'td' || name === 'th') && cell !== undefined) cell.end = lines.next;
      if (name === 'tr') lines.joinCells(rows.pop());
    },
    ontext: (text) => lines.add(text, frames.at(-1) ?? outside),
  });
  parser.end(html);
  return lines.written();
}

const frameOf = (around: Frame, name: string, attributes: Attributes): Frame => ({
  isSilent: around.isSilent || isSilent(name, attributes),
  isArticle: around.isArticle || isArticle(name, attributes),
  isFurniture: around.isFurniture || isFurniture(name, attributes),
  seemsFurniture:
    !isArticle(name, attributes) &&
    (around.seemsFurniture || ((!around.isArticle || name !== 'header') && seemsFurniture(name, attributes))),
  isHeadline: around.isHeadline || name === 'h1',
  isRaised: around.isRaised || name === 'sup',
});

class Lines {
  readonly #lines: PageLine[] = [];
  #isOpen = false;
  #isBroken = false;

  /** The index of the next line to be written. */
  get next(): number {
    return this.#lines.length;
  }

  /** Nothing more is written on the last line. */
  end(isBroken: boolean): void {
    this.#isBroken = isBroken && (this.#isOpen || this.#isBroken);
    this.#isOpen = false;
  }

  add(text: string, frame: Frame): void {
    if (frame.isSilent || (!this.#isOpen && text.trim() === '')) return;
    const written = frame.isRaised ? text.replaceAll(/\d/g, raised) : text;
    const line = this.#lines.at(-1);
    if (this.#isOpen && line !== undefined) line.text += written;
    else this.#lines.push(lineIn(frame, written, this.#isBroken));
    this.#isOpen = true;
  }

  /** A row of short cells is one line. */
  joinCells(row: Row | undefined): void {
    if (row === undefined) return;
    const cells = row.cells.filter(({ start, end }) => end > start);
    const texts = cells.map(({ start }) => this.#lines[start]?.text.trim() ?? '');
    const [first] = this.#lines.slice(row.start);
    if (first === undefined || cells.length < 2 || cells.some(({ start, end }) => end > start + 1)) return;
    if (texts.some((text) => text.length > 80)) return;
    this.#lines.length = row.start;
    this.#lines.push({ ...first, text: texts.join(' | ') });
  }

  written(): PageLine[] {
    return this.#lines.flatMap((line) => {
      const text = tidied(line.text);
      return text === '' ? [] : [{ ...line, text }];
    });
  }
}

const lineIn = (frame: Frame, text: string, isBroken: boolean): PageLine => ({
  text,
  isArticle: frame.isArticle,
  isFurniture: frame.isFurniture || (frame.seemsFurniture && !frame.isHeadline),
  isHeadline: frame.isHeadline,
  isBroken,
});

const raised = (figure: string): string => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(figure)] ?? figure;

/** Spaces and line ends are one space; places where a word may break are nothing. */
const tidied = (text: string): string =>
  text
    .replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
