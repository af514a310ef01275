/** Who is a party to an agreement. */
import { listOf, one, type Match } from '../pattern.js';
import { relationRule } from '../relation.js';

const apposition = String.raw`(?:\s\([^)]*\))?(?:,[^,;]{1,120},)?`;
const parties = ['Region', 'Agency', 'Organization'] as const;
const party = { predicate: 'PARTY_TO', confidence: 0.8, verb: 'is a party to' } as const;
const agreement = one('object', 'Policy', 'Program');
const signed = '(?:signed|concluded|entered into|ratified|joined|acceded to|reached)';
const together = (match: Match) => [...match.mentions('subject'), ...match.mentions('partner')];
const isAgreement = (match: Match): boolean =>
  match
    .mentions('object')
    .every(
      ({ label, newName, text }) =>
        label === 'Program' ||
        /agreement|treaty|pact|accord|memorandum|protocol|convention|协定|协议|条约|备忘录|公约/iu.test(newName ?? text),
    );

export const partyTo = relationRule('party-to', 'Avalon signed the Broom Agreement with Japan.', [
  {
    ...party,
    isActive: true,
    isMeant: isAgreement,
    subjects: together,
    pattern: new RegExp(
      String.raw`${listOf('subject', ...parties)}${apposition}\s(?:(?:has|have|had|also|formally|officially|jointly)\s)*${signed}\s(?:the\s|an?\s)?["“]?${agreement}["”]?(?:\s(?:with|alongside)\s(?:the\s)?${listOf('partner', ...parties)})?`,
      'gu',
    ),
  },
  {
    ...party,
    isActive: true,
    subjects: together,
    pattern: new RegExp(
      String.raw`${listOf('subject', ...parties)}${apposition}\s(?:(?:has|have|had|also)\s)*(?:signed|concluded|reached)\s(?:[\p{Ll}-]+\s){0,4}?(?:agreements?|deals?|arrangements?|pacts?|memorandums?|memoranda)\s(?:[\p{Ll}-]+\s){0,3}?with\s(?:the\s)?${memberList('partner')}\sunder\s(?:the\s)?${agreement}`,
      'gu',
    ),
  },
  {
    ...party,
    isMeant: isAgreement,
    subjects: together,
    isGiven: true,
    pattern: new RegExp(
      String.raw`${agreement}\s(?:signed\s)?between\s(?:the\s)?${one('subject', ...parties)}\sand\s(?:the\s)?${one('partner', ...parties)}`,
      'gu',
    ),
  },
  {
    ...party,
    isActive: true,
    isMeant: isAgreement,
    subjects: together,
    pattern: new RegExp(
      String.raw`${listOf('subject', ...parties)}(?:(?:于)?<Date:\d+>)?(?:已|正式|还)*(?:(?:与|和|同)${listOf('partner', ...parties)}(?:等国)?)?(?:已|正式|共同|联合)*(?:签署|签订|缔结|加入|批准|达成)(?:了)?《?${agreement}`,
      'gu',
    ),
  },
  // 宣布与阿瓦隆签署: who signed with it may be named far before
  {
    ...party,
    isMeant: isAgreement,
    subjects: (match) => match.mentions('partner'),
    pattern: new RegExp(
      String.raw`(?:宣布|表示|称|已|日前|近日)(?:与|和|同)${listOf('partner', ...parties)}(?:正式|共同|联合)*(?:签署|签订|缔结|达成)(?:了)?《${agreement}`,
      'gu',
    ),
  },
]);

/** "ASEAN member states, Japan, and Korea". */
function memberList(group: string): string {
  const member = String.raw`(?:the\s)?<(?:${parties.join('|')}):\d+>(?:\smember\s(?:states|countries|economies))?`;
  return String.raw`(?<${group}>${member}(?:,?\sand\s${member}|,\s${member})*)`;
}
