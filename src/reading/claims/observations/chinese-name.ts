/** What a Chinese clause says an amount measures. */
import type { AmountInText } from '../../amounts.js';
import type { WordsAround } from './words.js';

const link =
  /(?:已经|已|将|共|累计|合计|总计|分别|同比|环比|比⟨D⟩|较⟨D⟩|平均|预计|力争|实现|完成|达到|达|为|是|有|约|突破|超过|超|至|到|接近|近|的|增长|增加|上升|上涨|提高|提升|下降|减少|下跌|降低|回落|了|占比|占|比重|在|于|以上|仅|只|又|再|还|也|均|都)+$/u;
const leading =
  /^(?:[\s、“”"]|⟨[DA]⟩|⟨R:[^⟩]*⟩的?|其中|目前|截至|截止|到|自|从|据|在|今年|我国|全国|全市|全省|本市|本省|该省|该市|以来|末|底|其|与此同时|同时|此外|另外|而|但|并|也|将|共|累计)+/u;

/** Undefined where the clause has no more than its verb, as in 同比增长5%. */
export function chineseFigureName(amount: AmountInText, words: WordsAround): string | undefined {
  return nameBefore(amount, words) ?? nameBehind(amount, words);
}

/** 12个城市: the noun is a part of the amount; 1250亿元借款: it comes after. */
function nameBehind({ text, unit = '', isChange }: AmountInText, { after }: WordsAround): string | undefined {
  if (isChange || unit === '%' || unit.startsWith('{percentage')) return undefined;
  const counted = /[个家项](?<noun>\p{Script=Han}{1,4})$/u.exec(text)?.groups?.['noun'];
  if (counted !== undefined) return `${counted}数`;
  return unit.startsWith('{')
    ? undefined
    : /^的?(?<noun>\p{Script=Han}{2,10}?)(?:（|操作|。|，|；|$)/u.exec(after)?.groups?.['noun'];
}

function nameBefore({ unit = '' }: AmountInText, { before, after }: WordsAround): string | undefined {
  const clause = before
    .replace(/^.*(?:[，,；;。：（(]|(?<!⟨R):)/su, '')
    .replace(/^.*⟨A⟩/su, '')
    .replace(leading, '')
    .replace(/^.{0,12}?(?:显示|表示|指出|介绍|称)/u, '');
  const name = clause
    .replace(link, '')
    .replace(/^.*⟨D⟩/su, '')
    .replace(leading, '')
    .replace(link, '');
  const own = name.replaceAll(/⟨R:([^⟩]*)⟩/gu, '$1');
  if (/、.*等$|^等$|^(?:连接|包括|涵盖|覆盖|开展)/u.test(own)) return undefined; // what is counted is a list
  if (/\p{Script=Han}{2}/u.test(own) && own.length <= 30) return own;
  const noun = unit.startsWith('{') ? /^[\p{Script=Han}]{2,8}(?=[，。；、的]|$)/u.exec(after)?.[0] : undefined;
  return noun === undefined ? undefined : `${own}${noun}`;
}
