/** Mentions of what the graph knows, where a text names it inside of another name, or by an adjective. */
import { mentionsIn } from '../mentions.js';
import type { Mention } from '../mentions/mention.js';
import type { RuleContext } from './rule.js';

/** What the graph has a name for that is all of these words; nothing where several have it. */
export function namedAlone(words: string, { lexicon }: Pick<RuleContext, 'lexicon'>): Mention | undefined {
  const [found] = mentionsIn(words, lexicon);
  const isAll = found?.start === 0 && found.end === Array.from(words).length;
  return isAll && found.entity !== undefined && found.how === 'NAME' ? found : undefined;
}
