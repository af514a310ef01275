/** Titles of Chinese acts, programs and events. */
import type { Label } from '../../../model/model.js';
import { opening, run } from './context.js';

const meetings =
  '大会|论坛|峰会|博览会|交易会|展览会|研讨会|座谈会|工作会议|高峰会|洽谈会|年会|进博会|广交会|服贸会|消博会|吹风会|推介会|对话会|电影节|文化节|运动会';
const undertakings = '计划|行动|工程|试点|倡议|项目|专项|专项行动|行动计划|示范区|试验区';
/** What titles that begin with a place or a subject end with. */
const actNouns =
  '通知|意见|办法|规定|条例|规划|方案|计划|纲要|公告|决定|法|措施|细则|指南|目录|清单|标准|规范|章程|协定|协议|公约|宣言|声明|备忘录|报告|白皮书|公报|批复|函|令|规则|准则|制度|战略|倡议|议定书|条约|指引|要点|大纲|预案|名单|宪章|政策|通告|通报|说明|解释|修正案|草案|征求意见稿|稿|守则|公约|解答|合同|协约';
const note = '(?:[（(〔][^（）()〔〕]{1,16}[）)〕])*';

export const acts: readonly (readonly [Label, RegExp])[] = [
  ['Policy', new RegExp(`《((?:关于)?[^《》]{1,80}?(?:${actNouns})${note})》`, 'gu')],
  [
    'Policy',
    new RegExp(
      `(?<=印发|发布|出台|公布|制定|根据|按照|依据|修订|实施|签署|审议通过|颁布|施行)(?:的|了)?《([^《》]{2,80})》`,
      'gu',
    ),
  ],
  // 2025年第9号公告, 公告2025年第9号
  ['Policy', /((?:20\d\d年)第\d+号(?:公告|令|通告)|(?:公告|令|通告)(?:20\d\d年)第\d+号)/gu],
  ['Program', new RegExp(`“(\\p{Script=Han}{3,16}(?:${undertakings}))”`, 'gu')],
  [
    'Program',
    new RegExp(
      `(?<=开展|启动|实施|纳入|列入|入选|参与|推进|推动|扩大|设立|参加|加入|推出)(${run(3, 14)}(?:试点|专项行动|行动计划))(?!方案|的通知|的意见|城市|地区|单位|企业|项目)`,
      'gu',
    ),
  ],
  ['Event', new RegExp(`${opening}((?:第[一二三四五六七八九十百\\d]+届|20\\d\\d年?)?${run(2, 16)}(?:${meetings}))`, 'gu')],
  [
    'Event',
    /(?<=出席|参加|举办|举行|主办|在)((?:第[一二三四五六七八九十百\d]+届)?中国[—–-]\p{Script=Han}{2,14}?(?:大会|论坛|峰会|博览会|会议))/gu,
  ],
];

/** Words before 大会 or 试点 that name nothing. */
const common =
  /^(?:例行|新闻|相关|有关|本次|此次|这次|该|上述|前期|首批|第[一二三四五六七八九十]批|全国|部分|开展|类似|国际|全球|世界|年度|专题|重要|多次|一次|系列|线上|线下|各类|各种|改革|先行先试|扩大|新一轮|先行|工作|股东|业绩|职工代表|人民代表|临时股东|年度股东)*(?:大会|论坛|峰会|博览会|交易会|展览会|研讨会|座谈会|工作会议|年会|吹风会|推介会|试点|计划|行动|工程|项目|专项行动|行动计划)$/u;
export const isCommonAct = (text: string): boolean => common.test(text);
