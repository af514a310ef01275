/** Whether an amount is a value that somebody found, and not one that is denied, supposed or ordered. */
import type { WordsAround } from './words.js';

const notSo =
  /\b(?:not|never|rather\sthan|instead\sof|no\slonger)\s(?:[a-z]+ly\s)?(?:the\s|some\s|about\s)?$|(?:不是|并非|而非|而不是)[^，。；⟨]{0,10}$|(?:不足以|未达到?|没有达到?)$/u;
const refuted = /\b(?:den(?:y|ies|ied|ying)|refut(?:es?|ed|ing)|hoax|fake\snews|rumou?rs?)\b|否认|谣言|辟谣|子虚乌有/u;
const wrongAfter = /^[^，。；]{0,14}(?:不准确|不实|有误|不属实|错误)/u;
/** What people write online, before anybody has said that it is so. */
const online =
  /\b(?:posts?|comments?|videos?|users?)\s(?:[a-z]+\s)?(?:claim(?:s|ed|ing)?|say(?:s|ing)|said)\b|\b(?:rumou?rs?|viral|social\smedia\s(?:users?|posts?)|online\sposts?|posts?\sonline|internet\susers|netizens)\b[^.;]*\b(?:that|claim(?:s|ed|ing)?|sa(?:y|ys|id|ying)|of)\b|(?:网帖|网传|网上|网民|网友|自媒体|传言|传闻|谣传)[^。；]*(?:称|说|传|写道|流传)/iu;

/** Who is asked in a survey is not what it counts. */
const asked =
  /\b(?:survey|poll|sample|study|questionnaire)s?\s(?:of|among|with|covering)\s(?:[a-z]+\s){0,2}$|(?:调查|走访|抽样|采访)了?[^，。；]{0,6}$/u;

/** "由12%增至15.5%": what it was before has no date of its own. */
const from = /\bfrom\s(?:[a-z]+\s){0,2}$|(?:由|从)(?:原来的|此前的)?$/u;
const toAfter = /^\sto\s(?:[a-z]+\s){0,2}⟨A⟩|^(?:增|升|降|提|扩|减|上|下|缩|涨|跌|调)[^，。；⟨]{0,4}[至到为]/u;

/** "15个县，应为18个": what comes before was wrong. */
const corrected = /^[^。⟨]{0,20}(?:应为|应该是|更正为|而是)/u;

const supposed =
  /(?:^|[\s“"(])(?:[Ii]f|[Uu]nless|[Ww]hether|[Ss]uppose)\s[^;]*$|^["“]?Had\s|(?:如果|假如|倘若|一旦|是否)[^；。]*$/u;

/** What somebody may, must or gets is a provision. "May 2024" is a month, and a sign here. */
const ordered =
  /\b(?:can|may|must|shall)\s[^.;:]*$|\bwould\s(?!(?:also\s)?(?:create|add|reach|rise|fall|grow|bring|generate|employ|total|produce|save|double|triple|shrink|increase)\b)[^.;:]*$|\b(?:capped?|ceilings?|limit(?:s|ed)?|fines?d?|penalt(?:y|ies)|rebates?|subsid(?:y|ies)|grants?|allowances?|deposits?)\s(?:is\s|are\s)?(?:at|of|to)\s(?:[a-z]+\s){0,2}$|\b(?:asks?|asked|requires?|required|orders?|ordered|obliges?|urges?|urged|t(?:ells|old)|keep|keeping)\s[^.;:]*\b(?:to|below|under|within|at)\s[^.;:]*$|\b(?:stipulates?|prescribes?)\b[^.;:]*$/u;
const orderedAfter = /^\s(?:\p{Ll}+\s)?(?:can|may|must|shall|would)\s/u;
const orderedHan =
  /(?:规定|明确)[，,：:][^。]*$|(?:必须|须|应当|不得|最高|最多|不超过|上限为?|限额为?|封顶|罚款|处以|补贴每|每[家人台辆件户]补[贴助]|每[家人台辆件户]奖励)[^，；。]*$/u;
const orderedHanAfter = /^[^，；。]{0,12}(?:必须|须|应当|不得)/u;

/** What each gets is a provision; what is held of a firm is a stake; what somebody had expected did not come. */
const given =
  /\bwill\s(?:each\s)?(?:receive|get|be\s(?:paid|given|granted|awarded))\s(?:[a-z]+\s){0,3}$|\bcontracts?\sworth\s(?:[a-z]+\s){0,2}$/u;
const stake = /\b(?:holds?|held|owns?|owned|acquired|bought|sold|has)\s(?:an?\s|about\s|some\s)?$/u;
const missed = /\bhad\s(?:been\s)?(?:expected|forecast|predicted|hoped|planned|feared)\b[^.;]*$/u;

/** "Two thirds of them": the sentence does not say what the whole is. */
const ofUnnamed = /^\sof\s(?:them|us|those|these|it|this|that)\b/u;

export function isMeant({ before, after }: WordsAround): boolean {
  const clause = before.slice(-160);
  return !(
    notSo.test(clause) ||
    refuted.test(before + after) ||
    wrongAfter.test(after) ||
    corrected.test(after) ||
    ofUnnamed.test(after) ||
    supposed.test(clause) ||
    online.test(clause) ||
    asked.test(clause) ||
    (from.test(clause) && toAfter.test(after)) ||
    given.test(clause) ||
    missed.test(clause) ||
    (stake.test(clause) && /^\s(?:stake|share|of\s(?:the\s)?\p{Lu})/u.test(after)) ||
    ordered.test(clause) ||
    orderedAfter.test(after) ||
    orderedHan.test(clause) ||
    orderedHanAfter.test(after)
  );
}
