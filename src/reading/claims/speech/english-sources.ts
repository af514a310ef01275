/** "According to …": who says something without a verb of saying. */
import { matchesOf } from '../pattern.js';
import type { TypedSentence } from '../typed-sentence.js';
import type { Frame, Part } from './speech.js';

const lead = String.raw`(?<=^["“]?|[,;:”"(—]\s?|\b(?:and|but|while|that)\s)(?:[Aa]ccording to|[Ii]n the (?:words|view|opinion|eyes) of|[Aa]s (?:reported|quoted|stated|noted|announced) by|[Cc]iting)\s`;
const end = String.raw`(?=,\s|[.;]?["”)]?$|\)|\s(?:and|as|from|in|on|which)\s)`;
const speakers = String.raw`<(?:Person|Agency|Organization|Region):\d+>`;
/** "data from China's Ministry of Commerce": the last body named is who says it. */
const pattern = new RegExp(
  String.raw`${lead}(?<source>[^,<“”;]{0,60}(?:<(?:Region|Date):\d+>(?:['’]s)?\s(?:[\p{Ll}]+\s){0,3}?)?(?<speaker>${speakers})(?:['’]s?\s[^,“”;]{0,60}?)?(?:\s\([^)]*\))?(?:\s(?:released|published|issued|figures|data|statistics|officials|experts|analysts)[^,“”;]{0,40}?)?)${end}`,
  'gu',
);
/** "Luo Lei, deputy head of the association," */
const apposition =
  /^,\s(?:the\s|an?\s|its\s)?(?:[\p{L}-]+\s){0,4}(?:director|head|chief|chair\w*|president|minister|governor|secretary\S*|analyst|economist|researcher|professor|manager|founder|CEO|spokes\w+|expert|official|mayor|partner|fellow)\b[^,“”;]{0,120}(?=,|[.]?$)/u;

export const accordingTo = (sentence: TypedSentence, masked: string): Frame[] =>
  matchesOf(pattern, { typed: masked, parts: sentence.parts }).flatMap((match) => {
    const speaker = match.mention('speaker');
    if (speaker === undefined || /^(?:In|in|As|as)\sthe\s$/u.test(match.words('source')) || isWhere(match.words('source')))
      return [];
    const more = apposition.exec(masked.slice(match.end))?.[0].length ?? 0;
    const frame = { from: match.start, to: match.end + more };
    const isLast = /<Person:\d+>/u.test(match.words('speaker')) || !/\b(?:experts|analysts)\b/u.test(match.words('source'));
    return [
      { speakers: [speaker], verb: 'according to', frame, said: saidAround(masked, frame), confidence: isLast ? 0.85 : 0.5 },
    ];
  });

/** "Diplomats in Japan": who they are is not said. */
const isWhere = (source: string): boolean => /^[\p{Ll}\s-]+\s(?:in|from|near)\s(?:the\s)?<Region:\d+>$/u.test(source);

/** All of the sentence but what says who speaks. */
function saidAround(masked: string, { from, to }: Part): Part[] {
  const around = [
    { from: 0, to: from },
    { from: to, to: masked.length },
  ];
  return around.filter((part) => /[\p{L}▒]{3}/u.test(masked.slice(part.from, part.to)));
}

const quoted = new RegExp(
  String.raw`(?<speaker>${speakers})(?:,[^,“”;]{1,120},)?\s(?:was|were|is|has been)\s(?:quoted|cited)(?:\sby\s(?:the\s)?(?<outlet><Organization:\d+>)|\sin\s(?:the\s)?<Organization:\d+>)?\sas\s(?:saying|telling|writing)(?:\sthat\s|:?\s)`,
  'gu',
);

/** "Jane Doe was quoted by the Daily Prophet as saying". */
export const quotedAs = (sentence: TypedSentence, masked: string): Frame[] =>
  matchesOf(quoted, { typed: masked, parts: sentence.parts }).map((match) => ({
    speakers: match.mentions('speaker'),
    verb: 'quoted as saying',
    frame: { from: match.start, to: match.end },
    said: [{ from: match.end, to: masked.length }],
    confidence: 0.85,
  }));
