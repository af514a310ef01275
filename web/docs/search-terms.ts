/** The words of a text, as the index of the search has them and as a query asks for them. */

/** "asOf" is found by "asof", "as" and "of"; "POLICYGRAPH_CORS" by its parts and as a whole. */
export function searchTerms(text: string): string[] {
  return (text.match(/[\p{L}\p{N}_]+/gu) ?? []).flatMap((word) => {
    const parts = word.split(/_+|(?<=\p{Ll}|\p{N})(?=\p{Lu})/u).filter((part) => part !== '');
    const whole = word.replaceAll('_', '');
    return (parts.length > 1 ? [whole, ...parts] : [whole]).map((term) => term.toLowerCase());
  });
}

/** What an index is made of and read with; both must agree. */
export const indexOptions = {
  fields: ['title', 'page', 'text'],
  storeFields: ['title', 'page', 'address', 'text', 'weight'],
  tokenize: searchTerms,
  processTerm: (term: string) => term,
};
