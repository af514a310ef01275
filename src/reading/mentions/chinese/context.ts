/** What is around and between Chinese names, which are written without spaces or capitals. */

const han = String.raw`\p{Script=Han}`;

export const provinces =
  '(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆)';

/** Words between names, which no name has inside. */
const between =
  '适用|不得|应当|不包括|不含|属于|用于|限于|鼓励|要求|允许|禁止|引导|督促|会同|联合(?!国|会|大学|体)|[由与和及在据对向的是将并该从被让把等了着过们我你他她它这那没很都也还又就]|(?<!华)为|关于|印发|发布|举行|召开|参加|出席|宣布|表示|指出|否认|计划在|其他|今年|去年|目前|近日|日前|任命|免去|免职|聘任|聘请|历任|担任|出任|兼任|曾任|现任|调任|升任|转任|起任|接任|辞去|毕业|就读|任教|供职|就职|任职|股东|持股|收购|提名|当选|(?<![责主信委重胜担])任(?!务)';

/** What may be before the first character of a name. */
export const opening = String.raw`(?<=^|[，。、；：“”‘’（()《》！？\s由与和及在据对向的从为是将被让把了着过他她其于任赴但而且]|会同|联合|根据|按照|所属|隶属|加入|参加|出席|记者从|日前|近日|其中|包括|例如|比如|以及|收购|入股|投资|任职于|免去|辞去|当选|来自|位于|子公司|分公司|控股公司|参股公司|关联方|当事人|被告|原告|客户|供应商|昨日|今日|当日|同日|[年月]|\d日)(?![其但而且若因虽])`;

/** Characters of a name, as few as do. */
export const run = (least: number, most: number): string => `(?:(?!${between})${han}){${least},${most}}?`;

/** What may follow the name of an office: a verb, a mark, or another name. */
export const closing = String.raw`(?=$|[，。、；：”’（()《》！？\s]|[与和及等联发印近日在于表指介说称将已也的对向负主会同出要宣公下牵组批制领管推拟依答回参称未正此最昨今当经按因受数]|新闻|有关|相关|官方|党组|副?[部司局厅主处署]长|副?(?:主任|书记|庭长|关长|行长|院长|主席)|[一二三四五六七八九十两\d]+[个家]?(?:部门|单位))`;
