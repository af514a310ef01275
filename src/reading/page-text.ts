/** The text of a web page, in the lines that a reader sees. */
import { Parser } from 'htmlparser2';

/** Elements whose content is no text of the page. */
const silent = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg', 'select', 'button', 'iframe', 'textarea']);

/** Elements that begin and end a line. */
const blocks = new Set(
  (
    'address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li ' +
    'main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Spaces and line ends within a line are one space; blocks are lines of their own, with an empty line between. */
export function textOfPage(html: string): string {
  const lines: string[] = [''];
  let silence = 0;
  const endLine = (name: string) => void (blocks.has(name) && lines.at(-1) !== '' && lines.push(''));
  const parser = new Parser({
    onopentag: (name) => {
      if (silent.has(name)) silence++;
      endLine(name);
    },
    onclosetag: (name) => {
      if (silent.has(name)) silence--;
      endLine(name);
    },
    ontext: (text) => {
      if (silence === 0) lines[lines.length - 1] += text;
    },
  });
  parser.end(html);
  const written = lines.map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter((line) => line !== '');
  return written.map((line) => `${line}\n`).join('\n');
}

/** Whether a file is a web page, by its name or its beginning. */
export const isPage = (name: string, text: string): boolean =>
  /\.x?html?$/i.test(name) || /^\s*(?:<!doctype html|<html[\s>])/i.test(text.slice(0, 1000));
