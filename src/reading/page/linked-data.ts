/** What JSON-LD in a page says of the article. */

type Fields = Readonly<Record<string, unknown>>;

/** Headline, date, publisher and address of the first article in it; nothing of what is no JSON. */
export function linkedData(json: string): readonly (readonly [mark: string, value: string])[] {
  const article = articleIn(parsed(json), 0);
  if (article === undefined) return [];
  const { headline, datePublished, publisher, url, mainEntityOfPage } = article;
  const marks = {
    headline,
    datepublished: datePublished,
    publisher: nameOf(publisher),
    url: typeof url === 'string' ? url : (asFields(mainEntityOfPage)?.['@id'] ?? mainEntityOfPage),
  };
  return Object.entries(marks).flatMap(([mark, value]) => (typeof value === 'string' ? [[mark, value] as const] : []));
}

function articleIn(node: unknown, depth: number): Fields | undefined {
  if (depth > 4) return undefined;
  if (Array.isArray(node)) {
    for (const each of node.slice(0, 50)) {
      const found = articleIn(each, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const fields = asFields(node);
  if (fields === undefined) return undefined;
  const isArticle = /Article|Posting|Report|WebPage|GovernmentService/.test([fields['@type']].flat().join(' '));
  return isArticle ? fields : articleIn(fields['@graph'], depth + 1);
}

const asFields = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

const nameOf = (value: unknown): unknown => asFields(Array.isArray(value) ? value[0] : value)?.['name'] ?? value;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
