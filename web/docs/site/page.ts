/** A page of the documentation: its address is `path` and a slash, below the address of the site. */
export interface Page {
  readonly path: string;
  readonly title: string;
  /** The content of `main`, with the heading. */
  readonly html: string;
  readonly sections: readonly Section[];
}

/** What a search finds: a heading with the text below it. */
export interface Section {
  /** Of the heading; empty for the beginning of the page. */
  readonly anchor: string;
  readonly title: string;
  /** 2 for the headings that the list of a page has; 1 is its title. */
  readonly level: number;
  readonly text: string;
}

/** From one page to another; pages are folders, so that links work below any prefix. */
export function linkTo(from: string, to: string, anchor = ''): string {
  const up = from === '' ? './' : '../'.repeat(from.split('/').length);
  const fragment = anchor === '' ? '' : `#${anchor}`;
  return from === to ? fragment || './' : `${up}${to === '' ? '' : `${to}/`}${fragment}`;
}
