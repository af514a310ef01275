/** Nouns for written acts, as parts of regular expressions, and the kind of act that each names. */
import type { policyKinds } from '../../model/model.js';

type PolicyKind = keyof typeof policyKinds;

/** The longest first: an action plan is not only a plan. */
const english: readonly (readonly [string, PolicyKind])[] = [
  ['action plans?', 'ACTION_PLAN'],
  ['work plans?|plans?|blueprints?|roadmaps?', 'PLAN'],
  ['export controls?|import controls?|controls|bans?|restrictions', 'CONTROL'],
  ['notices?|circulars?|announcements?', 'NOTICE'],
  ['guidelines?|guidance|opinions', 'GUIDELINE'],
  ['regulations?|rules|measures|provisions', 'REGULATION'],
  ['laws?|acts?', 'LAW'],
  ['decisions?|decrees?|orders?|directives?|resolutions?', 'DECISION'],
  ['agreements?|memorandums?|memoranda', 'AGREEMENT'],
  ['policy documents?|documents?', 'OTHER'],
];

const chinese: readonly (readonly [string, PolicyKind])[] = [
  ['行动方案|行动计划', 'ACTION_PLAN'],
  ['实施方案|工作方案|方案|规划|计划', 'PLAN'],
  ['通知|公告|通告', 'NOTICE'],
  ['指导意见|实施意见|意见|指引|指南', 'GUIDELINE'],
  ['管理办法|暂行办法|办法|条例|规定|细则|规则|措施', 'REGULATION'],
  ['法', 'LAW'],
  ['决定|令|批复', 'DECISION'],
  ['协议|协定|备忘录', 'AGREEMENT'],
];

export const actNouns = english.map(([nouns]) => nouns).join('|');
export const chineseActNouns = chinese
  .filter(([nouns]) => nouns !== '法')
  .map(([nouns]) => nouns)
  .join('|');

/** The kind of act by its name: by the first noun of an English name ("Notice on the Plan"), the last of a Chinese one. */
export function actKind(name: string): PolicyKind | undefined {
  const isChinese = /\p{Script=Han}/u.test(name);
  const places = (isChinese ? chinese : english).flatMap(([nouns, kind]) =>
    [...name.matchAll(new RegExp(isChinese ? nouns : String.raw`\b(?:${nouns})\b`, 'giu'))].map(({ 0: noun, index }) => ({
      kind,
      at: isChinese ? -index - noun.length : index,
      length: noun.length,
    })),
  );
  const [first] = places.toSorted((a, b) => a.at - b.at || b.length - a.length);
  return first?.kind;
}
