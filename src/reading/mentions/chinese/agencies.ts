/** Names of Chinese authorities: by what they are in charge of, and the place or level that they belong to. */
import type { Label } from '../../../model/model.js';
import { closing, opening, provinces, run } from './context.js';

/** What authorities are in charge of, where the words of two are joined or the name is short. */
const charges =
  '发展(?:和)?改革|教育|科学技术|科技|工业和信息化|经济和信息化|经济信息化|工信|经信|民族宗教(?:事务)?|公安|民政|司法|财政|人力资源(?:和)?社会保障|人社|自然资源|规划(?:和)?自然资源|生态环境|住房(?:和)?城乡建设|住建|交通运输|交通|水利|水务|农业农村|商务|文化(?:和)?旅游|文旅|卫生健康|卫健|退役军人事务|应急管理|审计|国资|外事|市场监督管理|市场监管|市监|广播电视|体育|统计|医疗保障|医保|地方金融(?:监督)?管理|金融监督管理|金融监管|药品监督管理|药监|知识产权|林业和草原|林业|林草|能源|粮食和物资储备|大数据(?:发展)?管理|大数据|数据|城市管理|城管|气象|税务|邮政管理|海事|投资促进|口岸|港澳事务|网信|机关事务管理';
const office = '(?:委员会|办公厅|办公室|厅|局|委|办|署)(?![长员属分门事理])';

/** Ministries, with the bureaus that names add to them. */
const ministries =
  '(?:外交|国防|教育|科学技术|科技|工业和信息化|工信|公安|国家安全|民政|司法|财政|人力资源(?:和)?社会保障|人社|自然资源|生态环境|住房(?:和)?城乡建设|住建|交通运输|水利|农业农村|文化和旅游|文旅|退役军人(?:事务)?|应急管理|铁道|商务)部(?![门长属队分])';

/** Offices that state-bodies.ts does not list, mostly by their short names. */
const offices =
  '中央(?:财经|网络安全和信息化|全面深化改革|国家安全)委员会(?:办公室)?|中央(?:网信办|财办|农办|编办|政法委|组织部|宣传部|统战部)|国务院(?:新闻办公室|新闻办|台办|港澳办|研究室)|白宫|克里姆林宫|爱丽舍宫|五角大楼|总统府|总理府|首相府|国新办|国办(?![发函])|中办(?![发函])|国台办|央行|中央银行|全国政协(?:办公厅)?|中共中央(?:政治局)?|国家公务员局|国家档案局|(?:国家)?能源局(?=[局副发印联])';

export const agencies: readonly (readonly [Label, RegExp])[] = [
  ['Agency', new RegExp(`(${offices})`, 'gu')],
  // 浙江省人大常委会
  [
    'Agency',
    new RegExp(`(?<![全各本多两每内])(${provinces}(?:省|市|自治区)?人(?:民代表)?大(?:会)?(?:常(?:务)?委(?:员)?会)?)`, 'gu'),
  ],
  // 鹿城市人大常委会, 市人民代表大会
  ['Agency', new RegExp(`${opening}(${run(2, 6)}[省市县区州旗]人(?:民代表)?大(?:会)?(?:常(?:务)?委(?:员)?会)?)`, 'gu')],
  ['Agency', /(?<![全各本多两每内])([省市县区州旗]人民代表大会(?:常务委员会)?)/gu],
  // 鹿城市委书记, 鹿城市中级人民法院, 鹿城海关, 鹿城高新区管委会
  [
    'Agency',
    new RegExp(
      `${opening}(${run(2, 6)}[省市县区州旗]委(?:员会)?)(?=副?书记|常委|宣传部|组织部|办公室|政法委|[，。、表指发印召要提])`,
      'gu',
    ),
  ],
  [
    'Agency',
    new RegExp(
      `(?:${opening}|(?<=试验区|示范区))(${run(2, 16)}(?:人民法院|人民检察院|知识产权法院|金融法院|管委会|管理委员会))`,
      'gu',
    ),
  ],
  ['Agency', new RegExp(`${opening}((?![各当本该从])${run(2, 5)}海关)(?!总署|关员|特殊|监管|编码|总|学|法|进出口)`, 'gu')],
  // 世界贸易组织司司长: the rank names the kind of office that it is of
  ['Agency', new RegExp(`${opening}((?![各该本原某全])${run(2, 14)}([司局处厅署]))(?=(?:原|常务)?副?\\2长)`, 'gu')],
  // 省公安厅, 浙江省商务厅
  ['Agency', new RegExp(`(?<![全各本多两每内])((?:国家|自治区|${provinces}|[省市县区州盟旗])(?:${charges})${office})`, 'gu')],
  ['Agency', new RegExp(`${opening}((?:${charges})(?:委员会|厅|局|委|署)(?![长员属分门]))${closing}`, 'gu')],
  [
    'Agency',
    new RegExp(
      `(?<![全各本多两每内])((?:自治区|[省市县区州盟旗])(?:人民)?政府(?:办公厅|办公室|新闻办公室|新闻办)?|[省市]委(?:办公厅|组织部|宣传部|政法委|统战部))`,
      'gu',
    ),
  ],
  [
    'Agency',
    new RegExp(
      `${opening}(${run(2, 14)}(?:委员会|管理局|监督局|总局|办公厅|办公室|税务局|人民法院|检察院|公安局)|工业和信息化部)${closing}`,
      'gu',
    ),
  ],
  ['Agency', new RegExp(`${opening}(国家${run(2, 8)}[委局部署])${closing}`, 'gu')],
  [
    'Agency',
    new RegExp(
      `${opening}((?:${run(2, 6)}(?:省|市|自治区|[县区州]))${run(2, 10)}(?:厅|局|委(?!会)|(?<=人民)政府))${closing}`,
      'gu',
    ),
  ],
  [
    'Agency',
    /(?<=、|[和与及、](?:国家)?|(?:由|会同|联合))((?:(?![部局委署院会办省市][和与及])(?!联合|会同)\p{Script=Han}){2,8}?(?:部|委|署|局))(?=、|[和与等联发印近日]|[一二三四五六七八九十两\d]+部门)/gu,
  ],
  ['Agency', new RegExp(`${opening}(${run(1, 6)}(?:中央银行|央行|国家银行))`, 'gu')],
  // 生态环境部应对气候变化司司长
  [
    'Agency',
    new RegExp(
      `((?:${ministries}|海关总署|国家发展改革委|市场监管总局|国家税务总局|国家\\p{Script=Han}{2,8}?[局委署])(?:(?![部局委署会])\\p{Script=Han}){2,14}?([司局]))(?=副?\\2长|(?:有关|相关)?负责(?:人|同志))`,
      'gu',
    ),
  ],
  // 农业农村部畜牧兽医局
  [
    'Agency',
    new RegExp(
      `((?:${ministries}|${offices}|海关总署|国家发展改革委|市场监管总局|国家税务总局)${run(2, 8)}[司局])(?!长)${closing}`,
      'gu',
    ),
  ],
];
