/** Names of Chinese firms, associations and media: by their ending, or by what firms are said to do. */
import type { Label } from '../../../model/model.js';
import { opening, run } from './context.js';

const endings =
  '协会|公司|集团|大学|银行|研究院|研究所|研究中心|商会|学院|基金会|联合会|交易所|科学院|工程院|联盟|总工会|日报社|通讯社|电视台|广播电台|医院|党校|学会';
const parts = '(?:研究院|研究所|分行|分公司|分会|(?:\\p{Script=Han}{2,6}?)(?:专业委员会|研究院|研究中心|学院))?';

/** A name of a firm that has no ending. */
const firm = String.raw`(?![公企该其各本前原曾时多几某为以有司业家们]|.方|政府|官方|当局|双方|部门)${run(2, 7)}`;
/** Firms that news calls by their names alone. Those whose name is a word as well are left out. */
const wellKnown =
  '比亚迪|宁德时代|华为(?!例|主|中|首|核|了|基|本|先|重|准)|腾讯|小米(?:集团|科技|汽车)|阿里巴巴|蚂蚁集团|京东(?:集团|物流|方)|拼多多|字节跳动|滴滴(?:出行)?|蔚来|小鹏汽车|理想汽车|吉利(?:汽车|控股)|上汽(?:集团)?|广汽(?:集团)?|北汽(?:集团)?|一汽(?:集团)?|长安汽车|长城汽车|奇瑞(?:汽车)?|江淮汽车|赛力斯|零跑汽车|特斯拉|大众汽车|丰田(?:汽车)?|本田(?:汽车)?|日产汽车|现代汽车|通用汽车|福特汽车|梅赛德斯[—-]?奔驰|宝马集团|英伟达|英特尔|高通公司|苹果公司|微软|谷歌|台积电|三星电子|阿斯麦|中芯国际|寒武纪|隆基绿能|通威股份|阳光电源|国轩高科|亿纬锂能|美的集团|格力电器|海尔智家|海信|联想集团|中兴通讯|大疆|科大讯飞|海康威视|宇树科技|药明康德|恒瑞医药|贵州茅台|顺丰(?:控股)?|中远海运|中国石油|中国石化|中国海油|中国移动|中国电信|中国联通|中国中车|中国建筑|国家电网|南方电网|中粮集团|宝武|紫光集团|万科|碧桂园|恒大';

const leader = '(?:董事长|董事会主席|首席执行官|首席财务官|联合创始人|创始人|总裁|总经理|副总裁|执行总裁|CEO)';
const kinds =
  '(?:上市|知名|龙头|头部|国内|国际|外资|中资|中国|本土|新能源|汽车|科技|互联网|电池|电商|零售|物流|医药|制药|半导体|芯片|手机|家电|光伏|跨境|主流|大型|重点|合资|央企|国有|民营)';
const firms = '(?:企业|公司|车企|厂商|品牌|券商|药企|巨头|制造商|供应商|零售商|运营商|客户)';

export const organizations: readonly (readonly [Label, RegExp])[] = [
  ['Organization', new RegExp(`${opening}(${run(2, 18)}(?:${endings})${parts})(?![长员法系化])`, 'gu')],
  [
    'Organization',
    /(?<![\p{Script=Han}])((?:人民|光明|经济|科技|法治|解放军|\p{Script=Han}{2,4})(?:日报|晚报|时报|早报|商报))/gu,
  ],
  // 比亚迪（002594）
  [
    'Organization',
    new RegExp(
      `${opening}(${run(2, 8)})(?=[(（](?:(?:股票|证券)代码[:：]?\\s?|(?:NASDAQ|NYSE|SH|SZ|HK)[:：]\\s?)?(?:\\d{6}|0\\d{4}|[A-Z]{2,5})(?:\\.(?:SZ|SH|HK|BJ|US))?[)）])`,
      'gu',
    ),
  ],
  // 比亚迪董事长王传福
  ['Organization', new RegExp(`${opening}(${firm})(?=(?:公司)?(?:联席|副)?${leader})`, 'gu')],
  // 宁德时代公司
  [
    'Organization',
    new RegExp(`(?<=持有(?:的)?|收购|入股|减持|增持|控股)(${firm})(?=的?(?:\\d|股份|股权|股票|多数|全部|控制权|部分))`, 'gu'),
  ],
  // 报道称比亚迪计划建厂
  ['Organization', new RegExp(`(?<=(?:报道|消息|传闻|传言|爆料)称，?)(${firm})(?=计划|拟|将|正|已|或|考虑|准备)`, 'gu')],
  ['Organization', new RegExp(`(${wellKnown})`, 'gu')],
  // 德国企业西门子
  [
    'Organization',
    new RegExp(
      `(?<=[国本兰士大亚]的?(?:${kinds}){0,2}${firms}|(?:${kinds})(?:车企|厂商|巨头|制造商|零售商|运营商))(${firm})(?=[，、（]|的(?:股|产|传|交|收)|宣布|表示|披露|公告|签署|达成|合作|董事长|首席|创始人)`,
      'gu',
    ),
  ],
];

/** Firms of a list: 特斯拉、比亚迪等40家企业, 包括特斯拉和比亚迪在内的车企. */
const listed = new RegExp(
  `(?:(?<=为|与|向|由|和|对|从)|(?<=包括|例如|比如|来自|以及|^|[，。；：]))((?:${firm}[、和]){1,8}${firm})(?:等(?:超过|超|约|近)?\\s?(?:\\d+多?|多|数十|数|几|[一二三四五六七八九十]+)家(?:${kinds}){0,3}(?:企业|公司|车企|厂商|品牌|券商|药企)|等(?:${kinds}){0,3}(?:车企|厂商|券商|药企|巨头)|在内的(?:${kinds}){0,3}${firms})`,
  'gu',
);

/** Kinds of firms and trades, which lists have in place of names. */
const trade =
  /^(?:钢铁|化工|光伏|储能|汽车|家电|医药|制药|物流|纺织|服装|机械|电子|建材|有色|煤炭|电力|石化|食品|农业|制造|贸易|零售|餐饮|旅游|金融|保险|证券|银行|信托|科技|互联网|软件|芯片|半导体|外贸|跨境电商|大型|中型|小型|微型|国有|民营|外资|合资|上游|下游|.{0,4}(?:业|类|型|产品|设备|材料|零部件|行业|领域))$/u;

/** The places of the firms of lists. */
export function listedFirms(line: string): { readonly text: string; readonly index: number }[] {
  return [...line.matchAll(listed)].flatMap(({ 1: list = '', index, 0: all }) => {
    const items = [...list.matchAll(/[^、和]+/gu)];
    if (items.some(({ 0: text }) => trade.test(text))) return [];
    return items.map(({ 0: text, index: at }) => ({ text, index: index + all.indexOf(list) + at }));
  });
}

/** Words that say which firms, banks or schools are meant, and name none. */
const anyOf =
  '子|母|总|分|上市|相关|有关|龙头|头部|部分|多家|一些|其他|其它|国内|国外|海外|境外|外国|外资|中资|中央|国有|民营|私营|大型|中型|小型|中小|各|各类|各家|该|本|两家|某|这家|那家|同|参股|控股|科技|互联网|保险|基金|证券|物流|贸易|跨国|本土|汽车|金融|商业|投资|央|大|我|我国|全资|数家|几家|知名|著名|当地|地方|行业|专业|家|名|所|个|一家|不少|众多|许多|重点|农村|城市|全国性|区域|高等|股份制|政策性|开发性|外贸|平台|理财|信托|租赁|担保|评级|咨询|支付|快递|电商|房地产|新能源|高新技术|产业|创新|技术|校企|战略|有|从|成立|设立|组建|建立';
const common = new RegExp(`^(?:${anyOf})*(?:${endings})$`, 'u');
export const isCommonNoun = (name: string): boolean => common.test(name);
