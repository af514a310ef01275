/** Nouns for firms and bodies, as parts of regular expressions. */

export const firmNouns =
  'companies|company|firms?|giants?|groups?|conglomerates?|retailers?|platforms?|marketplaces?|sites?|websites?|apps?|brands?|chains?|banks?|lenders?|insurers?|makers?|carmakers?|automakers?|chipmakers?|manufacturers?|producers?|exporters?|importers?|suppliers?|operators?|providers?|developers?|airlines?|startups?|start-ups?|unicorns?|broadcasters?|newspapers?|outlets?|agenc(?:y|ies)|regulators?|institutes?|universit(?:y|ies)|think tanks?|associations?|exchanges?|marketplace|businesses|business|players?|distributors?|traders?|miners?|shipbuilders?|carriers?|utilit(?:y|ies)|services?|heavyweights?|leaders?|networks?';

export const rivalNouns = 'rivals?|competitors?|counterparts?|peers?|partners?';

export const chineseFirmNouns =
  '公司|企业|巨头|平台|集团|品牌|厂商|制造商|生产商|零售商|服务商|供应商|运营商|银行|机构|媒体|电商|车企|协会|大学|商城|网站|应用|报纸|车厂|药企|开发商|经销商|研究机构|智库|通讯社';

/** What describes a firm without telling what it does: "state-owned", "leading". */
export const qualities = String.raw`(?:(?:state-owned|state-run|private|listed|leading|major|largest|biggest|top|big|large|well-known|famous|popular|local|domestic|foreign|global|international|online|independent|fast-growing|rising|tech|technology|internet|e-commerce|clothing|fashion|electric|car|auto|chip|battery|energy|oil|gas|steel|mining|shipping|retail|food|drug|consumer|electronics|software|hardware|news|media|social|financial|insurance|commercial|central|second|third|of the)[-\s])`;
