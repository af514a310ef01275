/** Acts and departments that a text speaks of without a name: "a joint notice on used cars", "the research department of the ministry". */
import type { Label } from '../../model/model.js';
import type { Mention } from '../mentions/mention.js';
import { matchesOf, one, plainWords } from './pattern.js';
import type { Lexicon } from '../mentions/lexicon.js';
import { actNouns, chineseActNouns } from './act-nouns.js';
import { placeInText, type TypedSentence } from './typed-sentence.js';

const issuing = String.raw`(?:issued?|issues|issuing|released?|releases|publish(?:ed|es)|unveil(?:ed|s)|promulgated?|announce[ds]|adopt(?:ed|s)|approved?|approves|passed|passes|introduced|introduces|rolled out|rolls out|put out|launched|launches)`;
const adjectives = String.raw`(?:[\p{Ll}-]+\s){0,3}?`;
const noun = String.raw`(?<head>${adjectives}(?:${actNouns}))\b(?!['’]|,?\s(?:titled|entitled|called|named|known as)\s)`;

/** An act is new to the text where it is issued in the same breath. */
const acts: readonly RegExp[] = [
  new RegExp(
    String.raw`\b${issuing}\s(?:on\s<Date:\d+>\s|<Date:\d+>\s|jointly\s)?(?:an?|another|two|three|several|a set of|a series of|a package of|a list of|its (?:first|latest|new)|the (?:first|latest|new))?\s?(?<=\s)${noun}`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:[Aa]n?|[Aa]nother|[Nn]ew)\s${noun}[^.;]{0,100}?\s(?:was|were|has been|have been|jointly|recently|which was)?\s?(?:jointly\s)?(?:issued|released|published|unveiled|announced|promulgated|adopted|approved)\b`,
    'gu',
  ),
  new RegExp(
    String.raw`(?:印发|发布|公布|出台|下发|颁布)(?:了)?(?:一[项份则个]|两[项份则个])?(?<about>关于[^，。；《》]{2,60}的)?(?<head>${chineseActNouns})(?=[，。；、]|要求|明确|提出|称|指出|规定)`,
    'gu',
  ),
];

/** Before "issued a notice": there is none. */
const notIssued =
  /(?:\b(?:not|never|yet to|nor|neither|without|no plans? to|declin\p{Ll}+ to|refus\p{Ll}+ to|fail\p{Ll}+ to|den(?:ied|ies|y|ying)(?:\s[^.;,]*)?)|n[’']t)\s(?:(?:been|yet|ever|itself|that|it|having)\s)*$|(?:没有|未|并未|尚未|从未|否认)(?:曾)?$/u;

const department = new RegExp(
  String.raw`\b(?:[Tt]he|[Ii]ts)\s(?<head>(?:[\p{Ll}-]+\s){1,3}(?:department|bureau|office|division|institute|center|centre|committee)|(?:\p{Lu}[\p{L}-]+\s){1,3}(?:Department|Bureau|Office|Division|Center|Centre|Committee))(?<joint>\s(?:of|at|under)\s(?:the\s|<Region:\d+>['’]s\s)?)${one('whole', 'Agency', 'Organization')}`,
  'gu',
);
/** "The ministry's trade department". */
const departmentOf = new RegExp(
  String.raw`${one('whole', 'Agency', 'Organization')}['’]s\s(?<head>(?:[\p{Ll}-]+\s){1,3}(?:department|bureau|office|division|institute))\b`,
  'gu',
);
const chineseDepartment = new RegExp(
  String.raw`${one('whole', 'Agency', 'Organization')}(?<head>\p{Script=Han}{2,10}?(?:司|局|厅|处|研究院|办公室|研究所|中心|部门|委员会))(?=副?(?:司长|局长|厅长|处长|院长|主任|所长)|研究员|(?:相关|有关)?负责人|专家)`,
  'gu',
);

/** The mentions that a sentence has besides those by name. */
export function unnamedIn(sentence: TypedSentence, published: string | undefined, lexicon: Lexicon): Mention[] {
  return [
    ...acts.flatMap((pattern) =>
      matchesOf(pattern, sentence).flatMap((match) => {
        if (notIssued.test(sentence.typed.slice(0, match.start))) return [];
        const about = match.words('about');
        const name =
          about === '' ? actName(match.words('head'), match, sentence, { published, lexicon }) : `${about}${match.words('head')}`;
        return [mention(sentence, match.words('head'), match, 'Policy', name)];
      }),
    ),
    ...matchesOf(department, sentence).flatMap((match) => {
      const [head, whole] = [match.words('head'), match.mention('whole')];
      if (whole === undefined) return [];
      return [
        mention(sentence, head, match, whole.label, `${capital(head)}${plainWords(match.words('joint'), sentence)}${whole.text}`),
      ];
    }),
    ...matchesOf(departmentOf, sentence).flatMap((match) => {
      const [head, whole] = [match.words('head'), match.mention('whole')];
      const of = whole?.newName ?? (whole?.how === 'REFERENCE' ? undefined : whole?.text);
      return whole === undefined || of === undefined
        ? []
        : [mention(sentence, head, match, whole.label, `${capital(head)} of ${of}`)];
    }),
    ...matchesOf(chineseDepartment, sentence).flatMap((match) => {
      const [head, whole] = [match.words('head'), match.mention('whole')];
      return whole === undefined ? [] : [mention(sentence, head, match, whole.label, `${whole.text}${head}`)];
    }),
  ];
}

type At = ReturnType<typeof matchesOf>[number];

function mention(sentence: TypedSentence, text: string, { start, end }: At, label: Label, newName: string): Mention {
  const at = sentence.typed.lastIndexOf(text, end - text.length);
  const place = placeInText(sentence, at < start ? start : at);
  const reason = 'the text speaks of it without a name';
  return { start: place, end: place + Array.from(text).length, text, how: 'NEW', label, newName, confidence: 0.5, reason };
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

interface Around {
  readonly published: string | undefined;
  readonly lexicon: Lexicon;
}

/** "Notice on used cars (2026)": what it is about, or who issued it, and the year. */
function actName(head: string, { start }: At, sentence: TypedSentence, { published, lexicon }: Around): string {
  const { typed, parts } = sentence;
  const kind = capital(head.replace(adjective, '').replace(/(?<=guideline|notice|plan|law|decree|circular|agreement)s$/u, ''));
  const rest = typed.slice(typed.indexOf(head, start) + head.length).replace(/^\s(?:on\s|in\s|dated\s)?<Date:\d+>,?/u, '');
  const agency = parts.find((part) => part.type === 'Mention' && part.mention.label === 'Agency');
  const of = agency?.type === 'Mention' ? ` of ${agency.mention.text}` : '';
  const date = parts.find((part) => part.type === 'Date');
  const year = /\d{4}/u.exec((date?.type === 'Date' ? date.date.edtf : published) ?? '')?.[0];
  return `${kind}${topicOf(rest, sentence, lexicon) ?? of}${year === undefined ? '' : ` (${year})`}`;
}

const adjective =
  /^(?:(?:new|joint|separate|further|draft|detailed|first|official|comprehensive|revised|set|series|package|of)\s)+/u;
const trade = String.raw`(?<trade>\s(?:exports?|imports?|trade|sales|market|industry|recycling))`;
const thing = String.raw`(?<thing><(?:Product|Sector|Program):(?<at>\d+)>)`;

/** What an act is about: as the text says after "on", or the first thing that it names, as the graph calls it. */
function topicOf(rest: string, sentence: TypedSentence, lexicon: Lexicon): string | undefined {
  const said = /^\s(?:on|regarding|concerning|about|for|governing|covering|related to)\s(?!<Date)([^,.;“”()]{3,120})/u.exec(
    rest,
  )?.[1];
  const words = said
    ?.replace(/\s(?:that|which|who|(?<!related\s|relating\s|respect\s)to|in order|(?:on|in|from)\s<Date).*$/u, '')
    .replace(/\s<Date:\d+>$/u, ''); // "issued a circular on used cars last month"
  if (words !== undefined && /^(?:the\s)?<(?:Product|Sector):\d+>$/u.exec(words) === null)
    return ` on ${plainWords(words, sentence)}`;
  const groups = (new RegExp(`^[^.;]*?${thing}${trade}`, 'u').exec(rest) ?? new RegExp(`^[^.;]*?${thing}`, 'u').exec(rest))
    ?.groups;
  if (groups === undefined) return undefined;
  const name = nameInGraph(groups['at'] ?? '', sentence, lexicon);
  return ` on ${groups['trade'] === undefined ? name : name.replace(/s$/u, '')}${groups['trade'] ?? ''}`;
}

/** The name of a thing in the graph, so that two texts name one act alike. */
function nameInGraph(at: string, { parts }: TypedSentence, lexicon: Lexicon): string {
  const part = parts[Number(at)];
  if (part?.type !== 'Mention') return '';
  const { entity, text } = part.mention;
  const names = entity === undefined ? [] : (lexicon.entity(entity)?.names ?? []);
  const name = names.find(({ lang, kind }) => lang === 'en' && kind === 'PREFERRED')?.value;
  return name === undefined ? text : name.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
}
