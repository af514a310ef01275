/** What a result shows of a section: the words around the first that match, which are marked. */
const [before, length] = [60, 180];

/** Those that begin a word; the shortest must be the whole word. */
function pattern(terms: readonly string[]): RegExp {
  const sources = [...terms].sort((a, b) => b.length - a.length).map((term) => term.replaceAll(/[^\p{L}\p{N}]/gu, ''));
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(${sources.map((term) => (term.length > 2 ? term : `${term}(?![\\p{L}\\p{N}])`)).join('|') || '$^'})`,
    'iu',
  );
}

export function excerpt(text: string, terms: readonly string[]): string {
  const at = Math.max(text.search(pattern(terms)), 0);
  const start = at <= before ? 0 : text.indexOf(' ', at - before) + 1;
  const part = text.slice(start, start + length);
  return `${start > 0 ? '… ' : ''}${part}${start + length < text.length ? ' …' : ''}`;
}

export function marked(text: string, terms: readonly string[]): (string | HTMLElement)[] {
  return text.split(pattern(terms)).map((part, index) => {
    if (index % 2 === 0) return part;
    const mark = document.createElement('mark');
    mark.textContent = part;
    return mark;
  });
}
