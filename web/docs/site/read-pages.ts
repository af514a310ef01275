/** Reads the pages of docs/, and of every file and folder of the repository that a page links to. */
import { folderMarkdown } from './folder.ts';
import { codePage } from './code.ts';
import { readMarkdown } from './markdown.ts';
import type { Page } from './page.ts';
import { kindOf, namesIn, pageOf, readBytes, readText } from './repository.ts';

interface Picture {
  readonly path: string;
  readonly source: Uint8Array;
}

const isPicture = /\.(svg|png)$/;
const isBinary = /\.(xlsx|gz|zip)$/;

function markdownFiles(folder: string): string[] {
  return namesIn(folder).flatMap((name) => {
    if (name.endsWith('/')) return markdownFiles(folder + name);
    return name.endsWith('.md') ? [folder + name] : [];
  });
}

/** The source of a page: Markdown, or undefined for code. */
function markdownOf(path: string): string | undefined {
  if (kindOf(path) === 'folder') return folderMarkdown(path);
  return path.endsWith('.md') ? readText(path) : undefined;
}

export function readPages(): { pages: Page[]; pictures: Picture[] } {
  const paths = new Set([...markdownFiles('docs/'), 'README.md']); // grows while it is read
  const pages = new Map<string, Page>();
  const pictures: Picture[] = [];
  for (const path of paths) {
    const address = pageOf(path);
    if (address === 'schema' || pages.has(address) || isBinary.test(path)) continue;
    if (isPicture.test(path)) {
      pictures.push({ path: path.replace(/^docs\//, ''), source: readBytes(path) });
      continue;
    }
    const markdown = markdownOf(path);
    if (markdown === undefined) {
      pages.set(address, codePage(path));
      continue;
    }
    const { page, links } = readMarkdown(markdown, kindOf(path) === 'folder' ? `${path.replace(/\/$/, '')}/README.md` : path);
    pages.set(address, page);
    for (const link of links) paths.add(link);
  }
  return { pages: [...pages.values()], pictures };
}
