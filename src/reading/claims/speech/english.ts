/** Where English sentences say who says what. */
import { matchesOf } from '../pattern.js';
import type { TypedSentence } from '../typed-sentence.js';
import { accordingTo, quotedAs } from './english-sources.js';
import { speakerAfter, speakerBefore, type Speaker } from './english-subject.js';
import { complementOf, continuing, openingOf, verbPattern, type Complement } from './english-verbs.js';
import type { Frame, Part } from './speech.js';

/** What is between a speaker and what is said is no report: denied, wished, supposed, passive, or asked. */
const unsaid =
  /(?:\b(?:not|never|nor|to|would|could|might|may|should|must|can|cannot|will|refus\w+|declin\w+|fail\w+|is|are|was|were|be|been|being|it is|widely)|n['’]t)\s(?:\p{Ll}+ly\s|yet\s)?$/u;
const supposed =
  /(?:^|[\s“"])(?:if|unless|whether|what|how|when|until|before|after|once|no one|nobody|had|should|did|does|do|neither)\s(?:the\s)?$/iu;

/** The frames of a sentence in which quotes are unreadable. */
export function englishFrames(sentence: TypedSentence, masked: string): Frame[] {
  if (/[?？]["”]?$/u.test(masked)) return [];
  const frames = [
    ...accordingTo(sentence, masked),
    ...quotedAs(sentence, masked),
    ...[...masked.matchAll(verbPattern())].flatMap((match) => verbFrame(sentence, masked, match) ?? []),
  ];
  return [...frames, ...continued(sentence, masked, frames)].toSorted((a, b) => a.frame.from - b.frame.from);
}

function verbFrame(sentence: TypedSentence, masked: string, { 0: all, index, groups = {} }: RegExpMatchArray): Frame | undefined {
  const at = index ?? 0;
  const [before, after] = [masked.slice(0, at), masked.slice(at + all.length)];
  if (unsaid.test(before)) return undefined;
  const end = at + all.length;
  const verb = groups['verb'];
  const inverse =
    !/^(?:tell|told)/u.test(all) && /(?:[,”"▒]\s?|--\s|^)$/u.test(before) ? speakerAfter(sentence, masked, end) : undefined;
  if (inverse !== undefined && verb !== undefined)
    return postposed(masked, { ...inverse, from: at }, { verb, from: at, to: inverse.to });
  const speaker = speakerBefore(sentence, masked, at);
  if (speaker === undefined || supposed.test(masked.slice(0, speaker.from))) return undefined;
  if (verb === undefined)
    return frameOf(speaker, all, { from: speaker.from, to: end }, [{ from: end, to: masked.length }], openingOf(all));
  return preposedThat(masked, speaker, verb, end) ?? framed(masked, speaker, verb, end, after);
}

const frameOf = (
  { speakers, pronoun, confidence }: Omit<Speaker, 'from'>,
  verb: string,
  frame: Part,
  said: readonly Part[],
  opening?: string,
): Frame => ({ speakers, pronoun, confidence, verb, frame, said, opening });

/** To whom, where and when: "told the newspaper in an interview on Monday". */
const addressee = String.raw`\s(?:to\s)?(?:the\s|its\s|a\s|an\s)?(?:<(?:Organization|Person|Agency|Region):\d+>(?:\s(?:reporters?|journalists?|newspaper))?|[\p{L}’' -]{3,40}?)`;
const where = String.raw`(?:,?\s(?:to|at|in|on|during|via|through|over)\s(?:<\w+:\d+>|(?!\bthat\b)[^,“”:;<▒]){1,90}?|,?\s(?:<Date:\d+>|earlier|recently|today|yesterday|last \p{L}+|this \p{L}+|again))`;
const thats = new RegExp(String.raw`^(?:${where}|${addressee})?(?:${where})?,?\sthat,?\s`, 'u');
const colon = new RegExp(String.raw`^(?:${where}|${addressee})?(?:${where})?:\s?`, 'u');
const quote = new RegExp(String.raw`^(?:${where}|${addressee})?(?:${where})?,?\s(?=["“]▒)`, 'u');
const ended = new RegExp(String.raw`^(?:${where}|${addressee})?(?:${where})?(?=[.,;]|["”]?$)`, 'u');

/** "said that …", "said: …". */
function preposedThat(masked: string, speaker: Speaker, verb: string, end: number): Frame | undefined {
  const after = masked.slice(end);
  const lead = thats.exec(after) ?? colon.exec(after) ?? (isQuoteBefore(masked, speaker) ? null : quote.exec(after));
  if (
    lead === null ||
    /^\s(?:no|little|any|scant|insufficient|not enough)\s|^\s(?:all|those|the (?:\p{L}+\s)?\p{L}+)\sthat\s/u.test(lead[0])
  )
    return undefined;
  const from = end + lead[0].length;
  const opening = verb.startsWith('den') ? 'Denies that' : undefined;
  return frameOf(speaker, verb, { from: speaker.from, to: from }, [{ from, to: masked.length }], opening);
}

const isQuoteBefore = (masked: string, { from }: Speaker): boolean => /▒[”"]?,?\s$/u.test(masked.slice(0, from));

/** Words with which what somebody said does not begin. */
const noClause =
  /^(?:to|nothing|little|so|no|yes|goodbye|farewell|in|at|on|for|with|from|about|whether|what|how|why|who|which|and|or|as|by|of|against|than|like|sorry|more|much|as)\b/u;
const finite =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|needs?|does|do|did|remains?|continues?|plans?|aims?|expects?|wants?)\b/u;

/** "…, the ministry said.", "the ministry said the tax would rise". */
function framed(masked: string, speaker: Speaker, verb: string, end: number, after: string): Frame | undefined {
  const isAfter = saysBefore(masked.slice(0, speaker.from));
  const close = ended.exec(after);
  const as = /(?:^|,\s)[Aa]s\s(?:the\s)?$/u.exec(masked.slice(0, speaker.from));
  if (as !== null && close !== null && after.startsWith(',')) return asSaid(masked, speaker, verb, { from: as.index, to: end });
  if (close !== null && (isAfter || /^["”]?\.?$/u.test(after.slice(close[0].length))))
    return isAfter || speaker.from === 0
      ? postposed(masked, speaker, { verb, from: withTitle(masked, speaker.from), to: end + close[0].length })
      : undefined;
  const complement: Complement = complementOf(verb);
  const time = /^(?:\s(?:(?:on\s)?<Date:\d+>|in a statement|in an interview|at a press conference))*\s/u.exec(after)?.[0] ?? ' ';
  const clause = after.slice(time.length);
  if (complement !== 'CLAUSE' || noClause.test(clause) || !isClause(verb, clause)) return undefined;
  if (/^t(?:old|ell)/u.test(verb)) return told(masked, speaker, verb, end);
  const from = end + time.length;
  return frameOf(speaker, verb, { from: speaker.from, to: from }, [{ from, to: masked.length }]);
}

/** After "said" a clause needs no sign of one: what else has a few words? */
const isClause = (verb: string, clause: string): boolean =>
  finite.test(clause) || (/^(?:said|says?|thinks?|hopes?)$/u.test(verb) && clause.split(/\s+/).length > 3);

/** The ", the firm's president" before ", Jane Doe, said". */
const titleBefore =
  /,\s(?:the\s|its\s|an?\s)?(?:<\w+:\d+>['’]s?\s|\p{L}+['’]s\s)?(?:[\p{Ll}-]+\s){0,3}(?:director(?:[- ]general)?|president|head|minister|governor|chair\p{Ll}*|secretary(?:[- ]general)?|spokes\p{Ll}+|leader|officer|chief|chief executive|founder|economist|analyst),\s$/u;

const withTitle = (masked: string, from: number): number => titleBefore.exec(masked.slice(0, from))?.index ?? from;

/** "As the ministry noted, …". */
function asSaid(masked: string, speaker: Speaker, verb: string, frame: Part): Frame {
  const parts = [
    { from: 0, to: frame.from },
    { from: frame.to, to: masked.length },
  ];
  return frameOf(
    speaker,
    verb,
    frame,
    parts.filter(({ from, to }) => hasWords(masked.slice(from, to))),
  );
}

/** "told reporters the tax would rise". */
function told(masked: string, speaker: Speaker, verb: string, end: number): Frame | undefined {
  const to =
    /^\s(?:the\s)?(?:<(?:Organization|Person|Agency):\d+>|reporters|journalists|newspaper|lawmakers)(?:\s(?:on\s)?<Date:\d+>)?\s/u.exec(
      masked.slice(end),
    );
  if (to === null) return undefined;
  const from = end + to[0].length;
  return frameOf(speaker, verb, { from: speaker.from, to: from }, [{ from, to: masked.length }]);
}

/** When something was said, or how it is linked to the sentence before: nothing that was said. */
const adverbial =
  /^(?:(?:In|On|At|By|Since|During|Over|From|Until|For|Under|After|Before|Following|Last|This|Earlier|Later)\s(?:[\p{L}-]+\s){0,3}(?:<\w+:\d+>|[\p{L}-]+)(?:\s[\p{L}-]+){0,2}|<Date:\d+>|\p{Lu}\p{Ll}+)(?:\s<Date:\d+>)?,\s$/u;

/** Whether what is before a speaker may be what was said. */
const saysBefore = (before: string): boolean =>
  /[,”"—▒]\s$|--\s$/u.test(before) && hasWords(before) && !(adverbial.test(before) && !finite.test(before));

const hasWords = (text: string): boolean => /[\p{L}▒]/u.test(text);

/** What was said is before the speaker, and may go on after: “It is dear,” she said, “but good.” */
function postposed(masked: string, speaker: Speaker, { verb, from, to }: Part & { readonly verb: string }): Frame {
  const rest = masked.slice(to);
  const goesOn =
    /^,\s(?=["“]▒)|^,\s(?!(?:which|who|whose|adding|saying|noting|citing|after|as|while|when|but|and|where|with|\p{Ll}+ing)\b)(?=\p{Ll}|<)/u.exec(
      rest,
    );
  const first = [{ from: 0, to: from }].filter((part) => hasWords(masked.slice(part.from, part.to)));
  const more = goesOn === null ? [] : [{ from: to + goesOn[0].length, to: masked.length }];
  return frameOf(speaker, verb, { from, to }, [...first, ...more]);
}

/** "…, adding that …": of the same speaker, or of what the sentence begins with. */
function continued(sentence: TypedSentence, masked: string, frames: readonly Frame[]): Frame[] {
  return [...masked.matchAll(new RegExp(continuing, 'gu'))].flatMap(({ 0: all, index, groups = {} }) => {
    const end = index + all.length;
    const lead = /^(?:\s(?:that\s)?|:\s?)/u.exec(masked.slice(end))?.[0];
    const first = frames.findLast(({ frame }) => frame.from < index) ?? initial(sentence, masked, index);
    const clause = masked.slice(end + (lead ?? '').length);
    if (lead === undefined || first === undefined) return [];
    if (!lead.includes('that') && !/^["“]?▒/u.test(clause) && !finite.test(clause)) return [];
    const part = { from: index, to: end + lead.length };
    return [
      {
        ...frameOf(first, groups['going'] ?? groups['went'] ?? '', part, [{ from: part.to, to: masked.length }]),
        isContinuation: true,
      },
    ];
  });
}

function initial(sentence: TypedSentence, masked: string, before: number): Omit<Speaker, 'from'> | undefined {
  const start =
    /^(?:(?:On|In|At|During)\s[^,]{1,60},\s|[\p{L}]+,\s)?(?:[Tt]he\s)?(?:<(?:Person|Agency|Organization|Region):\d+>|(?<pronoun>[Hh]e|[Ss]he|[Ii]t)(?=\s))/u.exec(
      masked.slice(0, before),
    );
  if (start === null) return undefined;
  const pronoun = start.groups?.['pronoun'];
  if (pronoun !== undefined) return { speakers: [], pronoun: /it/iu.test(pronoun) ? 'BODY' : 'PERSON', confidence: 0.6 };
  const [match] = matchesOf(/(?<speaker><(?:Person|Agency|Organization|Region):\d+>)$/gu, {
    typed: start[0],
    parts: sentence.parts,
  });
  return { speakers: match?.mentions('speaker') ?? [], confidence: 0.7 };
}
