/** An invented country of magic, and what texts about it are read to say. */
import type { Cut } from '../../../src/reading/claims/cuts.js';
import { proposalsOf, proposed, type Proposed } from '../../../src/reading/claims/propose.js';
import type { Proposal } from '../../../src/reading/claims/proposal.js';
import { Lexicon, type NamedEntity } from '../../../src/reading/mentions/lexicon.js';
import { readText, type TextMetadata } from '../../../src/reading/read-text.js';

type Names = readonly [en: string, zh: string, ...more: string[]];

const entity = (
  id: string,
  label: NamedEntity['label'],
  names: Names,
  kinds: string[] = [],
  parents: string[] = [],
): NamedEntity => ({
  id,
  label,
  names: names.map((value, index) => ({ value, lang: index === 1 ? 'zh' : 'en', kind: index < 2 ? 'PREFERRED' : 'ALIAS' })),
  kinds,
  parents,
});

const lexicon = new Lexicon([
  entity('agency:magic', 'Agency', ['Ministry of Magic', '魔法部'], ['MINISTRY']),
  entity('agency:owls', 'Agency', ['Ministry of Owls', '猫头鹰部'], ['MINISTRY']),
  entity('agency:broom', 'Agency', ['General Administration of Brooms', '扫帚总局'], ['ADMINISTRATION']),
  entity('agency:council', 'Agency', ['Wizards Council', '巫师委员会'], ['CABINET']),
  entity('organization:prophet', 'Organization', ['Daily Prophet', '预言家日报'], ['MEDIA']),
  entity('organization:dealers', 'Organization', ['Avalon Broom Dealers Association', '阿瓦隆扫帚流通协会'], ['ASSOCIATION']),
  entity('person:doe', 'Person', ['Jane Doe', '王多伊']),
  entity('region:AV', 'Region', ['Avalon', '阿瓦隆'], ['COUNTRY']),
  entity('region:LY', 'Region', ['Lyonesse', '莱昂内斯'], ['PROVINCE'], ['region:AV']),
  entity('region:IS', 'Region', ['Iskar', '伊斯卡', 'Ískar'], ['PREFECTURE'], ['region:LY']),
  entity('region:KA', 'Region', ['Kardun', '卡尔顿'], ['PREFECTURE'], ['region:LY']),
  entity('region:JP', 'Region', ['Japan', '日本'], ['COUNTRY']),
  entity('region:FR', 'Region', ['France', '法国'], ['COUNTRY']),
  entity('organization:market', 'Organization', ['Wandmarket Group', '魔杖市场集团'], ['COMPANY']),
  entity('organization:holdings', 'Organization', ['Broom Holdings', '扫帚控股'], ['COMPANY']),
  entity('organization:owl-bank', 'Organization', ['Owl Bank', '猫头鹰银行'], ['BANK']),
  entity('organization:nasdaq', 'Organization', ['NASDAQ', '纳斯达克'], ['EXCHANGE']),
  entity('organization:institute', 'Organization', ['Wizard Institute', '巫师研究所'], ['INSTITUTE']),
  entity('event:fair', 'Event', ['Wizard Fair', '巫师博览会']),
  entity('product:racing', 'Product', ['racing brooms', '竞速扫帚']),
  entity('product:goods', 'Product', ['flying goods', '飞行用品']),
  entity('policy:pact', 'Policy', ['Broom Agreement', '扫帚协定'], ['AGREEMENT']),
  entity('region:MO', 'Region', ['Mordale', '莫代尔'], ['PROVINCE'], ['region:AV']),
  entity('product:brooms', 'Product', ['used brooms', '二手扫帚']),
  entity('sector:potions', 'Sector', ['potion trade', '魔药贸易']),
  entity('program:pilot', 'Program', ['Used-broom export pilot', '二手扫帚出口试点'], ['PILOT']),
  entity('policy:wands', 'Policy', ['Wand Safety Regulations', '魔杖安全条例'], ['REGULATION']),
]);

export const readInvented = (text: string, metadata: Partial<TextMetadata> = {}): Proposal[] =>
  proposalsOf(readText(text, { date: '2026-06-15', ...metadata }, lexicon), lexicon);

export const readWithCuts = (text: string): Proposed => proposed(readText(text, { date: '2026-06-15' }, lexicon), lexicon);

export const readCuts = (text: string): readonly Cut[] => readWithCuts(text).cuts;

/** The claims of a text by these predicates, each as "subject PREDICATE object {qualifiers} from until by". */
export const claimsIn = (text: string, ...predicates: readonly string[]): string[] =>
  readInvented(text).flatMap((proposal) => {
    if (proposal.kind !== 'CLAIM' || !predicates.includes(proposal.claim.predicate)) return [];
    const { subject, predicate, object, value, qualifiers = [], from, until, attributedTo } = proposal.claim;
    const more = [
      ...qualifiers.map((each) => `${each.name}=${each.value}`),
      ...(from === undefined ? [] : [`from ${from}`]),
      ...(until === undefined ? [] : [`until ${until}`]),
      ...(attributedTo === undefined ? [] : [`by ${attributedTo.join(' ')}`]),
    ];
    return [[subject, predicate, object ?? value, ...more].join(' ')];
  });
