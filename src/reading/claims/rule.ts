import type { ReadText } from '../read-text.js';
import type { Lexicon } from '../mentions/lexicon.js';
import type { Mention } from '../mentions/mention.js';
import type { Naming } from './naming.js';
import type { Suggestion } from './proposal.js';
import type { Speech } from './speech/speech.js';
import type { TypedSentence } from './typed-sentence.js';

/** What a rule may know beside its sentence. */
export interface RuleContext {
  readonly reading: ReadText;
  /** The code points of the text. */
  readonly characters: readonly string[];
  readonly sentences: readonly TypedSentence[];
  /** What the text reports that somebody said. */
  readonly speechesIn: (sentence: TypedSentence) => readonly Speech[];
  readonly lexicon: Lexicon;
  /** The id of the document that the text is. */
  readonly document: string;
  /** What the text names. */
  readonly naming: Naming;
  /** The id of what a mention names: an entity of the graph, or a new one; undefined where several fit as well. */
  readonly idOf: (mention: Mention) => string | undefined;
}

/** One way in which sentences say something. */
export interface ReadingRule {
  /** In kebab case; reviewers see it, and their decisions are counted by it. */
  readonly name: string;
  /** A sentence that it reads, of our own. */
  readonly example: string;
  readonly read: (sentence: TypedSentence, context: RuleContext) => readonly Suggestion[];
}
