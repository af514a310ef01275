/** Whether a line of JSON is of a size that a record may have, before a parser spends its stack and memory on it. */
import { limits } from '../../limits.js';
import { endOfString } from '../../repeated-key.js';

interface Excess {
  readonly message: string;
  /** Where in the text the limit is passed. */
  readonly offset: number;
}

const { depth: levels, values: most } = limits.imports;
const tooDeep = `is nested more than ${levels.value} levels deep: no record is`;
const tooMany = `has more than ${most.value.toLocaleString('en')} values: write it as several records`;

/** What is too much of JSON text; undefined where nothing is. Text that is no JSON is left to the parser. */
export function excessOf(json: string): Excess | undefined {
  let [depth, values] = [0, 1];
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (sign === '"') at = endOfString(json, at) - 1;
    else if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
    else if (sign === ',') values++;
    if (depth > levels.value) return { message: tooDeep, offset: at };
    if (values > most.value) return { message: tooMany, offset: at };
  }
  return undefined;
}
