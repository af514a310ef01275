/** When acts take effect and end, when programs begin and end, and the numbers of acts. */
import { factRule } from '../fact-rule.js';
import { matchesOf, one, type Match } from '../pattern.js';
import type { Said } from '../claim.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';
import type { Mention } from '../../mentions/mention.js';

const act = one('act', 'Policy');
const quote = String.raw`["”’》]?(?:\s?\([^)]*\)|（[^）]*）)?`;
const day = String.raw`(?<day><Date:\d+>)`;
const gap = String.raw`(?:[^.;。；<]|<(?!Policy)[A-Za-z]+:\d+>){0,90}?`;

const dated =
  (property: string, why: string) =>
  (match: Match, sentence: TypedSentence, context: RuleContext): Said[] => {
    const subject = match.mention('act') ?? actBefore(match, sentence, context);
    const value = (match.date('day') ?? match.date('day2'))?.edtf;
    if (subject === undefined || value === undefined || changed.test(sentence.typed.slice(0, match.start))) return [];
    const summary = `${property} of ${subject.newName ?? subject.text}: ${value}.`;
    return [{ subject, predicate: property, value, confidence: 0.88, why, summary }];
  };

/** "The rules amend the Wand Order and take effect": what is amended is not what takes effect. */
const changed = /\b(?:replac|repeal|amend|supersed|revok|abolish|annul|implement|supplement)\p{Ll}*\s(?:the\s)?$/u;
/** 试点自7月1日起实施: a program of the own sentence begins, and no act takes effect. */
const undertaken = /(?:试点|行动|计划|项目|工程|活动)[》”]?(?:将|拟|工作)?$|<Program:\d+>[》”]?(?:将|拟|工作)?$/u;

/** The act that a sentence goes on about: the last one named before, here or in the two sentences before. */
function actBefore({ start }: Match, sentence: TypedSentence, { sentences }: RuleContext): Mention | undefined {
  if (undertaken.test(sentence.typed.slice(0, start))) return undefined;
  const acts = (each: TypedSentence) => matchesOf(new RegExp(act, 'gu'), each);
  const own = acts(sentence).filter(({ end }) => end <= start);
  const before = sentences.slice(Math.max(0, sentence.index - 2), sentence.index).flatMap(acts);
  return [...before, ...own].at(-1)?.mention('act');
}

export const actTakesEffect = factRule({
  name: 'act-takes-effect',
  example: 'The Wand Safety Regulations take effect on July 1, 2026.',
  patterns: [
    new RegExp(
      String.raw`${act}${quote}${gap}(?<!not\s|n['’]t\s)\b(?:takes?|took|taking|comes?|came|coming|goes|go|went|enter(?:s|ed|ing)?)\s(?:into\s|in\s)?(?:effect|force)\s(?:on\s|in\s|from\s|as of\s|starting\s(?:from\s|on\s)?)?${day}`,
      'gu',
    ),
    new RegExp(
      String.raw`${act}${quote}${gap}(?<!not\s)\b(?:effective|applicable|in force|in effect)\s(?:on\s|from\s|as of\s|since\s|starting\s)?${day}`,
      'gu',
    ),
    new RegExp(
      String.raw`(?:^|[,;]\s(?:and\s)?|\band\s)(?:[Tt]hey|[Ii]t)\s(?:will\s)?(?:takes?|took|comes?|came|went|entered)\s(?:into\s|in\s)?(?:effect|force)\s(?:on\s|in\s|from\s)?${day}`,
      'gu',
    ),
    new RegExp(
      String.raw`(?:(?:自|从|于)${day}(?:起|开始)?|(?<=，)(?<day2><Date:\d+>)(?:起|开始))(?:正式)?(?:施行|实施|执行|生效)`,
      'gu',
    ),
  ],
  said: dated('effectiveFrom', 'The sentence says since when the act is in force.'),
});

export const actEnds = factRule({
  name: 'act-ends',
  example: 'The Wand Safety Regulations are valid until June 30, 2028.',
  patterns: [
    new RegExp(
      String.raw`${act}${quote}${gap}(?<!not\s)\b(?:valid|in force|in effect|effective|run|last)\s(?:until|till|through|to)\s${day}`,
      'gu',
    ),
    new RegExp(String.raw`${act}${quote}${gap}(?<!not\s)\b(?:expires?|expired|lapses?|lapsed)\s(?:on\s|in\s)?${day}`, 'gu'),
    new RegExp(String.raw`(?:有效期(?:至|到)|执行(?:至|到)|实施(?:至|到))${day}`, 'gu'),
  ],
  said: dated('effectiveTo', 'The sentence says until when the act is in force.'),
});

const number = String.raw`(?<number>\p{Script=Han}{1,10}[〔[（(【]\d{4}[〕\])）】]\s?(?:第)?\d+\s?号)`;
export const actNumbered = factRule({
  name: 'act-numbered',
  example: '魔法部发布《魔杖安全条例》（魔发〔2024〕12号）。',
  patterns: [
    new RegExp(String.raw`${act}》?\s?[（(]${number}(?:[）)]|[，,；;][^（）()]{0,40}[）)])`, 'gu'),
    new RegExp(String.raw`(?:文号|发文字号)(?:为|是|：|:)?${number}`, 'gu'),
  ],
  said: (match, sentence, context) => {
    const subject = match.mention('act') ?? actBefore(match, sentence, context);
    const value = match.words('number');
    const why = 'Its number is behind its name.';
    return subject === undefined
      ? []
      : [
          {
            subject,
            predicate: 'documentNumber',
            value,
            confidence: 0.92,
            why,
            summary: `The number of ${subject.newName ?? subject.text} is ${value}.`,
          },
        ];
  },
});

const program = one('act', 'Program');
export const programBegins = factRule({
  name: 'program-begins',
  example: 'The used-broom export pilot was launched in 2019.',
  patterns: [
    new RegExp(
      String.raw`${program}${quote},?(?:\s(?:which|that))?(?:\s(?:was|were|has been|had been|is))?(?:\s(?:first|officially|formally))?\s(?:launched|began|begun|started|kicked off|initiated|introduced|set up|established)\s(?:on|in)\s${day}`,
      'gu',
    ),
    new RegExp(
      String.raw`\b(?:launched|began|started|initiated|introduced|established|set up)\s(?:the\s|a\s)?${program}\s(?:on|in)\s${day}`,
      'gu',
    ),
    new RegExp(
      String.raw`${program}${quote},?\s(?:an?\s(?:[\p{Ll}-]+\s){1,3})?(?:which|that)\s(?:the\s)?<(?:Agency|Organization):\d+>\s(?:(?:launched|set up|started|introduced|created|established)\sin|(?:has run|runs|has run)\ssince)\s${day}`,
      'gu',
    ),
    new RegExp(String.raw`${program}(?:于|自|从)?${day}(?:正式|起|全面)?(?:启动|开始|实施|开展|设立|推出)`, 'gu'),
    new RegExp(String.raw`${day}(?:，)?[^，。；<]{0,6}(?:启动|推出|设立|开展|实施)了?${program}`, 'gu'),
  ],
  said: dated('startedOn', 'The sentence says when the program began.'),
});

export const programEnds = factRule({
  name: 'program-ends',
  example: 'The used-broom export pilot ended in 2024.',
  patterns: [
    new RegExp(
      String.raw`${program}${quote}(?:\s(?:was|were|has been|had been))?(?:\s(?:officially|formally))?\s(?:ended|concluded|expired|was closed|terminated|discontinued|closed)\s(?:on|in)\s${day}`,
      'gu',
    ),
    new RegExp(String.raw`${program}(?:已)?(?:于|在)?${day}(?:正式|全面)?(?:结束|终止|到期|停止)`, 'gu'),
  ],
  said: dated('endedOn', 'The sentence says when the program ended.'),
});
