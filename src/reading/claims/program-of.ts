/** The program that a sentence is about where its pattern does not name it. */
import type { Mention } from '../mentions/mention.js';
import { namedAlone } from './known.js';
import type { RuleContext } from './rule.js';
import type { TypedSentence } from './typed-sentence.js';

/** Sentences back in which it may be named. */
const reach = 4;

/** The program that the sentence names, else the last one before, else the only one that the text names. */
export function programOf(sentence: TypedSentence, context: RuleContext): Mention | undefined {
  const before = context.sentences.slice(Math.max(0, sentence.index - reach), sentence.index + 1).toReversed();
  const near = before.map((each) => programIn(each, context)).find((each) => each !== undefined);
  if (near !== undefined) return near;
  if (!onlyPrograms.has(context)) onlyPrograms.set(context, onlyProgram(context));
  return onlyPrograms.get(context);
}

/** Of each text that was asked for: all of its sentences are read once. */
const onlyPrograms = new WeakMap<RuleContext, Mention | undefined>();

function onlyProgram(context: RuleContext): Mention | undefined {
  const all = context.sentences.flatMap((each) => programIn(each, context) ?? []);
  const ids = new Set(all.map((each) => context.idOf(each)));
  return ids.size === 1 ? all[0] : undefined;
}

/** A program by its name, or by what it trades: "exports of used cars" may be a name of one. */
export function programIn(sentence: TypedSentence, context: RuleContext): Mention | undefined {
  const named = sentence.parts.flatMap((part) =>
    part.type === 'Mention' && part.mention.label === 'Program' ? [part.mention] : [],
  );
  return named.at(-1) ?? traded(sentence, context);
}

const trades =
  /(?<trade>exports?|imports?|sales)\sof\s(?:the\s)?<Product:(?<at>\d+)>|<Product:(?<before>\d+)>\s(?<after>exports?|imports?|sales)\b/gu;

function traded({ typed, parts }: TypedSentence, context: RuleContext): Mention | undefined {
  for (const { groups = {} } of typed.matchAll(trades)) {
    const part = parts[Number(groups['at'] ?? groups['before'])];
    const trade = groups['trade'] ?? groups['after'] ?? '';
    const id = part?.type === 'Mention' ? part.mention.entity : undefined;
    const names = id === undefined ? [] : (context.lexicon.entity(id)?.names ?? []);
    const found = names
      .map(({ value }) => namedAlone(`${value.replace(/s$/u, '')} ${trade}`, context))
      .find((each) => each?.label === 'Program');
    if (found !== undefined) return { ...found, how: 'REFERENCE', confidence: 0.7 };
  }
  return undefined;
}
