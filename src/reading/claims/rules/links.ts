/** What acts do to other acts and to programs. */
import { factRule } from '../fact-rule.js';
import { one, type Match } from '../pattern.js';
import type { Mention } from '../../mentions/mention.js';
import { programIn } from '../program-of.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';
import type { Said } from '../claim.js';

export const quote = String.raw`["”’》]?(?:\s?\([^)]*\)|（[^）]*）)?`;
const adverb = String.raw`(?:\s(?:also|now|then|already|has|have|had|formally|directly|partly))*`;
const open = String.raw`(?:the\s|a\s|an\s)?["“《]?(?:the\s)?`;
const act = (group: string): string => one(group, 'Policy');
export const active = (verbs: string, from = act('from'), to = act('to')): RegExp =>
  new RegExp(String.raw`${from}${quote},?(?:\swhich|\sthat)?${adverb}\s(?:${verbs})\s${open}${to}`, 'gu');
export const passive = (verbs: string, from = act('from'), to = act('to')): RegExp =>
  new RegExp(
    String.raw`${to}${quote},?(?:\swhich|\sthat)?(?:\s(?:is|was|were|are|has been|have been))?${adverb}\s(?:${verbs})\s(?:by|under|through)\s${open}${from}`,
    'gu',
  );
export const han = (verbs: string, from = act('from'), to = act('to')): RegExp =>
  new RegExp(String.raw`${from}》?(?:（[^）]*）)?(?:已|正式|将同时|同时)?(?:${verbs})了?(?:原)?《?${to}`, 'gu');

const linked =
  (predicate: string, why: string) =>
  (match: Match): Said[] => {
    const [subject, object] = [match.mention('from'), match.mention('to')];
    const names = [subject, object].map((each) => each?.newName ?? each?.text ?? '');
    const summary = `${names[0]} ${predicate.toLowerCase()} ${names[1]}.`;
    return subject === undefined || object === undefined ? [] : [{ subject, predicate, object, confidence: 0.86, why, summary }];
  };

export const actAmends = factRule({
  name: 'act-amends',
  example: 'The Notice on Wand Safety amends the Wand Safety Regulations.',
  patterns: [
    active('amends?|amended|revises?|revised|modif(?:y|ies|ied)|updates?|updated'),
    passive('amended|revised|modified|updated'),
    han('修订|修改|修正'),
  ],
  said: linked('AMENDS', 'The sentence says that one act changes the other.'),
});

export const actRepeals = factRule({
  name: 'act-repeals',
  example: 'The Notice on Wand Safety replaces the Wand Safety Regulations.',
  patterns: [
    active('repeals?|repealed|replaces?|replaced|supersedes?|superseded|abolish(?:es|ed)?|revokes?|revoked'),
    passive('repealed|replaced|superseded|abolished|revoked'),
    han('废止|取代|替代|代替'),
    new RegExp(
      String.raw`${act('from')}》?[^。；]{0,80}[，；]\s?(?:原|<Date:\d+>(?:发布|印发|公布|出台|施行)的)?《${act('to')}》(?:[^。；《]{0,12})(?:同时|即行|予以)废止`,
      'gu',
    ),
    // 自8月1日起施行，2019年发布的《临时规定》同时废止
    new RegExp(
      String.raw`^(?:[^。；<《]|<(?:Date|Amount):\\d+>){0,60}(?:施行|实施|执行|生效)，\s?(?:原|<Date:\\d+>(?:发布|印发|公布|出台|施行)的)?《${one('to2', 'Policy')}》(?:[^。；《]{0,12})(?:同时|即行|予以)?废止`,
      'gu',
    ),
  ],
  said: (match, sentence, context) => {
    const why = 'The sentence says that one act ends the other.';
    const before = match.words('to2') === '' ? undefined : lastActBefore(sentence, context);
    const object = match.mention('to2');
    if (object === undefined) return linked('REPEALS', why)(match);
    const summary = `${before?.newName ?? before?.text ?? ''} repeals ${object.newName ?? object.text}.`;
    return before === undefined ? [] : [{ subject: before, predicate: 'REPEALS', object, confidence: 0.8, why, summary }];
  },
});

/** The only act that the sentence before is about. */
function lastActBefore({ index }: TypedSentence, { sentences, idOf }: RuleContext): Mention | undefined {
  const parts = sentences[index - 1]?.parts ?? [];
  const acts = parts.flatMap((part) => (part.type === 'Mention' && part.mention.label === 'Policy' ? [part.mention] : []));
  return new Set(acts.map((each) => idOf(each))).size === 1 ? acts[0] : undefined;
}

export const actImplements = factRule({
  name: 'act-implements',
  example: 'The Notice on Wand Safety implements the Wand Safety Regulations.',
  patterns: [
    active('implements?|implemented|carries out|gives effect to|puts? into (?:practice|effect|place)'),
    new RegExp(
      String.raw`为(?:深入|全面)?(?:贯彻|落实|贯彻落实|执行)《?${act('to')}》?[^。；]{0,40}(?:印发|制定|发布|出台)(?:了|本)?《?${act('from')}`,
      'gu',
    ),
    new RegExp(
      String.raw`(?:根据|依据|按照)《${act('to')}》[^。；]{0,40}(?:印发|制定|发布|出台)(?:了|本)?《?${act('from')}`,
      'gu',
    ),
  ],
  said: linked('IMPLEMENTS', 'The sentence says that one act carries out the other.'),
});

export const actFollows = factRule({
  name: 'act-follows',
  example: 'The Notice on Wand Safety follows the Wand Safety Regulations.',
  patterns: [active('follows?|followed|came after|comes after|builds on|built on|succeeds?|succeeded'), han('是对|延续')],
  said: linked('FOLLOWS', 'The sentence puts one act after the other.'),
});

const program = one('to', 'Program');
export const actEstablishes = factRule({
  name: 'act-establishes',
  example: 'The Wand Safety Regulations set up the used-broom export pilot.',
  patterns: [
    active(
      'establish(?:es|ed)?|sets? up|launch(?:es|ed)|creates?|created|started|starts|introduced|introduces',
      act('from'),
      program,
    ),
    passive('established|set up|launched|created|started|introduced', act('from'), program),
    han('设立|建立|启动|部署|决定开展|批准设立', act('from'), program),
    new RegExp(
      String.raw`(?:印发|发布|出台|公布|下发)了?《${act('from')}》(?:（[^）]*）)?，决定(?:[^。；<]|<(?:Date|Region|Amount):\d+>){0,80}(?:开展|实施|启动|设立)“?${program}`,
      'gu',
    ),
  ],
  said: linked('ESTABLISHES', 'The sentence says that the act sets up the program.'),
});

export const actRegulates = factRule({
  name: 'act-regulates',
  example: 'The Wand Safety Regulations set rules for the used-broom export pilot.',
  patterns: [
    active(
      'regulates?|regulated|governs?|governed|sets? rules for|tighten(?:s|ed)? (?:the )?rules (?:for|on)|standardi[sz]e[sd]?',
      act('from'),
      program,
    ),
    passive('regulated|governed', act('from'), program),
    han('规范|监管|管理', act('from'), program),
  ],
  said: linked('REGULATES', 'The sentence says that the act sets rules for the program.'),
});

/** "a guideline which required inspections for used-car exports": the trade is that of a program. */
export const actRegulatesTrade = factRule({
  name: 'act-regulates-trade',
  example: 'It issued the Wand Safety Regulations, which require checks for the used-broom export pilot.',
  patterns: [
    new RegExp(
      String.raw`${act('from')}${quote}[^.;]{0,40}?\s(?:which|that)\s(?:requires?|required|sets?|regulates?|restricts?|limits?)\s[^.;]*`,
      'gu',
    ),
  ],
  said: (match, sentence, context) => {
    const [from, to] = [match.mention('from'), programIn(sentence, context)];
    const summary = `${from?.newName ?? from?.text ?? ''} sets rules for ${to?.text ?? ''}.`;
    const why = 'The sentence says what the act requires of the program.';
    return from === undefined || to === undefined
      ? []
      : [{ subject: from, predicate: 'REGULATES', object: to, confidence: 0.8, why, summary }];
  },
});

export const helpsProgram = factRule({
  name: 'helps-program',
  example: 'The Wand Safety Regulations support the used-broom export pilot.',
  patterns: [
    active('supports?|supported|helps?|promotes?|promoted|advances?|boosts?', one('from', 'Policy', 'Program'), program),
    han('支持|促进|助力|服务|推动', one('from', 'Policy', 'Program'), program),
  ],
  said: linked('SUPPORTS', 'The sentence says that it helps the program along.'),
});
