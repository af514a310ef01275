/** What acts and programs order, allow or fund, and what they are for. */
import { assertionOf } from '../assertion.js';
import { claimOf } from '../claim.js';
import type { Suggestion } from '../proposal.js';
import { chineseProvisions, chinesePurposes } from '../provisions/chinese.js';
import { englishProvisions, goingOn } from '../provisions/english.js';
import { englishPurposes } from '../provisions/english-purposes.js';
import type { Found, Provision } from '../provisions/provision.js';
import { isHeadline } from '../boilerplate.js';
import type { ReadingRule, RuleContext } from '../rule.js';
import { languageOf, namesOf, topicsOf } from '../topics.js';
import type { TypedSentence } from '../typed-sentence.js';
import { condensed } from '../wording/condensed.js';

/** Sentences back in which an act goes on being the subject. */
const reach = 4;

export const actProvides: ReadingRule = {
  name: 'act-provides',
  example: 'The Wand Safety Regulations require owners to register, ban long wands and encourage the use of holsters.',
  read: (sentence, context) =>
    provisionsIn(sentence, context, 'PROVIDES').flatMap((provision) => suggested(provision, sentence, context)),
};

export const actPurpose: ReadingRule = {
  name: 'act-purpose',
  example: 'The Wand Safety Regulations aim to prevent accidents at school.',
  read: (sentence, context) =>
    provisionsIn(sentence, context, 'PURPOSE').flatMap((provision) => suggested(provision, sentence, context)),
};

function foundIn(sentence: TypedSentence, predicate: Provision['predicate']): Found[] {
  if (languageOf(sentence) === 'zh')
    return [...chineseProvisions(sentence), ...chinesePurposes(sentence)].filter((found) => found.predicate === predicate);
  return predicate === 'PROVIDES' ? englishProvisions(sentence) : englishPurposes(sentence);
}

/** Of a sentence that names no act, the one that the sentences right before are about. */
function provisionsIn(sentence: TypedSentence, context: RuleContext, predicate: Provision['predicate']): Provision[] {
  const own = foundIn(sentence, predicate);
  const found =
    own.length > 0 || predicate === 'PURPOSE' ? own : goingOn(sentence).filter(() => isAfterProvision(sentence, context));
  return found.flatMap((each) => {
    const subject =
      each.subject ?? subjectBefore(sentence, context) ?? (/^(?:The|Its)\s/u.test(sentence.typed) ? onlyAct(context) : undefined);
    return subject === undefined ? [] : [{ ...each, subject }];
  });
}

/** In its paragraph, with nothing between that is no provision. */
function isAfterProvision({ index, start }: TypedSentence, { sentences, characters }: RuleContext): boolean {
  const before = sentences[index - 1];
  if (before === undefined || characters.slice(before.end, start).includes('\n')) return false;
  return foundIn(before, 'PROVIDES').length > 0 || (goingOn(before).length > 0 && index > 1);
}

/** Where a text is about one act, it is the one that "the goal is" and the like speak of. */
function onlyAct({ sentences, idOf }: RuleContext): Provision['subject'] | undefined {
  const acts = new Map(
    sentences
      .flatMap(({ parts }) => parts)
      .flatMap((part) =>
        part.type === 'Mention' && part.mention.label === 'Policy' ? [[idOf(part.mention), part.mention] as const] : [],
      ),
  );
  return acts.size === 1 ? [...acts.values()][0] : undefined;
}

function subjectBefore({ index }: TypedSentence, { sentences }: RuleContext): Provision['subject'] | undefined {
  for (const before of sentences.slice(Math.max(0, index - reach), index).toReversed()) {
    const own = (['PROVIDES', 'PURPOSE'] as const).flatMap((predicate) => foundIn(before, predicate));
    const named = own.find(({ subject }) => subject !== undefined)?.subject;
    if (named !== undefined) return named;
    if (own.length === 0 && goingOn(before).length === 0) return actOf(before);
  }
  return undefined;
}

/** The only act or program that a sentence names. */
function actOf({ parts }: TypedSentence): Provision['subject'] | undefined {
  const acts = parts.flatMap((part) =>
    part.type === 'Mention' && ['Policy', 'Program'].includes(part.mention.label) ? [part.mention] : [],
  );
  return new Set(acts.map(({ entity, newName }) => entity ?? newName)).size === 1 ? acts[0] : undefined;
}

function suggested(provision: Provision, sentence: TypedSentence, context: RuleContext): Suggestion[] {
  const { predicate, subject, content, opening, sign, confidence } = provision;
  const assertion = assertionOf(sentence, { start: content.from, end: content.to }, context);
  const { value, advice } = condensed(sentence, [content], opening);
  if (assertion === undefined || isRelation(provision, sentence) || !/\p{L}{3}/u.test(value) || isHeadline(sentence)) return [];
  const id = context.idOf(subject);
  const about = topicsOf(sentence, [content], context, id === undefined ? [] : [id]);
  const said = {
    subject,
    predicate,
    value,
    about,
    confidence,
    why: `“${sign}” says what ${subject.newName ?? subject.text} ${predicate === 'PROVIDES' ? 'provides' : 'is for'}.${advice}`,
    summary: summaryOf(provision, sentence, namesOf(about, languageOf(sentence))),
  };
  return claimOf(said, assertion, context);
}

/** "supports the initiative": a relation between the two. */
const isRelation = ({ content }: Provision, { typed }: TypedSentence): boolean =>
  /^\s*(?:the\s)?[“"《]?<Program:\d+>[”"》]?[.。]?$/u.test(typed.slice(content.from, content.to));

function summaryOf({ subject, predicate }: Provision, sentence: TypedSentence, topic: string): string {
  const name = subject.newName ?? subject.text;
  const isRule = predicate === 'PROVIDES';
  if (languageOf(sentence) === 'zh') return `${name}的${isRule ? '内容' : '目的'}${topic === '' ? '' : `涉及${topic}`}。`;
  if (isRule) return topic === '' ? `${name} sets a rule.` : `What ${name} sets out concerns ${topic}.`;
  return topic === '' ? `${name} has a purpose.` : `The purpose of ${name} concerns ${topic}.`;
}
