/** All that a text reports that somebody said, over its sentences. */
import { limits } from '../../../limits.js';
import type { Mention } from '../../mentions/mention.js';
import type { TypedSentence } from '../typed-sentence.js';
import { isHeadline, isRhetoric } from '../boilerplate.js';
import type { Cuts } from '../cuts.js';
import { askedIn } from './interview.js';
import { chineseFrames } from './chinese.js';
import { englishFrames } from './english.js';
import { masked, quotesIn, type Quote } from './quotes.js';
import { mentionsIn, type Frame, type Speech } from './speech.js';

export function speechesOf(text: string, sentences: readonly TypedSentence[], cuts: Cuts): Speech[] {
  const reader = new SpeechReader(cuts);
  const paragraphs = paragraphsOf(text, sentences);
  const asked = askedIn(paragraphs);
  for (const paragraph of paragraphs)
    for (const [index, sentence] of paragraph.entries())
      if (asked.has(sentence)) reader.ask(sentence);
      else reader.read(sentence, index === 0);
  return reader.found.toSorted((a, b) => a.sentence.index - b.sentence.index);
}

function paragraphsOf(text: string, sentences: readonly TypedSentence[]): TypedSentence[][] {
  const characters = Array.from(text);
  const paragraphs: TypedSentence[][] = [];
  for (const [index, sentence] of sentences.entries()) {
    const before = sentences[index - 1];
    const isNew = before === undefined || characters.slice(before.end, sentence.start).includes('\n');
    if (isNew) paragraphs.push([sentence]);
    else paragraphs.at(-1)?.push(sentence);
  }
  return paragraphs;
}

/** A quote whose speaker comes after it. */
interface Waiting {
  readonly sentence: TypedSentence;
  readonly quotes: readonly Quote[];
}

/** Whose words a paragraph is. */
type Turn = Pick<Speech, 'speakers' | 'verb' | 'confidence'>;

/** How a sentence begins that goes on with what was said before it. */
const goesOn =
  /^(?:(?:[Mm]eanwhile|[Ii]n addition|[Bb]esides|[Mm]oreover|[Ff]urthermore|[Aa]t the same time|[Aa]lso),\s|(?:It|They|He|She)\s(?:will|would|is going to|plans to)\s|(?:此外|同时|另外|与此同时)，|(?:中方|我方|我们|双方|下一步|接下来)[^“：]{4})/u;
/** Of the text itself: who else did what. */
const isRemark = (typed: string): boolean => /^[^,，]{3,20}[,，]\s?(?:the\s)?<(?:Person|Agency|Organization):\d+>/u.test(typed);
/** A question, a headline, or another outlet's line. */
const endsTurn = (sentence: TypedSentence): boolean =>
  isHeadline(sentence) ||
  /^(?:<(?:Agency|Organization):\d+>)?\p{Script=Han}{0,8}<Person:\d+>[^，。：]{0,20}(?:表示|说|指出|称|介绍|强调)/u.test(
    sentence.typed,
  ) ||
  /^(?:Q\d*[.:：]|Question:|问[：:]|记者[：:]|Sources?:|来源)/u.test(sentence.typed);
const isLong = (typed: string): boolean => (typed.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []).length > 4;
const wholeOf = (typed: string): Quote => {
  const lead = /^(?:[AQ]\d*[.:：]|Answer:|答[：:]|<\w+:0>(?:\s\([^)]*\))?(?:答)?[:：])\s?/u.exec(typed)?.[0].length ?? 0;
  return { from: lead, to: typed.length, isOpen: false, isContinued: false };
};

const most = limits.reading.sentenceSpeeches.value;

/** Reads the sentences of a text in their order. */
class SpeechReader {
  readonly found: Speech[] = [];
  private person: Mention | undefined;
  private body: Mention | undefined;
  /** Of the last speech in this paragraph: whose quote may go on. */
  private last: Speech | undefined;
  private latest: readonly Mention[] = [];
  private isInside = false;
  private waiting: Waiting[] = [];
  private turn: Turn | undefined;
  /** Who answers the questions of the text: 水运局负责人回答了记者提问. */
  private answerer: Mention | undefined;

  constructor(private readonly cuts: Cuts) {}

  read(sentence: TypedSentence, isNewParagraph: boolean): void {
    if (isNewParagraph) this.begin(sentence);
    const quotes = quotesIn(sentence.typed, this.isInside);
    const frames = this.framesOf(sentence, quotes);
    if (frames.length > 0) this.framed(frames);
    else if (quotes.length > 0) this.quoted(sentence, quotes);
    else this.unframed(sentence);
    this.isInside = quotes.at(-1)?.isOpen === true;
    this.remember(sentence, frames);
  }

  /** Of an interview: the interviewer is not the speaker. */
  ask(sentence: TypedSentence): void {
    this.begin(sentence);
    this.turn = undefined;
    this.remember(sentence, []);
  }

  /** A quote of several paragraphs opens again in each, and closes in the last. */
  private begin(sentence: TypedSentence): void {
    if (!(this.isInside && /^[“"]/u.test(sentence.typed))) this.last = undefined;
    this.turn = this.turnOf(sentence) ?? (endsTurn(sentence) ? undefined : this.turn);
    this.isInside = false;
    this.waiting = [];
  }

  /** "A1. …", 答：…, "Jane Doe: …": whose turn a paragraph of an interview is. */
  private turnOf({ typed, parts }: TypedSentence): Turn | undefined {
    const isNamed = /^<Person:0>(?:\s\([^)]*\))?[:：]\s?\S/u.test(typed);
    const isAnswer = /^(?:A\d*[.:：]|Answer:|答[：:]|<(?:Person|Agency):0>答[：:])/u.test(typed);
    const first = parts[0]?.type === 'Mention' && /^<(?:Person|Agency)/u.test(typed) ? parts[0].mention : undefined;
    const speaker = first ?? (/^答[：:]/u.test(typed) ? this.answerer : undefined) ?? this.person ?? this.body;
    if (!(isNamed || isAnswer) || speaker === undefined) return undefined;
    return { speakers: [speaker], verb: 'answers', confidence: 0.8 };
  }

  private framesOf(sentence: TypedSentence, quotes: readonly Quote[]): Speech[] {
    const words = masked(sentence.typed, quotes);
    const all = (/\p{Script=Han}/u.test(words) ? chineseFrames : englishFrames)(sentence, words);
    if (all.length > most) this.cuts.add(sentence, 'MANY_STATEMENTS');
    const frames = all.slice(0, most);
    return frames.flatMap((frame, index) => {
      const speakers = this.speakersOf(frame);
      const { pronoun: _, isContinuation: __, ...speech } = frame;
      return speakers.length === 0 ? [] : [{ ...speech, sentence, speakers, said: cut(frame, frames.slice(index + 1)) }];
    });
  }

  private speakersOf({ speakers, pronoun }: Frame): readonly Mention[] {
    if (speakers.length > 0 || pronoun === undefined) return speakers;
    if (pronoun === 'LAST') return this.latest;
    return [pronoun === 'PERSON' ? this.person : this.body].filter((each) => each !== undefined);
  }

  private framed(speeches: readonly Speech[]): void {
    const [first] = speeches as readonly [Speech];
    const isAfter = first.said.length === 0 || (first.said[0]?.to ?? 0) <= first.frame.from;
    if (isAfter) for (const each of this.waiting) this.found.push(speechOf(each, first));
    this.waiting = [];
    this.found.push(...speeches.filter(({ said }) => said.length > 0));
    this.last = speeches.at(-1);
    this.latest = this.last?.speakers ?? [];
  }

  /** "It will also …" after "The ministry said that …", and all of an answer. */
  private unframed(sentence: TypedSentence): void {
    const { typed } = sentence;
    const speech = this.turn ?? (goesOn.test(typed) && !isRemark(typed) ? this.last : undefined);
    if (speech !== undefined && !isRhetoric(sentence) && isLong(typed))
      this.found.push({
        ...speechOf({ sentence, quotes: [wholeOf(typed)] }, speech),
        confidence: speech.confidence * 0.6,
        isInferred: true,
      });
    if (this.turn === undefined && speech === undefined) this.last = undefined;
  }

  /** A sentence of a quote belongs to the speaker before it, else to the one that is named after it. */
  private quoted(sentence: TypedSentence, quotes: readonly Quote[]): void {
    const around = masked(sentence.typed, quotes).replaceAll('▒', '');
    const isWhole = !/\p{L}/u.test(around);
    if (this.last !== undefined && (isWhole || quotes[0]?.isContinued === true))
      this.found.push(speechOf({ sentence, quotes: isWhole ? quotes : quotes.slice(0, 1) }, this.last));
    else if (isWhole) this.waiting.push({ sentence, quotes });
    else this.last = undefined;
  }

  private remember(sentence: TypedSentence, speeches: readonly Speech[]): void {
    this.answerer = answererOf(sentence) ?? this.answerer;
    const all = [
      ...mentionsIn(sentence, { from: 0, to: sentence.typed.length }),
      ...speeches.flatMap(({ speakers }) => speakers),
    ];
    this.person = all.findLast(({ label }) => label === 'Person') ?? this.person;
    const spoke = speeches.flatMap(({ speakers }) => speakers).find(isBody);
    this.body = spoke ?? all.find(isBody) ?? this.body;
  }
}

/** Who is said to answer: the person, or the first body of the sentence. */
function answererOf(sentence: TypedSentence): Mention | undefined {
  if (!/答[^。？]{0,8}记者(?:提)?问|回答[^。？]{0,12}(?:提问|问题)|接受[^。？]{0,12}(?:采访|专访)/u.test(sentence.typed))
    return undefined;
  const named = mentionsIn(sentence, { from: 0, to: sentence.typed.length });
  return (
    named.find(({ label }) => label === 'Person') ?? named.find(({ label }) => label === 'Agency' || label === 'Organization')
  );
}

const isBody = ({ label }: Mention): boolean => label === 'Agency' || label === 'Organization' || label === 'Region';

const speechOf = ({ sentence, quotes }: Waiting, { speakers, verb, confidence }: Turn): Speech => ({
  sentence,
  speakers,
  verb,
  said: quotes.map(({ from, to }) => ({ from, to })),
  frame: { from: 0, to: 0 },
  confidence: confidence * 0.9,
});

/** What was said ends where the speaker goes on with another verb. */
function cut({ said, frame }: Frame, later: readonly Frame[]): Frame['said'] {
  const next = later.find(({ isContinuation, frame: other }) => isContinuation === true && other.from >= frame.to);
  if (next === undefined) return said;
  return said.flatMap(({ from, to }) => (from >= next.frame.from ? [] : [{ from, to: Math.min(to, next.frame.from) }]));
}
