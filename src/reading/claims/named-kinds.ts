/** The kind that the words of a name tell: MINISTRY of "Ministry of Magic", COMPANY of 魔杖有限公司. */
import type { Label } from '../../model/model.js';
import { actKind } from './act-nouns.js';

type Kinds = readonly (readonly [kind: string, english: RegExp, chinese: RegExp])[];

/** The first that fits. */
const agencies: Kinds = [
  [
    'CENTRAL_BANK',
    /\b(?:Central Bank|Federal Reserve|Monetary Authority|Reserve Bank|People['’]s Bank)\b/u,
    /央行|人民银行|中央银行/u,
  ],
  ['STATISTICS_OFFICE', /\bStatistic(?:s|al)\b/u, /统计(?:局|厅|署)/u],
  ['CABINET', /\b(?:State Council|Cabinet|Council of Ministers|Government)\b$/u, /国务院$|内阁$|政府$/u],
  ['ARMED_FORCE', /\b(?:Army|Navy|Air Force|Corps|Guards?)\b/u, /军$|部队$/u],
  ['LEGISLATURE', /\b(?:Parliament|Congress|Senate|Legislature|Assembly|Duma|Diet|Knesset)\b/u, /议会$|人大$|人民代表大会/u],
  ['PARTY', /\bParty\b/u, /党委|党$|中央政治局/u],
  ['MINISTRY', /\bMinistry\b/u, /部$/u],
  ['DEPARTMENT', /\b(?:Department|Division|Office|Institute)\b/u, /司$|处$|办公厅$|办公室$|厅$/u],
  ['ADMINISTRATION', /\b(?:Administration|Bureau|Commission|Agency|Customs|Authority)\b/u, /局$|总署$|委员会$|海关/u],
];

const organizations: Kinds = [
  ['EXCHANGE', /\b(?:Exchange|NASDAQ|Nasdaq|NYSE|Bourse)\b/u, /交易所$|证交所$|纳斯达克/u],
  [
    'MEDIA',
    /\b(?:Times|Daily|Post|News|Journal|Television|TV|Radio|Press|Herald|Gazette|Tribune|Broadcasting|Weekly|Magazine)\b/u,
    /日报$|晚报$|时报$|电视台$|通讯社$|新闻网?$|周刊$|杂志$|新华社/u,
  ],
  ['ASSOCIATION', /\b(?:Association|Federation|Chamber|Society|Alliance|Union|Council)\b/u, /协会$|商会$|联合会$|学会$|联盟$/u],
  [
    'INSTITUTE',
    /\b(?:Institut(?:e|ion)?|University|Academy|College|School|Cent(?:er|re) for)\b/u,
    /研究院$|研究所$|大学$|学院$|科学院$|研究中心$/u,
  ],
  ['BANK', /\bBank\b/u, /银行$/u],
  ['PLATFORM', /\b(?:Marketplace|Market|Shop|Shopping|Platform)$/u, /平台$|商城$/u],
  [
    'COMPANY',
    /\b(?:Company|Corp|Corporation|Inc|Ltd|Co|Group|Holdings|Motors?|Technologies|Airlines|Securities)\b/u,
    /公司$|集团$/u,
  ],
];

const programs: Kinds = [
  ['PILOT', /\bPilot\b/iu, /试点/u],
  ['ZONE', /\b(?:Zones?|New Area)\b/u, /区$/u],
  ['CAMPAIGN', /\bCampaign\b/u, /专项行动$|行动$/u],
  ['FRAMEWORK', /\bFramework\b/u, /框架|机制$/u],
  ['INITIATIVE', /\bInitiative\b/u, /倡议$/u],
];

const regions: Kinds = [
  ['PROVINCE', /\bProvince$|\bAutonomous Region$/u, /省$|自治区$/u],
  ['PREFECTURE', /\bPrefecture$/u, /(?:自治)?州$|盟$/u],
  ['COUNTY', /\b(?:County|District)$/u, /县$|旗$/u],
  ['CITY', /\bCity$/u, /市$/u],
];

const tables: Readonly<Partial<Record<Label, Kinds>>> = {
  Agency: agencies,
  Organization: organizations,
  Program: programs,
  Region: regions,
};

/** The property and its value; nothing where the words tell none. */
export function kindOfName(label: Label, name: string): { readonly name: string; readonly value: string }[] {
  const isChinese = /\p{Script=Han}/u.test(name);
  const kind =
    label === 'Policy'
      ? actKind(name)
      : tables[label]?.find(([, english, chinese]) => (isChinese ? chinese : english).test(name))?.[0];
  return kind === undefined ? [] : [{ name: label === 'Region' ? 'level' : 'kind', value: kind }];
}
