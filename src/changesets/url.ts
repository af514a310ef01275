/** Addresses of the Web, and DOIs. */

const sentence = 'must be an address of the Web such as https://example.org/page, or a DOI such as doi:10.1000/182';

/**
 * What is wrong with an address; undefined where nothing is. It is stored as it is written, so it must be one for every reader: as browsers read it (WHATWG), and
 * without the characters that RDF does not take.
 */
export function urlProblem(text: string): string | undefined {
  if (/[\s<>"{}|\\^`]/u.test(text))
    return `${sentence}, without white space, quotes and brackets: write these as %20 and the like`;
  if (/^doi:/i.test(text)) return /^doi:10\.\d{4,9}(\.\d+)*\/\S+$/i.test(text) ? undefined : sentence;
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return sentence;
  const { username, password } = new URL(text);
  return username === '' && password === '' ? undefined : 'must not hold a user name or password: every reader would get it';
}
