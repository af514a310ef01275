/** What no other rule can type: facts about what a sentence mentions, for a person to decide. */
import type { Mention } from '../../mentions/mention.js';
import { isBoilerplate } from '../boilerplate.js';
import type { Suggestion } from '../proposal.js';
import type { ReadingRule, RuleContext } from '../rule.js';
import { languageOf, namesOf, topicsOf } from '../topics.js';
import type { TypedSentence } from '../typed-sentence.js';
import { condensed } from '../wording/condensed.js';

const confidence = 0.3;

export const sentenceNoted: ReadingRule = {
  name: 'sentence-noted',
  example: 'Many villages of Avalon still have no broom of their own.',
  read: (sentence, context) => (isBoilerplate(sentence, context.characters) ? [] : [noteOn(sentence, context)]),
};

function noteOn(sentence: TypedSentence, context: RuleContext): Suggestion {
  const whole = { from: 0, to: sentence.typed.length };
  const main = subjectOf(sentence, context);
  const subject = (main === undefined ? undefined : context.idOf(main)) ?? context.document;
  const about = topicsOf(sentence, [whole], context, [subject]);
  const { value, advice } = condensed(sentence, [whole]);
  return {
    kind: 'CLAIM',
    claim: {
      subject,
      predicate: 'NOTE',
      value,
      about: about.length > 0 ? about.flatMap((each) => context.idOf(each) ?? []) : undefined,
    },
    confidence: main === undefined ? confidence / 2 : confidence,
    why: `No other rule reads this sentence: a relation or an indicator may say it better.${advice}`,
    summary: summaryOf(sentence, [...(main === undefined ? [] : [main]), ...about]),
  };
}

function summaryOf(sentence: TypedSentence, mentions: readonly Mention[]): string {
  const language = languageOf(sentence);
  const names = namesOf(mentions, language);
  if (names === '') return language === 'zh' ? '文中提到这一点。' : 'The text says so.';
  return language === 'zh' ? `文中谈到${names}。` : `The text speaks of ${names}.`;
}

/** "In Avalon, ", "Compared with owls, ": not what the sentence is about. */
const opening =
  /^(?:(?:In|On|At|By|For|Since|Among|As|With|Under|Amid|Compared|During|After|Before|Besides|Unlike|From|Through|Despite|Due|Because|When|While|Although|If|According|Within|Over|To)\b[^,]{0,140},\s|(?:在|为|据|自|从|随着|对于|关于|截至|与|由于|虽然|尽管|当)[^，]{0,60}，)/u;

/** The first that the main clause names; of "Avalon's used brooms", the brooms. */
function subjectOf(sentence: TypedSentence, context: RuleContext): Mention | undefined {
  const { typed } = sentence;
  const start = opening.exec(typed)?.[0].length ?? 0;
  const known = placesOf(sentence).filter(({ mention }) => context.idOf(mention) !== undefined);
  const main = known.filter(({ at }) => at >= start);
  const first = main[0] ?? (hasPronoun(typed.slice(start)) ? undefined : known[0]);
  const somebody = personBefore(sentence, typed.slice(start), context);
  if (somebody !== undefined) return somebody;
  if (first === undefined) return topicsOf(sentence, [], context, [])[0];
  const next = main.find(({ at }) => at > first.at);
  const isOwner =
    first.mention.label === 'Region' &&
    next !== undefined &&
    /^(?:['’]s\s|的)(?:[\p{Ll}-]+\s){0,2}$/u.test(typed.slice(first.end, next.at));
  return isOwner ? next.mention : first.mention;
}

/** "She declined to say": the last person named before. */
function personBefore({ index }: TypedSentence, clause: string, { sentences }: RuleContext): Mention | undefined {
  if (!/^(?:He|She|he|she|他|她)(?![\p{L}们])|^(?:他|她)(?!们)/u.test(clause)) return undefined;
  const before = sentences.slice(Math.max(0, index - reach), index).toReversed();
  return before.flatMap((sentence) => placesOf(sentence).toReversed()).find(({ mention }) => mention.label === 'Person')?.mention;
}

/** Sentences back in which a person may have been named. */
const reach = 4;

const hasPronoun = (typed: string): boolean => /^(?:It|They|This|These|That|Its|Their|He|She|它|他|她|这)\b/u.test(typed);

function placesOf({ typed, parts }: TypedSentence): { readonly mention: Mention; readonly at: number; readonly end: number }[] {
  return [...typed.matchAll(/<[A-Za-z]+:(\d+)>/g)].flatMap(({ 0: token, 1: number, index }) => {
    const part = parts[Number(number)];
    return part?.type === 'Mention' ? [{ mention: part.mention, at: index, end: index + token.length }] : [];
  });
}
