/** Whose word a claim is that some rule suggests. */
import type { Suggestion } from './proposal.js';
import type { RuleContext } from './rule.js';
import { isSaid, type Speech } from './speech/speech.js';
import { placeInText, type TypedSentence } from './typed-sentence.js';

/** A fact that lies in reported speech is its speaker's, unless its rule says that it is nobody's. */
export function attributed(suggestion: Suggestion, sentence: TypedSentence, context: RuleContext): Suggestion {
  if (suggestion.kind === 'ENTITY') return suggestion;
  if (suggestion.kind === 'CLAIM' && suggestion.claim.attributedTo?.length === 0)
    return { ...suggestion, claim: { ...suggestion.claim, attributedTo: undefined } };
  const own = context.speechesIn(sentence);
  const speech = own.findLast((each) => isReported(suggestion, each, context));
  const ids = [...new Set(speech?.speakers.flatMap((speaker) => context.idOf(speaker) ?? []))];
  if (ids.length === 0) return suggestion;
  if (suggestion.kind === 'CLAIM') return { ...suggestion, claim: { ...suggestion.claim, attributedTo: ids } };
  return { ...suggestion, observation: { ...suggestion.observation, attributedTo: ids } };
}

/** Not where the rule says whose word it is, and not of what the document or the speaker is. */
function isReported(suggestion: Suggestion, speech: Speech, context: RuleContext): boolean {
  if (suggestion.kind === 'OBSERVATION')
    return suggestion.observation.attributedTo === undefined && hasAmount(speech) && isInside(suggestion, speech);
  if (suggestion.kind !== 'CLAIM') return false;
  const { subject, object, predicate, attributedTo } = suggestion.claim;
  if (attributedTo !== undefined || predicate === 'STATED' || subject === context.document) return false;
  const ends = [subject, object].filter((id) => id !== undefined);
  return isInside(suggestion, speech) && ends.every((id) => saidOf(speech, context).has(id));
}

/** Of a passage that is no whole sentence: whether what was said has all of it. */
function isInside({ passages = [] }: Suggestion, { sentence, said }: Speech): boolean {
  return passages.every(({ start, end }) => {
    const isWhole = start <= sentence.start && sentence.end <= end;
    const holds = said.some((part) => placeInText(sentence, part.from) <= start && end <= placeInText(sentence, part.to));
    return isWhole || holds;
  });
}

function saidOf(speech: Speech, { idOf }: RuleContext): ReadonlySet<string | undefined> {
  return new Set(partsOf(speech).map((part) => (part.type === 'Mention' ? idOf(part.mention) : undefined)));
}

const hasAmount = (speech: Speech): boolean => partsOf(speech).some(({ type }) => type === 'Amount');

function partsOf(speech: Speech): TypedSentence['parts'][number][] {
  const { typed, parts } = speech.sentence;
  return [...typed.matchAll(/<[A-Za-z]+:(\d+)>/g)].flatMap(({ 1: at, index }) => {
    const part = parts[Number(at)];
    return part === undefined || !isSaid(speech, index) ? [] : [part];
  });
}
