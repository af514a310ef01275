/** Names of people in Chinese text: after a title, or before what they say. */
import type { Label } from '../../../model/model.js';

const title =
  '(?:部长|司长|局长|厅长|处长|署长|县长|区长|州长|镇长|主任|主席|会长|秘书长|理事长|行长|院长|校长|所长|站长|组长|书记|研究员|教授|发言人|记者|总裁|总监|董事长|总经理|经理|市长|省长|创始人|负责人|首席执行官|首席财务官|经济学家|分析师|专家|院士|代表|委员|理事|主编|总编辑|大使|公使|外长|财长|总理|首相|总统|国王|议长|总干事|特使|参赞|检察长|审计长|海关关长|关长|统计师|会计师|设计师|工程师|秘书|执行官|CEO|同志)';
const surname =
  '(?:欧阳|司马|上官|诸葛|皇甫|尉迟|司徒|东方|慕容|令狐|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤束和梅穆兰宁安常康易包焦柳曲翁祝桂单柯尤岳齐耿关葛申樊俞蓝鲍温凌涂章施鲁裴仇辛聂翟牛纪舒屈项桑倪季苗詹路左游颜祁强洪荆滕甘阮华卓])';
const given = String.raw`(?:(?![长任席书员记人授者会部局院厅同等说称在将于是的与和回应答])\p{Script=Han})`;
const name = `${surname}${given}{1,2}`;
const says = '(?:表示|指出|介绍|强调|认为|透露|说|称|告诉|宣布|回应|坦言|补充|解释|建议|呼吁|预计|写道)';
/** What follows a name: what the person does, or a mark. */
const after = `(?=${says}|[在对与向从率将于已曾就也还则今昨于说称、，。；“”（：\\s\\d]|等|和|主持|出席|致辞|会见|访问|发表|作|应|接受|签署|率领|担任|当选|上任|回答|答|共同|联合|主讲|参加|参与|赴|抵达|进一步|坦|直言|认|透|介|指|强|表)`;
/** Words that begin like a person's name. */
const ordinary =
  /^(?:方面|方才|白皮|金融|任何|马上|于是|严格|万一|范围|余额|高度|何时|向来|石油|田间|江苏|江西|贺信|安全|常务|易于|康复|包括|宁可|和平时|部分|高级|高校|马路|时候|黄金|钱币|武器|安排|常常|和此|和其|向其|向他|向我|何为|成员|曾(?=[经表说任赴在于对向与被有是担获多两三一])|还|程序|关于|关注|单位|单独|项目|华为|华东|华北|华南|路透|路演|左右|强调|强化|强烈|季度|申请|申报|施行|施工|章程|温度|关系|关键|游客|齐全|洪水|洪涝|卓越|宁波|宁夏|安徽|海外|常态|方案|方式|方向|方便|白天|白酒|马来|金额|金属|石化|江南|龙头|万元|万人|万吨|万家|万亿|钱款|严重|武汉|兰州|桂林|柳州|苏州|温州|常州|徐州|郑州|韩国|秦皇|向好|曲线|包装|包含|祝贺|东方(?!\p{Script=Han}))/u;

/** A name of another language: 克里斯蒂娜·格奥尔基耶娃. */
const foreign = String.raw`(?:(?!${title})\p{Script=Han}){1,7}(?:[·•・]\p{Script=Han}{1,8}?){1,3}?`;

export const people: readonly (readonly [Label, RegExp])[] = [
  ['Person', new RegExp(`${title}(${name})${after}`, 'gu')],
  ['Person', new RegExp(`${title}(${name.replace('{1,2}', '')})${after}`, 'gu')],
  ['Person', new RegExp(`(?<=^|[。！？；”\\n，]\\s?)(${name})(?=${says})`, 'gu')],
  ['Person', new RegExp(`(?<=由)(${name})(?=[和与、](?:${name})|创立|创办|创建|担任|出任)`, 'gu')],
  ['Person', new RegExp(`(?<=由${name}[和与、])(${name})(?=共同|联合|等?创立|创办|创建|担任)`, 'gu')],
  ['Person', new RegExp(`${title}${name}[和与、](${name})${after}`, 'gu')],
  ['Person', new RegExp(`(?<=${title}|^|[，。、；：“（\\s])(${foreign})${after}`, 'gu')],
];

export const isPerson = (text: string): boolean => !ordinary.test(text);
