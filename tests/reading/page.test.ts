import { describe, expect, it } from 'vitest';
import { decodedPage } from '../../src/reading/page/page-encoding.js';
import { metadataOfPage } from '../../src/reading/page/page-metadata.js';
import { isPage, textOfPage } from '../../src/reading/page/page-text.js';

const body = (html: string): string[] => textOfPage(`<html><body>${html}</body></html>`).trimEnd().split('\n\n');

describe('textOfPage', () => {
  it('is what a page shows', () => {
    const page =
      '<html><head><title>No</title><script>var China;</script></head><body><h1>Used &amp; new</h1><p>From <b>Chi<i>na</i></b>\n to<br>Xi&#8217;an</p><ul><li>a<li>b</ul></body></html>';
    expect(textOfPage(page)).toBe('Used & new\n\nFrom China to\n\nXi’an\n\na\n\nb\n');
  });

  it.each([
    ['no navigation', '<nav>Home</nav><p>Owls.</p><footer>Contact</footer><aside>More</aside>', ['Owls.']],
    ['no banner', '<div id="cookie-banner">We use cookies.</div><p>Owls.</p><div class="share social">Share</div>', ['Owls.']],
    ['nothing hidden', '<p hidden>Elves</p><p style="display: none">Trolls</p><p aria-hidden="true">Gnomes</p>Owls.', ['Owls.']],
    [
      'the article',
      '<p>Latest news</p><article><p>Owls were sold again.</p></article><p>Most read</p>',
      ['Owls were sold again.'],
    ],
    [
      'its headline, and its own header',
      '<header><h1>Owls</h1><p>Log in</p></header><article><header>By Jane Doe</header><p>Owls were sold.</p></article>',
      ['Owls', 'By Jane Doe', 'Owls were sold.'],
    ],
    ['an article in what seems to be a menu', '<div class="menu"><p>Home</p><main><p>Owls.</p></main></div>', ['Owls.']],
    ['all, where all seems to be around it', '<div class="sidebar"><p>Owls.</p></div>', ['Owls.']],
    ['a sentence over a break', 'The ministry<br>issued rules.<br>Owls fly.', ['The ministry issued rules.', 'Owls fly.']],
    ['words without their soft hyphens', 'inter&shy;national Xi&#x200b;an', ['international Xian']],
    ['figures of footnotes apart', 'It sold 15,000<sup>12</sup> owls.', ['It sold 15,000¹² owls.']],
    ['letters without their readings', '<ruby>魔<rt>mó</rt>法<rp>(</rp></ruby>部', ['魔法部']],
    [
      'a row of a table as a line',
      '<table><tr><th>Region<th>Sold<tr><td><p>Iskar</p><td><p>4,200</p></table>',
      ['Region | Sold', 'Iskar | 4,200'],
    ],
    [
      'paragraphs in a table that lays the page out',
      '<table><tr><td>Links</td><td><p>Owls fly.</p><p>Brooms do too.</p></td></tr></table>',
      ['Links', 'Owls fly.', 'Brooms do too.'],
    ],
    ['what is in elements that are not closed', '<p>Owls <b>fly<div>again<p>and again', ['Owls fly', 'again', 'and again']],
  ])('has %s', (_what, html, text) => {
    expect(body(html)).toEqual(text);
  });

  it('reads a page whose head is not closed', () => {
    expect(textOfPage('<html><head><title>No</title><body><p>Owls.</p>')).toBe('Owls.\n');
  });

  it('reads pages that are made to hurt', () => {
    const many = 100_000;
    const deep = (count: number): string => '<div>'.repeat(count);
    expect(textOfPage(`${deep(900)}Owls${'</span>'.repeat(many)}`)).toBe('Owls\n');
    expect(() => textOfPage(`${deep(many)}Owls`)).toThrow(
      'The page has more than 1,000 elements inside each other: save its text alone.',
    );
    expect(textOfPage(`<p class="${'nav '.repeat(many)}" style="${'display:'.repeat(many)}">Owls</p><p>Brooms</p>`)).toBe(
      'Brooms\n',
    );
    expect(textOfPage(`<p ${'a=1 '.repeat(many)}>Owls</p>`)).toBe('Owls\n');
    expect(textOfPage(`<p>Owls${' '.repeat(many)}fly</p>${'<p>'.repeat(many)}`)).toBe('Owls fly\n');
  });
});

describe('isPage', () => {
  it.each([
    ['a.HTML', 'Owls', true],
    ['-', '\ufeff <!-- saved --> <!DOCTYPE html><p>Owls', true],
    ['-', '<?xml version="1.0"?><html xmlns="x">', true],
    ['a.txt', 'Owls say <html>', false],
  ])('knows %s with %j', (name, text, expected) => {
    expect(isPage(name, Buffer.from(text))).toBe(expected);
  });
});

describe('decodedPage', () => {
  /** 魔法 in GBK. */
  const gbk = Buffer.from('c4a7b7a8', 'hex');
  const page = (head: string): Buffer => Buffer.concat([Buffer.from(`<html><head>${head}</head>`), gbk]);

  it.each([
    ['a short declaration', '<meta charset="gb2312">'],
    ['a long declaration', '<meta http-equiv="Content-Type" content="text/html; charset=GBK">'],
  ])('reads the encoding of %s', (_what, head) => {
    expect(decodedPage(page(head))).toContain('魔法');
  });

  it('reads byte order marks, and UTF-8 without a word', () => {
    expect(decodedPage(Buffer.from('\ufeff魔法', 'utf16le'))).toBe('魔法');
    expect(decodedPage(Buffer.from('\ufeff<meta charset=gbk>魔法'))).toBe('<meta charset=gbk>魔法');
    expect(decodedPage(Buffer.from('魔法'))).toBe('魔法');
  });

  it('reads nothing in a wrong encoding', () => {
    expect(decodedPage(page(''))).toBeUndefined();
    expect(decodedPage(page('<meta charset="owl">'))).toBeUndefined();
  });
});

describe('metadataOfPage', () => {
  const linked = (data: object): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

  it.each([
    [
      'the Open Graph',
      '<meta property="og:title" content="Owls &amp; brooms"><meta property="article:published_time" content="2024-02-27T23:30:00+08:00">' +
        '<meta property="og:site_name" content="Daily Prophet"><meta property="og:url" content="https://example.org/owls">',
      {
        title: { value: 'Owls & brooms', from: 'og:title' },
        date: { value: '2024-02-27', from: 'article:published_time' },
        outlet: { value: 'Daily Prophet', from: 'og:site_name' },
        url: { value: 'https://example.org/owls', from: 'og:url' },
      },
    ],
    [
      'linked data',
      linked({
        '@graph': [
          { '@type': 'Person' },
          { '@type': ['NewsArticle'], headline: 'Owls', datePublished: '2024-02-27', publisher: { name: 'Prophet' } },
        ],
      }),
      {
        title: { value: 'Owls', from: 'ld:headline' },
        date: { value: '2024-02-27', from: 'ld:datepublished' },
        outlet: { value: 'Prophet', from: 'ld:publisher' },
      },
    ],
    [
      'the marks of Chinese government sites',
      '<meta name="SiteName" content="魔法部"><meta name="ArticleTitle" content="猫头鹰通知"><meta name="PubDate" content="2024-02-27 10:00">',
      {
        title: { value: '猫头鹰通知', from: 'articletitle' },
        date: { value: '2024-02-27', from: 'pubdate' },
        outlet: { value: '魔法部', from: 'sitename' },
      },
    ],
    ['its heading before its title', '<title>Owls - Prophet</title><h1>Owls</h1>', { title: { value: 'Owls', from: 'h1' } }],
    [
      'nothing that does not fit',
      '<meta name="PubDate" content="2024-02-31"><link rel="canonical" href="javascript:alert(1)">',
      {},
    ],
    ['nothing of damaged linked data', '<script type="application/ld+json">{"@type":"Article", </script>', {}],
  ])('reads %s', (_what, html, metadata) => {
    expect(metadataOfPage(html)).toEqual(metadata);
  });

  it('reads linked data that is made to hurt', () => {
    expect(metadataOfPage(`<script type="application/ld+json">${'['.repeat(100_000)}</script><title>Owls</title>`)).toEqual({
      title: { value: 'Owls', from: 'title' },
    });
  });
});
