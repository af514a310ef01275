/** The text of a web page, in the lines that a reader sees. */
import { linesOfPage, type PageLine } from './page-lines.js';

/** Of the article, where the page says what that is; otherwise of all but navigation and the like. An empty line is between paragraphs. */
export function textOfPage(html: string): string {
  const lines = linesOfPage(html);
  const own = lines.filter(({ isFurniture }) => !isFurniture);
  const article = own.filter(({ isArticle }) => isArticle);
  const chosen = lettersOf(article) * 3 >= lettersOf(own) ? withHeadline(article, own) : own;
  return paragraphsOf(chosen.length === 0 ? lines : chosen)
    .map((paragraph) => `${paragraph}\n`)
    .join('\n');
}

const lettersOf = (lines: readonly PageLine[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);

/** The headline may be before the article. */
function withHeadline(article: readonly PageLine[], own: readonly PageLine[]): readonly PageLine[] {
  const [first] = article;
  if (first === undefined || article.some(({ isHeadline }) => isHeadline)) return article;
  const headline = own.slice(0, own.indexOf(first)).findLast(({ isHeadline }) => isHeadline);
  return headline === undefined ? article : [headline, ...article];
}

/** A break in the middle of a sentence ends no paragraph. */
function paragraphsOf(lines: readonly PageLine[]): string[] {
  const paragraphs: string[] = [];
  for (const { text, isBroken } of lines) {
    const last = paragraphs.at(-1);
    const goesOn = isBroken && last !== undefined && /[\p{L}\p{N},]$/u.test(last) && /^\p{Ll}/u.test(text);
    if (goesOn) paragraphs[paragraphs.length - 1] = `${last} ${text}`;
    else paragraphs.push(text);
  }
  return paragraphs;
}

/** Whether a file is a web page, by its name or its beginning. */
export const isPage = (name: string, bytes: Uint8Array): boolean =>
  /\.x?html?$/i.test(name) || beginning.test(Buffer.from(bytes.subarray(0, 1_000)).toString('latin1').replaceAll('\0', ''));

/** After a byte order mark, a declaration of XML and comments. */
const beginning = /^[^\p{ASCII}\s]{0,3}\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*(?:<!doctype html|<html[\s>])/iu;
