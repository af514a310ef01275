/** The entities that a text names: those that the graph does not have, and which the document mentions. */
import { entities } from '../../../model/model.js';
import type { Mention } from '../../mentions/mention.js';
import { kindOfName } from '../named-kinds.js';
import type { Suggestion } from '../proposal.js';
import type { ReadingRule, RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';

export const newEntity: ReadingRule = {
  name: 'new-entity',
  example: 'It met the Wandmakers Association (WA) on Monday.',
  read: (sentence, context) =>
    firstMentions(sentence, context).flatMap(({ id, mention }) =>
      context.naming.isNew(id) ? [entityOf(id, mention, context)] : [],
    ),
};

export const documentMentions: ReadingRule = {
  name: 'document-mentions',
  example: 'The Ministry of Magic was quiet.',
  read: (sentence, context) =>
    firstMentions(sentence, context)
      .filter(({ mention }) => entities[mention.label].inTexts !== 'NEVER')
      .map(({ id, mention }) => ({
        kind: 'CLAIM',
        claim: { subject: context.document, predicate: 'MENTIONS', object: id },
        confidence: mention.confidence,
        why: `The sentence is the first that names it: ${mention.reason}.`,
        summary: `${mention.newName ?? mention.text} is named.`,
      })),
};

/** The entities that are named here first. */
function firstMentions({ parts }: TypedSentence, { naming }: RuleContext): { readonly id: string; readonly mention: Mention }[] {
  return parts.flatMap((part) => {
    const id = part.type === 'Mention' ? naming.idOf(part.mention) : undefined;
    if (part.type !== 'Mention' || id === undefined) return [];
    return naming.named(id).mentions[0] === part.mention ? [{ id, mention: part.mention }] : [];
  });
}

function entityOf(
  id: string,
  { label, confidence, reason, newName = '' }: Mention,
  { naming, reading }: RuleContext,
): Suggestion {
  const names = naming.namesOf(naming.named(id), reading.language);
  const [property] = names.flatMap(({ value }) => kindOfName(label, value));
  return {
    kind: 'ENTITY',
    entity: { id, label, names, properties: property === undefined ? undefined : [property] },
    confidence,
    why: `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.`,
    summary: `${newName} is named.`,
  };
}
