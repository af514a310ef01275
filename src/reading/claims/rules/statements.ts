/** Who said what, of what, where and to whom. */
import { labelsOfEnd } from '../../../model/model.js';
import type { Mention } from '../../mentions/mention.js';
import type { ProposedClaim, Suggestion } from '../proposal.js';
import type { ReadingRule, RuleContext } from '../rule.js';
import { isSaid, passageOf, trimmed, type Speech } from '../speech/speech.js';
import { languageOf, namesOf, topicsOf } from '../topics.js';
import type { TypedSentence } from '../typed-sentence.js';
import { condensed } from '../wording/condensed.js';

export const statementReported: ReadingRule = {
  name: 'statement-reported',
  example: 'Jane Doe, director of the Ministry of Magic, told the Daily Prophet that wands would cost more.',
  read: (sentence, context) => statementsIn(sentence, context, (speech) => !isSource(speech)),
};

/** Of facts with a source, only those that no other rule can type: else the source is that of the fact. */
export const sourceReports: ReadingRule = {
  name: 'source-reports',
  example: 'According to the Ministry of Magic, the wands of Avalon grow longer.',
  read: (sentence, context) => statementsIn(sentence, context, isSource),
};

function statementsIn(sentence: TypedSentence, context: RuleContext, isWanted: (speech: Speech) => boolean): Suggestion[] {
  const own = context.speechesIn(sentence);
  const wanted = own.filter((speech) => isWanted(speech) && !isOnlyReport(speech, own));
  return wanted.flatMap((speech) => statements(speech, own, context));
}

/** What bodies report is news or data, what people say is an opinion. */
const isSource = ({ speakers, verb, isInferred }: Speech): boolean =>
  isInferred === true ||
  (speakers.every(({ label }) => label !== 'Person') &&
    /^(?:according to|report|show|indicat|found|finds|estimat|disclos|reveal)|报道|显示|表明|统计|数据|消息|调查|公布|发布|通报|披露/u.test(
      verb,
    ));

/** "The Daily Prophet reported that the ministry said …": the ministry's statement, by the newspaper's report. */
function isOnlyReport(speech: Speech, others: readonly Speech[]): boolean {
  const start = trimmed(speech.sentence.typed, speech.said[0] ?? speech.frame).from;
  return (
    speech.speakers.every(({ label }) => label === 'Organization') &&
    others.some((other) => other !== speech && isSaid(speech, other.frame.from, other.frame.to) && other.frame.from <= start + 4)
  );
}

function statements(speech: Speech, own: readonly Speech[], context: RuleContext): Suggestion[] {
  const { sentence } = speech;
  const reporters = own.filter((other) => other !== speech && isSaid(other, speech.frame.from, speech.frame.to));
  const attributedTo = idsOf(
    reporters.flatMap(({ speakers }) => speakers),
    context,
  );
  return speech.speakers.flatMap((speaker) => {
    const subject = context.idOf(speaker);
    if (subject === undefined || !labelsOfEnd('source', 'STATED').includes(speaker.label)) return [];
    const { value, advice } = condensed(sentence, speech.said, speech.opening);
    if (!/\p{L}{2}/u.test(value)) return [];
    const about = topicsOf(sentence, speech.said, context, [subject]);
    const claim: ProposedClaim = {
      subject,
      predicate: 'STATED',
      value,
      about: listed(idsOf(about, context)),
      ...circumstances(speech, subject, context),
      attributedTo: listed(attributedTo.filter((id) => id !== subject)),
    };
    const summary = summaryOf(speaker, about, sentence);
    return [
      {
        kind: 'CLAIM',
        claim,
        confidence: round(speech.confidence * speaker.confidence ** 0.2),
        why: `“${speech.verb}” reports what ${speaker.newName ?? speaker.text} said.${advice}`,
        summary,
        passages: [{ ...passage(speech), summary }],
      },
    ];
  });
}

const round = (confidence: number): number => Math.round(confidence * 100) / 100;
const listed = (ids: readonly string[]): readonly string[] | undefined => (ids.length > 0 ? ids : undefined);
const idsOf = (mentions: readonly Mention[], { idOf }: RuleContext): string[] => [
  ...new Set(mentions.map(idOf).filter((id) => id !== undefined)),
];

/** The sentence where the speaker is in it; of a quote that goes on, the quote. */
const passage = ({ sentence, said, frame }: Speech): { start: number; end: number } =>
  frame.to > frame.from || said[0] === undefined ? sentence : { ...passageOf(sentence, said[0]) };

/** Where, when and to whom, from the words that are not themselves said. */
function circumstances(
  speech: Speech,
  subject: string,
  { idOf }: RuleContext,
): Pick<ProposedClaim, 'event' | 'saidOn' | 'saidTo'> {
  const outside = partsOutside(speech);
  const event = outside.find(({ part }) => part.type === 'Mention' && part.mention.label === 'Event')?.part;
  const date = outside.find(
    ({ part, before }) => part.type === 'Date' && part.date.bound === undefined && isWhenSaid(before, speech),
  )?.part;
  const listener = outside.find(
    ({ part, before }) =>
      part.type === 'Mention' && part.mention.label === 'Organization' && toWhom.test(before) && idOf(part.mention) !== subject,
  )?.part;
  return {
    event: event?.type === 'Mention' ? idOf(event.mention) : undefined,
    saidOn: date?.type === 'Date' ? date.date.edtf : undefined,
    saidTo: listener?.type === 'Mention' ? idOf(listener.mention) : undefined,
  };
}

const toWhom =
  /(?:\btold (?:the |a |its )?|\binterview (?:with|by) (?:the )?|\bspeaking (?:to|with) (?:the )?|告诉|接受|对|向)$/u;

/** A date beside the verb, or that the sentence begins with: not one in a clause of its own. */
function isWhenSaid(before: string, { frame }: Speech): boolean {
  if (before.length < frame.from) return /^["“]?(?:(?:[Oo]n|[Ii]n|[Ee]arly|[Ll]ate|[Ee]arlier|在|于)\s?){0,2}$/u.test(before);
  return !/\b(?:who|which|where|whose|since|from|until)\b/u.test(before.slice(frame.from));
}

function partsOutside({ sentence, said, frame }: Speech): { part: TypedSentence['parts'][number]; before: string }[] {
  const { typed, parts } = sentence;
  return [...typed.matchAll(/<[A-Za-z]+:(\d+)>/g)].flatMap(({ 1: at, index }) => {
    const part = parts[Number(at)];
    const isOutside = !said.some(({ from, to }) => from <= index && index < to) || (frame.from <= index && index < frame.to);
    return part === undefined || !isOutside ? [] : [{ part, before: typed.slice(0, index) }];
  });
}

function summaryOf(speaker: Mention, about: readonly Mention[], sentence: TypedSentence): string {
  const language = languageOf(sentence);
  const [who, topic] = [speaker.newName ?? speaker.text, namesOf(about, language)];
  if (language === 'zh') return topic === '' ? `${who}表明了看法。` : `${who}谈${topic}。`;
  return topic === '' ? `${who} gives a view.` : `${who} comments on ${topic}.`;
}
