/** What a part of a sentence is about. */
import type { Mention } from '../mentions/mention.js';
import type { RuleContext } from './rule.js';
import { mentionsIn, type Part } from './speech/speech.js';
import type { TypedSentence } from './typed-sentence.js';

/** Sentences back in which the topic may have been named. */
const reach = 3;

const isTopic = ({ label }: Mention): boolean => ['Product', 'Sector', 'Program', 'Policy', 'Event'].includes(label);

/** The entities that parts of a sentence mention; where they mention none, what was spoken of last. */
export function topicsOf(
  sentence: TypedSentence,
  parts: readonly Part[],
  context: RuleContext,
  except: readonly string[],
): Mention[] {
  const named = (mentions: readonly Mention[]): Mention[] => distinct(mentions, context, except);
  const own = named(parts.flatMap((part) => mentionsIn(sentence, part)));
  if (own.length > 0) return own;
  const before = context.sentences.slice(Math.max(0, sentence.index - reach), sentence.index + 1).toReversed();
  const found = before.map((each) => named(allIn(each))).find((mentions) => mentions.some(isTopic));
  return found?.filter(isTopic).slice(0, 1) ?? [];
}

const allIn = (sentence: TypedSentence): Mention[] => mentionsIn(sentence, { from: 0, to: sentence.typed.length });

function distinct(mentions: readonly Mention[], { idOf }: RuleContext, except: readonly string[]): Mention[] {
  const found = new Map<string, Mention>();
  for (const mention of mentions) {
    const id = idOf(mention);
    if (id !== undefined && !except.includes(id) && !found.has(id)) found.set(id, mention);
  }
  return [...found.values()];
}

/** "Wands and owls", in the words of the text. */
export function namesOf(mentions: readonly Mention[], language: 'en' | 'zh'): string {
  const names = [...new Set(mentions.map(({ newName, text }) => newName ?? text))].slice(0, 2);
  return names.join(language === 'zh' ? '和' : ' and ');
}

export const languageOf = ({ text }: Pick<TypedSentence, 'text'>): 'en' | 'zh' => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
