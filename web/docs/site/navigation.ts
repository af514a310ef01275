/** The list of pages, as docs/README.md has it, and the neighbours of each page. */
import { posix } from 'node:path';
import MarkdownIt, { type Token } from 'markdown-it';
import type { Page } from './page.ts';
import { pageOf, readText } from './repository.ts';

export interface Entry {
  readonly path: string;
  readonly label: string;
}

interface Group {
  readonly title: string;
  readonly entries: Entry[];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function entriesOf({ children }: Token): Entry[] {
  return (children ?? []).flatMap((token, index) => {
    const href = token.type === 'link_open' ? String(token.attrGet('href')) : 'http:';
    if (/^[a-z]+:/.test(href)) return [];
    return [{ path: pageOf(posix.join('docs', href)), label: capital(children?.[index + 1]?.content ?? '') }];
  });
}

function readGroups(): Group[] {
  const groups: Group[] = [];
  const tokens = new MarkdownIt().parse(readText('docs/README.md'), {});
  for (const [index, token] of tokens.entries()) {
    if (tokens[index - 1]?.tag === 'h2' && token.type === 'inline') groups.push({ title: token.content, entries: [] });
    else groups.at(-1)?.entries.push(...entriesOf(token));
  }
  return groups;
}

export class Navigation {
  readonly groups: readonly Group[] = readGroups();
  private readonly pages: ReadonlyMap<string, Page>;

  constructor(pages: readonly Page[]) {
    this.pages = new Map(pages.map((page) => [page.path, page]));
  }

  /** The page that lists this one, such as that of the schema for a type. */
  parentOf({ path }: Page): Entry | undefined {
    const parent = path.split('/').slice(0, -1).join('/');
    const page = this.pages.get(parent);
    return parent === '' || page === undefined ? undefined : { path: parent, label: page.title };
  }

  /** The page before and the page after: in the list, or among the pages of a folder. */
  neighboursOf(page: Page): { previous: Entry | undefined; next: Entry | undefined } {
    const listed = this.groups.flatMap(({ entries }) => entries);
    const order = listed.some(({ path }) => path === page.path) ? listed : this.siblingsOf(page);
    const index = order.findIndex(({ path }) => path === page.path);
    return index < 0 ? { previous: undefined, next: undefined } : { previous: order[index - 1], next: order[index + 1] };
  }

  private siblingsOf(page: Page): Entry[] {
    const parent = this.parentOf(page)?.path;
    if (parent === undefined) return [];
    const siblings = [...this.pages.values()].filter((each) => this.parentOf(each)?.path === parent);
    return siblings.map(({ path, title }) => ({ path, label: title })).sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}
