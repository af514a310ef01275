/** The index that the search of the site loads: a document for each section of each page. */
import MiniSearch from 'minisearch';
import { indexOptions } from '../search-terms.ts';
import type { Page } from './page.ts';

/** Pages for readers come before those for reference, and those before history and files. */
function weightOf(path: string): number {
  if (/^(changelog|contributing|decisions|cypher|examples|deploy|performance|reliability)(\/|$)|\.\w+$/.test(path)) return 0.4;
  if (path.startsWith('schema')) return 0.7;
  return /^(explanations|tutorials)\//.test(path) ? 1.4 : 1;
}

export function searchIndex(pages: readonly Page[]): string {
  const index = new MiniSearch(indexOptions);
  let id = 0;
  for (const { path, title: page, sections } of pages)
    for (const { anchor, title, text } of sections) {
      const address = `${path === '' ? '' : `${path}/`}${anchor === '' ? '' : `#${anchor}`}`;
      index.add({
        id: id++,
        title,
        page,
        address,
        text: text.replaceAll('`', '').replaceAll(/\s+/g, ' ').trim(),
        weight: weightOf(path),
      });
    }
  return JSON.stringify(index);
}
