/** One name in two scripts is one name: 廣東 and 广東 are compared as 广东. */
import { others, simplified } from './simplified.js';

const simplifiedOf = new Map(pairs());

function* pairs(): Iterable<[string, string]> {
  const targets = Array.from(simplified);
  for (const [index, other] of Array.from(others).entries()) yield [other, targets[index] as string];
}

/** The text with its traditional characters, and Japanese forms of them, as simplified ones; each by itself, since what is compared went the same way. */
export const inSimplified = (text: string): string =>
  text.replaceAll(/\p{Script=Han}/gu, (character) => simplifiedOf.get(character) ?? character);
