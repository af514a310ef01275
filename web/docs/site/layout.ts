/** A page with what surrounds it: the header, the list of pages, the list of its headings, its neighbours. */
import { escaped } from './code.ts';
import type { Entry, Navigation } from './navigation.ts';
import { linkTo, type Page } from './page.ts';

/** The compiled files, by their names. */
interface Assets {
  readonly index: string;
  readonly theme: string;
  readonly script: string;
  readonly style: string;
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='%230b6e6e'%3E%3Cpath d='M4 4 12 6.5 6 12.5z' fill='none' stroke='%230b6e6e' stroke-width='1.5'/%3E%3Ccircle cx='4' cy='4' r='3'/%3E%3Ccircle cx='12.5' cy='6.5' r='2.5'/%3E%3Ccircle cx='6' cy='12.5' r='2.5'/%3E%3C/svg%3E";
const logo =
  '<svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true"><path d="M4 4 12.5 6.5 6 12.5z" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="4" cy="4" r="3"/><circle cx="12.5" cy="6.5" r="2.5"/><circle cx="6" cy="12.5" r="2.5"/></svg>';

const link = (page: Page, { path, label }: Entry): string => {
  const current = path === page.path ? ' aria-current="page"' : '';
  return `<a href="${linkTo(page.path, path)}"${current}>${escaped(label)}</a>`;
};

function header(root: string): string {
  return `<header class="shell-header">
<a class="home" href="${root}">${logo}PolicyGraph <span class="quiet">Docs</span></a>
<button class="menu" type="button" aria-expanded="false" aria-controls="docs-pages">Menu</button>
<nav aria-label="PolicyGraph"><a href="${root}../">Explorer</a><a href="${root}../graphql">GraphQL playground</a></nav>
<button class="search-open" type="button" aria-haspopup="dialog" aria-keyshortcuts="/">Search <kbd aria-hidden="true">/</kbd></button>
<button class="theme" type="button">Theme</button>
</header>`;
}

function pageList(page: Page, { groups }: Navigation): string {
  const lists = groups.map(({ title, entries }) => {
    const id = `docs-group-${title.toLowerCase().replaceAll(' ', '-')}`;
    const items = entries.map((entry) => `<li>${link(page, entry)}</li>`).join('');
    return `<h2 id="${id}">${escaped(title)}</h2><ul aria-labelledby="${id}">${items}</ul>`;
  });
  return `<nav id="docs-pages" aria-label="Documentation">${lists.join('')}</nav>`;
}

function headingList(page: Page): string {
  const listed = page.sections.filter(({ level }) => level === 2);
  if (listed.length < 2 || page.path === '') return '';
  const items = listed.map(({ anchor, title }) => `<li><a href="#${anchor}">${escaped(title)}</a></li>`).join('');
  return `<nav class="headings" aria-label="On this page"><details><summary>On this page</summary><ul>${items}</ul></details></nav>`;
}

function neighbours(page: Page, navigation: Navigation): string {
  const { previous, next } = navigation.neighboursOf(page);
  const part = (entry: Entry | undefined, name: string, word: string) =>
    entry === undefined ? '' : `<span class="${name}"><small class="quiet">${word}</small> ${link(page, entry)}</span>`;
  const both = part(previous, 'previous', 'Previous') + part(next, 'next', 'Next');
  return both === '' ? '' : `<nav class="neighbours" aria-label="Previous and next page">${both}</nav>`;
}

const search = `<dialog class="search" aria-label="Search the documentation">
<div class="search-field"><input type="search" aria-label="Search the documentation" placeholder="A word, a setting, a type" autocomplete="off" spellcheck="false"><button type="button" class="search-close">Close</button></div>
<p role="status" class="quiet"></p><ol></ol>
</dialog>`;

export function layout(page: Page, navigation: Navigation, { index, theme, script, style }: Assets): string {
  const root = linkTo(page.path, '');
  const up = page.path === '404' ? './' : root; // the service puts the address of the site in front
  const parent = navigation.parentOf(page);
  const trail = parent === undefined ? '' : `<p class="trail">${link(page, parent)}</p>`;
  const title = page.path === '' ? 'PolicyGraph documentation' : `${page.title} — PolicyGraph documentation`;
  const html = `<!doctype html>
<html lang="en" data-site="${root}" data-index="${root}${index}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="${icon}">
<script src="${root}${theme}"></script>
<link rel="stylesheet" href="${root}${style}">
<script type="module" src="${root}${script}"></script>
</head>
<body${page.path === '' ? ' class="home-page"' : ''}>
<a class="skip" href="#docs-content">Skip to content</a>
${header(root)}
<div class="columns">
${pageList(page, navigation)}
<main id="docs-content" tabindex="-1">
${trail}${headingList(page)}
<article>${page.html}</article>
${neighbours(page, navigation)}
</main>
</div>
${search}
</body>
</html>
`;
  return up === root ? html : html.replaceAll('"../', '"./');
}
