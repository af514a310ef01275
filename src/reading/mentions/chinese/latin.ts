/** Words in Latin letters inside of Chinese sentences: most are no names but terms, such as LPR or AI. */

const chinese = /[\p{Script=Han}，。、；：“”（）《》]/u;
/** What is said of firms: 与ASML合作, ASML公司. */
const firmBefore = /(?:与|和|向|对|由|收购|入股|起诉|企业|公司|巨头|厂商|平台|品牌|供应商|客户|对手)[“]?$/u;
const firmAfter = /^[”]?(?:公司|集团|宣布|表示|指出|称|发言人|平台|等企业|等公司|首席|的股|股份|否认|拒绝|回应|签署)/u;
/** Terms of economics and technology that are written like names of firms. */
const terms =
  /^(?:A?LPR|MLF|SLF|PSL|OMO|GDP|GNP|CPI|PPI|PMI|ETF|IPO|REITs?|QDII|QFII|AI|AIGC|LNG|LPG|FOB|CIF|ESG|APP|VIP|PPP|EPC|NEV|SUV|MPV|OLED|LED|DRAM|GPU|CPU|API|RCEP|CPTPP|FDI|ODI|CEO|CFO|COO|BOM|OEM|ODM|M[0-2]|PM2|COD|GMP|HS|RFID|GPS|WiFi|Wi-Fi)$/iu;

/** Whether a Latin word may be a name where it is: always, except for single words inside of Chinese. */
export function isLatinName(text: string, before: string, after: string): boolean {
  if (/[\s.]/u.test(text) || !(chinese.test(before.slice(-1)) || chinese.test(after.slice(0, 1)))) return true;
  return !terms.test(text) && (firmBefore.test(before) || firmAfter.test(after));
}
