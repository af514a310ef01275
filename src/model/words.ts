/** Names of the model as the API and its prose write them. */

/** "TradeFlow" as "tradeFlow": the field of the API that gives one by its id. */
export const fieldName = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** "TradeFlow" as "trade flow". */
export const wordsOf = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/** "TradeFlow" as "TRADE_FLOW". */
export const constantCase = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const both = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "a, b or c" */
export const anyOfWords = (words: readonly string[]): string => either.format(words);

/** "a, b and c" */
export const allOfWords = (words: readonly string[]): string => both.format(words);
