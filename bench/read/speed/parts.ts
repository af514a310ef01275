/** How long each part of reading a text takes, in seconds of the processor: other programs hardly change them. */
import { groupBy } from '../../../src/graph/group-by.js';
import { amountsIn } from '../../../src/reading/amounts.js';
import { attributed } from '../../../src/reading/claims/attributed.js';
import { Cuts } from '../../../src/reading/claims/cuts.js';
import { Naming } from '../../../src/reading/claims/naming.js';
import { documentId, proposalsOf } from '../../../src/reading/claims/propose.js';
import type { Suggestion } from '../../../src/reading/claims/proposal.js';
import type { ReadingRule, RuleContext } from '../../../src/reading/claims/rule.js';
import { lastRules, rules } from '../../../src/reading/claims/rules/rules.js';
import { sentencesToRead } from '../../../src/reading/claims/sentences.js';
import { speechesOf } from '../../../src/reading/claims/speech/speeches.js';
import type { TypedSentence } from '../../../src/reading/claims/typed-sentence.js';
import { datesIn } from '../../../src/reading/dates.js';
import { mentionsIn } from '../../../src/reading/mentions.js';
import type { Lexicon } from '../../../src/reading/mentions/lexicon.js';
import { readText } from '../../../src/reading/read-text.js';

const published = '2026-05-20';

/** All of it. */
export function secondsToRead(text: string, lexicon: Lexicon): number {
  return timed(() => proposalsOf(readText(text, { date: published }, lexicon), lexicon)).seconds;
}

/** Rules that find nothing are timed too: each reads every sentence. */
export function secondsByPart(text: string, lexicon: Lexicon): ReadonlyMap<string, number> {
  const seconds = new Map<string, number>();
  const part = <T>(name: string, run: () => T): T => {
    const { result, seconds: taken } = timed(run);
    seconds.set(name, taken);
    return result;
  };
  part('mentions', () => mentionsIn(text, lexicon));
  part('dates', () => datesIn(text, { published }));
  part('amounts', () => amountsIn(text, { published }));
  const reading = readText(text, { date: published }, lexicon);
  const sentences = part('typed sentences', () => sentencesToRead(reading, lexicon));
  const speeches = part('speeches', () => groupBy(speechesOf(text, sentences, new Cuts()), ({ sentence }) => sentence));
  const speechesIn = (sentence: TypedSentence) => speeches.get(sentence) ?? [];
  const characters = Array.from(text);
  const naming = part('naming', () => new Naming(sentences, characters, lexicon));
  const document = documentId(reading);
  const context: RuleContext = { reading, characters, sentences, speechesIn, lexicon, document, naming, idOf: naming.idOf };
  const found = rules.flatMap((rule) => part(`rule ${rule.name}`, () => read(rule, context)));
  for (const rule of lastRules) part(`last rule ${rule.name}`, () => read(rule, context));
  part('attribution', () => found.map(([sentence, suggestion]) => attributed(suggestion, sentence, context)));
  return seconds;
}

const read = (rule: ReadingRule, context: RuleContext): (readonly [TypedSentence, Suggestion])[] =>
  context.sentences.flatMap((sentence) => rule.read(sentence, context).map((suggestion) => [sentence, suggestion] as const));

function timed<T>(run: () => T): { readonly result: T; readonly seconds: number } {
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  return { result, seconds: (user + system) / 1_000_000 };
}
