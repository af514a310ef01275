/** Nouns and pronouns that mean an act or program named before: "the new program", "It also encourages", 该通知. */
import type { Mention } from '../mentions/mention.js';
import { actNouns, chineseActNouns } from './act-nouns.js';
import { placeInText, type TypedSentence } from './typed-sentence.js';

const programNouns = 'pilot program(?:me)?|pilots?|programs?|programmes?|schemes?|initiatives?|campaigns?';
const nouns = new RegExp(
  String.raw`\b(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hat|[Tt]hose)\s(?:(?:new|joint|latest|same|export|trial|two-year)\s)?(?<noun>(?:(?<program>${programNouns})|(?<act>${actNouns})))\b(?!\s(?:of|for|on|to)\b|['’-])`,
  'gu',
);
const chineseNouns = new RegExp(
  String.raw`(?:该|本|此|上述|这[一项份个]{1,2})(?<noun>(?<program>试点|项目|工程|倡议|专项行动)|(?<act>${chineseActNouns}|文件|政策))`,
  'gu',
);
/** A sentence that begins so goes on about what the one before began with. */
const pronoun =
  /^(?<noun>It|They)\s(?:also\s)?(?:encourages?|supports?|requires?|calls?|aims?|seeks?|directs?|orders?|bans?|prohibits?|allows?|provides?|stipulates?|covers?|applies|apply|sets?|takes?|took|will|came|comes|includes?|was|were|repeals?|replaces?|amends?|establish\w*|launch\w*|promotes?)\b/gu;

const nameOf = ({ entity, newName }: Mention): string | undefined => entity ?? newName;

/** The acts and programs named so far. */
export class NamedBefore {
  private readonly acts: Mention[] = [];
  private program: Mention | undefined;
  /** The last act that each noun may mean, and how many acts that was found among. */
  private readonly meant = new Map<string, { readonly act: Mention | undefined; readonly among: number }>();
  private subject: Mention | undefined;

  /** The mentions by nouns and pronouns of a sentence. */
  read(sentence: TypedSentence): Mention[] {
    const found = [...this.nounsOf(sentence), ...this.pronounOf(sentence)];
    return found;
  }

  /** What a sentence names, in order, for the sentences after it. */
  remember(mentions: readonly Mention[], sentenceStart: number): void {
    const kept = mentions.filter(({ label }) => label === 'Policy' || label === 'Program');
    this.acts.push(...kept.filter(({ label }) => label === 'Policy'));
    this.program = kept.findLast(({ label }) => label === 'Program') ?? this.program;
    const first = kept.find(({ start }) => start - sentenceStart < 6);
    this.subject = first ?? (new Set(kept.map(nameOf)).size === 1 ? kept[0] : undefined);
  }

  private nounsOf(sentence: TypedSentence): Mention[] {
    const matches = [...sentence.typed.matchAll(nouns), ...sentence.typed.matchAll(chineseNouns)];
    return matches.flatMap(({ 0: all, index, groups = {} }) => {
      const noun = groups['noun'] ?? '';
      const of = groups['program'] === undefined ? this.act(noun) : this.program;
      return of === undefined ? [] : [reference(sentence, of, noun, index + all.length - noun.length)];
    });
  }

  private pronounOf(sentence: TypedSentence): Mention[] {
    const { subject } = this;
    if (subject === undefined) return [];
    return [...sentence.typed.matchAll(pronoun)].map(({ groups }) => reference(sentence, subject, groups?.['noun'] ?? '', 0));
  }

  /** The last act whose name has the noun; of one sort of act with another, such as "the document", the last of all. */
  private act(noun: string): Mention | undefined {
    const key = noun.toLowerCase().replace(/s$/u, '');
    const isAny = /^(?:document|policy document|文件|政策)$/u.test(key);
    const { act: before, among } = this.meant.get(key) ?? { act: undefined, among: 0 };
    const later = this.acts.slice(among);
    const act = later.findLast(({ newName, text }) => isAny || `${newName ?? ''} ${text}`.toLowerCase().includes(key)) ?? before;
    this.meant.set(key, { act, among: this.acts.length });
    return act;
  }
}

function reference(sentence: TypedSentence, of: Mention, text: string, at: number): Mention {
  const start = placeInText(sentence, at);
  const end = start + Array.from(text).length;
  const confidence = Math.min(of.confidence, 0.7);
  return { ...of, start, end, text, how: 'REFERENCE', confidence, reason: `${of.text} was named before` };
}
