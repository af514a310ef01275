/** The indicators that a text may give values of: no text names them by their whole names. */
import { plainName } from '../../import/mapping/slug.js';
import type { Lexicon } from '../mentions/lexicon.js';
import type { NameableEntity } from './names.js';
import type { Part } from './parts.js';

/** Indicators that a model is given. */
const most = 20;
/** How many of the words of a name a text must have. */
const least = 0.5;

/** Those of the graph with the most words of a part in a name, the likeliest first. */
export function indicatorsFor({ paragraphs }: Part, { indicators }: Lexicon): NameableEntity[] {
  const words = wordsOf(paragraphs.map(({ text }) => text).join('\n'));
  const likeness = (name: string) => {
    const own = [...wordsOf(name)];
    return own.length === 0 ? 0 : own.filter((word) => words.has(word)).length / own.length;
  };
  return indicators
    .map(({ id, label, names }) => ({ id, label, names: names.map(({ value }) => value), places: [] }))
    .map((entity) => ({ entity, score: Math.max(...entity.names.map(likeness)) }))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ entity }) => entity);
}

/** Words of three letters or more without a plural's "s", and pairs of Chinese characters. */
function wordsOf(text: string): Set<string> {
  const plain = plainName(text);
  const words = (plain.match(/[a-z]{3,}/g) ?? []).map((word) => word.replace(/s$/, ''));
  const pairs = (plain.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from(run).flatMap((character, index, all) => (index === 0 ? [] : [`${all[index - 1]}${character}`])),
  );
  return new Set([...words, ...pairs]);
}
