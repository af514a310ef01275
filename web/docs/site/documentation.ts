/** Emits the pages of the documentation, their pictures and the search index, next to the compiled script and style. */
import type { Plugin } from 'vite';
import { Navigation } from './navigation.ts';
import { layout } from './layout.ts';
import type { Page } from './page.ts';
import { readPages } from './read-pages.ts';
import { searchIndex } from './search-index.ts';
import { schemaPages } from '../schema/pages.ts';

const missing: Page = {
  path: '404',
  title: 'Unknown page',
  html: '<h1>Unknown page</h1><p>The documentation has no page with this address. Search it, or choose a page from the list.</p>',
  sections: [],
};

export const documentation = (): Plugin => ({
  name: 'documentation',
  apply: 'build',
  generateBundle(_options, bundle) {
    const { pages: written, pictures } = readPages();
    const pages = [...written, ...schemaPages()];
    const navigation = new Navigation(pages);
    const index = this.getFileName(this.emitFile({ type: 'asset', name: 'search.json', source: searchIndex(pages) }));
    const named = (pattern: RegExp) => Object.keys(bundle).find((name) => pattern.test(name)) ?? '';
    const assets = { index, theme: named(/theme-.*\.js$/), script: named(/reader-.*\.js$/), style: named(/\.css$/) };
    for (const page of pages) {
      const fileName = page.path === '' ? 'index.html' : `${page.path}/index.html`;
      this.emitFile({ type: 'asset', fileName, source: layout(page, navigation, assets) });
    }
    this.emitFile({ type: 'asset', fileName: '404.html', source: layout(missing, navigation, assets) });
    for (const { path, source } of pictures) this.emitFile({ type: 'asset', fileName: path, source });
  },
});
