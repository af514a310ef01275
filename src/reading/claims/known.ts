/** Mentions of what the graph knows, where a text names it inside of another name, or by an adjective. */
import { mentionsIn } from '../mentions.js';
import type { Mention } from '../mentions/mention.js';
import type { RuleContext } from './rule.js';

/** What was found in words, by the text that they are of: its names are the same again and again. */
const foundBefore = new WeakMap<WithLexicon, Map<string, readonly Mention[]>>();

type WithLexicon = Pick<RuleContext, 'lexicon'>;

/** The mentions of a few words of a text, such as a name in it; the context is that of the text. */
export function mentionsInWords(words: string, context: WithLexicon): readonly Mention[] {
  const known = foundBefore.get(context) ?? new Map<string, readonly Mention[]>();
  foundBefore.set(context, known);
  const found = known.get(words) ?? mentionsIn(words, context.lexicon);
  known.set(words, found);
  return found;
}

/** What the graph has a name for that is all of these words; nothing where several have it. */
export function namedAlone(words: string, context: WithLexicon): Mention | undefined {
  const [found] = mentionsInWords(words, context);
  const isAll = found?.start === 0 && found.end === Array.from(words).length;
  return isAll && found.entity !== undefined && found.how === 'NAME' ? found : undefined;
}
