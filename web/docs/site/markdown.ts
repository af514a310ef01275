/** Markdown as a page: headings with anchors, code in colours, links to pages. */
import GithubSlugger from 'github-slugger';
import MarkdownIt, { type Token } from 'markdown-it';
import { highlighted } from './code.ts';
import { resolveLink } from './links.ts';
import type { Page, Section } from './page.ts';
import { pageOf } from './repository.ts';

const markdown = new MarkdownIt({ html: true, highlight: highlighted });
Object.assign(markdown.renderer.rules, {
  table_open: () => '<div class="scroll"><table>\n',
  table_close: () => '</table></div>\n',
  heading_close: (tokens: Token[], index: number) => `${anchorOf(tokens[index - 2])}</${tokens[index]?.tag}>\n`,
});

/** For the mouse; the list of the page has the same links for the keyboard. */
function anchorOf(heading: Token | undefined): string {
  if (heading === undefined || heading.tag === 'h1') return '';
  return `<a class="anchor" href="#${heading.attrGet('id')}" aria-hidden="true" tabindex="-1">#</a>`;
}

const isText = ({ type }: Token) => ['text', 'code_inline', 'text_special'].includes(type);
const textOf = ({ children }: Token): string =>
  (children ?? []).map((token) => (isText(token) ? token.content : token.type.endsWith('break') ? ' ' : '')).join('');

/** Names the headings as GitHub does, so that links work in both places. */
function nameHeadings(tokens: Token[]): void {
  const slugger = new GithubSlugger();
  for (const [index, token] of tokens.entries()) {
    const inline = tokens[index + 1];
    if (token.type !== 'heading_open' || inline === undefined) continue;
    token.attrSet('id', slugger.slug(textOf(inline)));
  }
}

/** The text below each heading. */
function sectionsOf(tokens: readonly Token[], title: string): Section[] {
  const sections: { anchor: string; title: string; level: number; text: string }[] = [{ anchor: '', title, level: 1, text: '' }];
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    const last = sections.at(-1);
    if (token.type === 'inline' && previous?.type === 'heading_open') {
      const level = Number(previous.tag.slice(1));
      if (level > 1) sections.push({ anchor: String(previous.attrGet('id')), title: textOf(token), level, text: '' });
    } else if (last !== undefined && (token.type === 'inline' || token.type === 'fence'))
      last.text += `${token.type === 'inline' ? textOf(token) : token.content} `;
  }
  return sections;
}

/** Points each link and picture to its page; the files of the repository that they lead to. */
function resolveLinks(tokens: readonly Token[], file: string): string[] {
  const inline = tokens.flatMap(({ children }) => children ?? []);
  return inline.flatMap((token) => {
    const name = token.type === 'link_open' ? 'href' : token.type === 'image' ? 'src' : undefined;
    if (name === undefined) return [];
    const { href, target } = resolveLink(String(token.attrGet(name)), file);
    token.attrSet(name, href);
    return target === undefined ? [] : [target];
  });
}

export function readMarkdown(source: string, file: string): { page: Page; links: string[] } {
  const tokens = markdown.parse(source, {});
  const heading = tokens.find(({ type }, index) => type === 'inline' && tokens[index - 1]?.tag === 'h1');
  const title = heading === undefined ? file : textOf(heading);
  nameHeadings(tokens);
  const sections = sectionsOf(tokens, title);
  const links = resolveLinks(tokens, file);
  return { page: { path: pageOf(file), title, html: markdown.renderer.render(tokens, markdown.options, {}), sections }, links };
}

/** Descriptions of the schema are a line of Markdown. */
export const inlineMarkdown = (text: string): string => markdown.renderInline(text);
