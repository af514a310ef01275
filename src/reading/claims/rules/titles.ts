/** Titles without a body: "its chairwoman, Jane Doe", "spokesman John Doe". */
import type { Mention } from '../../mentions/mention.js';
import { factRule } from '../fact-rule.js';
import { kindOfName } from '../named-kinds.js';
import { one, plainWords, type Match } from '../pattern.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';

const person = one('person', 'Person');
const rank = String.raw`(?:(?:vice|deputy|executive|managing|general|acting)[ -])*`;
const alone = String.raw`(?<title>${rank}(?:chief (?:executive|finance|financial|operating|technology|investment|risk|legal|commercial)(?: officer)?|CEO|CFO|COO|CTO|(?:deputy|vice|junior|state) minister|chair(?:man|woman|person)?|governor|managing director|secretary[- ]general|director[- ]general|spokes(?:man|woman|person)))`;
const its = String.raw`(?<title>${rank}(?:director|president|head|leader|chief (?:executive|finance|financial|operating|technology|investment|risk|legal|commercial)(?: officer)?|CEO|CFO|chair(?:man|woman|person)?|secretary[- ]general|manager|governor|spokes(?:man|woman|person)))`;

export const positionOfTopic = factRule({
  name: 'position-of-topic',
  example: 'The Broom Guild Association grows. Its chairwoman, Jane Doe, spoke.',
  isPhrase: true,
  patterns: [],
  given: [
    new RegExp(String.raw`\bits\s${its},?\s${person}`, 'giu'),
    new RegExp(
      String.raw`(?<!>(?:['’]s?)?\s|\b(?:former|ex)[ -]|\b(?:minister|of|and)\s)\b${alone}\s${person}(?!,?\s(?:of|from|at|with|for)\s)`,
      'giu',
    ),
    new RegExp(String.raw`${person},\s(?:the\s)?${alone}(?:\sand\s(?:co-)?founder)?,\s(?!(?:of|at|for|from|and)\s)`, 'giu'),
  ],
  said: (match, sentence, context) => {
    const [who, where] = [match.mention('person'), bodyOf(match, sentence, context)];
    if (who === undefined || where === undefined) return [];
    const title = plainWords(match.words('title'), sentence);
    const why = `The text gives the title, and has spoken of no other body that it fits.`;
    const summary = `${who.newName ?? who.text} is ${title} of ${where.newName ?? where.text}.`;
    return [{ subject: who, predicate: 'HOLDS_POSITION', object: where, qualifiers: { title }, confidence: 0.75, why, summary }];
  },
});

/** The only body of this paragraph and the one before that has such a title, or the only such one that has spoken. */
function bodyOf(match: Match, sentence: TypedSentence, context: RuleContext): Mention | undefined {
  const before = context.sentences.filter(({ index, start }) => index <= sentence.index && start >= beginOf(sentence, context));
  const ends = sentence.parts.length > 0 ? (match.mention('person')?.start ?? 0) : 0;
  const bodies = before
    .flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'Mention' ? [part.mention] : [])))
    .filter((each) => each.start < ends && fits(each, match.words('title'), context));
  const spoke = new Set(before.flatMap((each) => context.speechesIn(each).flatMap(({ speakers }) => speakers.map(context.idOf))));
  const spokeJust = new Set(
    context.sentences
      .filter(({ index }) => index === sentence.index - 1)
      .flatMap((each) => context.speechesIn(each).flatMap(({ speakers }) => speakers.map(context.idOf))),
  );
  return (
    only(bodies, context) ??
    only(
      bodies.filter((each) => spokeJust.has(context.idOf(each))),
      context,
    ) ??
    only(
      bodies.filter((each) => spoke.has(context.idOf(each))),
      context,
    )
  );
}

function only(bodies: readonly Mention[], { idOf }: RuleContext): Mention | undefined {
  return new Set(bodies.map(idOf)).size === 1 ? bodies[0] : undefined;
}

/** Where the paragraph before begins. */
function beginOf({ start }: TypedSentence, { reading: { paragraphs } }: RuleContext): number {
  const own = paragraphs.findIndex((each) => each.start <= start && start < each.end);
  return paragraphs[Math.max(0, own - 1)]?.start ?? 0;
}

function fits({ label, entity, newName, text }: Mention, title: string, { lexicon }: RuleContext): boolean {
  if (label !== 'Agency' && label !== 'Organization') return false;
  const name = newName ?? text;
  const kinds = entity === undefined ? kindOfName(label, name).map(({ value }) => value) : (lexicon.entity(entity)?.kinds ?? []);
  if (kinds.includes('MEDIA') || kinds.includes('EXCHANGE')) return false;
  if (/\bminister$/iu.test(title)) return label === 'Agency' && /\bMinistry\b/u.test(name);
  if (/governor/iu.test(title)) return kinds.includes('CENTRAL_BANK') || /\b(?:Bank|Reserve)\b/u.test(name);
  return label === 'Organization' || /director|spokes|head/iu.test(title);
}
