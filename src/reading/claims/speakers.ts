/** Whose words a part of a sentence is. */
import type { Match } from './pattern.js';
import type { RuleContext } from './rule.js';
import { isSaid } from './speech/speech.js';
import type { TypedSentence } from './typed-sentence.js';

/** The ids of the speakers of a part of a sentence; empty where the text itself says it. */
export function speakersOf(sentence: TypedSentence, part: Pick<Match, 'start' | 'end'>, context: RuleContext): string[] {
  const own = context.speechesIn(sentence).filter((speech) => isSaid(speech, part.start + 1, part.end - 1));
  return [...new Set(own.at(-1)?.speakers.flatMap((speaker) => context.idOf(speaker) ?? []))];
}
