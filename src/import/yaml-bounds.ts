/** Whether YAML is of a size that may be understood as a whole, by its tokens: the parser makes a node of a hundred bytes and more of each. */
import { Lexer } from 'yaml';
import { limits } from '../limits.js';

interface Excess {
  readonly message: string;
  /** Where in the text the limit is passed. */
  readonly offset: number;
}

const { depth: levels, yamlEntries, yamlAliases } = limits.imports;
export const tooDeep = `is nested more than ${levels.value} levels deep`;
const tooMany = `has more than ${yamlEntries.value.toLocaleString('en')} keys and list entries: split the file, or write JSON Lines`;
const tooManyAliases = `has more than ${yamlAliases.value.toLocaleString('en')} aliases: write out what they name`;

/** The sign that the lexer puts before the text of a scalar, which may read as any other token. */
const scalar = '\u001F';

/** Signs that the lexer adds, which are no part of the text. */
const added = new Set([scalar, '\u0002', '\u0018']);

/** What is too much of YAML; undefined where nothing is. */
export function excessOf(text: string): Excess | undefined {
  let [offset, depth, entries, aliases, before] = [0, 0, 0, 0, ''];
  for (const token of new Lexer().lex(text)) {
    if (before !== scalar) {
      if (token === '[' || token === '{') depth++;
      else if (token === ']' || token === '}') depth--;
      else if (token === ':' || token === '-' || token === ',') entries++;
      else if (token.startsWith('*')) aliases++;
    }
    if (depth > levels.value) return { message: tooDeep, offset };
    if (entries > yamlEntries.value) return { message: tooMany, offset };
    if (aliases > yamlAliases.value) return { message: tooManyAliases, offset };
    if (before === scalar || !added.has(token)) offset += token.length;
    before = before === scalar ? '' : token;
  }
  return undefined;
}
