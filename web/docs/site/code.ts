/** Code in colours: blocks of Markdown, and pages of files that pages link to. */
import { createRequire } from 'node:module';
import highlight from 'highlight.js/lib/common';
import type { Page } from './page.ts';
import { pageOf, readText } from './repository.ts';

const require = createRequire(import.meta.url);
highlight.registerLanguage('nginx', require('highlight.js/lib/languages/nginx'));
highlight.registerLanguage('properties', require('highlight.js/lib/languages/properties'));

const languages: Readonly<Record<string, string>> = {
  ipynb: 'json',
  mjs: 'javascript',
  tsx: 'typescript',
  conf: 'nginx',
  toml: 'ini',
};

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function highlighted(code: string, language: string): string {
  const name = languages[language] ?? language;
  return highlight.getLanguage(name) === undefined ? escaped(code) : highlight.highlight(code, { language: name }).value;
}

export function codePage(path: string): Page {
  const name = path.split('/').at(-1) ?? path;
  const code = highlighted(readText(path), name.split('.').at(-1) ?? '');
  const title = `<h1><code>${escaped(name)}</code></h1><p class="quiet"><code>${escaped(path)}</code> of the repository.</p>`;
  return {
    path: pageOf(path),
    title: name,
    html: `${title}<pre><code>${code}</code></pre>`,
    sections: [{ anchor: '', title: name, level: 1, text: path }],
  };
}
