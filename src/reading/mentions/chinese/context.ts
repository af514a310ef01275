/** What is around and between Chinese names, which are written without spaces or capitals. */

const han = String.raw`\p{Script=Han}`;

/** Words between names, which no name has inside. */
const between =
  '会同|联合(?!国|会|大学|体)|[由与和及在据对向的是将并该从被让把等了着过们我你他她它这那没很都也还又就]|关于|印发|发布|举行|召开|参加|出席|宣布|表示|指出|否认|计划在|其他|今年|去年|目前|近日|日前';

/** What may be before the first character of a name. */
export const opening = String.raw`(?<=^|[，。、；：“”‘’（()《》！？\s由与和及在据对向的从为]|会同|联合|根据|按照|所属|隶属|加入|参加|出席|记者从|日前|近日|其中|包括|例如|比如|以及|收购|入股|投资|任职于|[年月日])`;

/** Characters of a name, as few as do. */
export const run = (least: number, most: number): string => `(?:(?!${between})${han}){${least},${most}}?`;

/** What may follow the name of an office: a verb, a mark, or another name. */
export const closing = String.raw`(?=$|[，。、；：”’（()《》！？\s]|[与和及等联发印近日在于表指介说称将已也的对向负主会同出要宣公下牵组批制领管推拟依答回参称未正]|新闻|有关|相关|官方|党组|副?[部司局厅主处署]长|主任|[一二三四五六七八九十两\d]+[个家]?(?:部门|单位))`;
