/** Chinese nouns that mean what was named before, where the words around them show it: 公司董事长, 会议指出. */

const afterFirm =
  '公司(?=\\d|董事|监事|总经理|总裁|创始|首席|高管|实现|持有|拟|计划|预计|将|现|目前|今年|去年|上半年|此前|已|在|与|未|否认|予以|股价|股票|股东|旗下|产品|营收|净利|主要|主营|成立|总部|方面|还|也|并|没有|不|宣布|表示|称|认为|指出|介绍|强调|披露|公告|于|从|自|为|有|其|正|向|对|的)';
const others =
  '(?:总局|集团|银行|会议|大会|论坛|规定|通知|办法|意见|细则|协会|委员会|协议|试点|行动|方案|规划|条例|计划|公告|决定|指南|目录|措施)(?=[表指明要提强自由将规决认介说称有为旨已于从适共对不也还并没未仅\\d]|(?:期|工作)[自为限将])';
const bare = new RegExp(`^(?:${afterFirm}|${others})`, 'u');
const clauseStart = /(?:^|[。！？；，\n“”：、（])\s?$/u;
/** 否认了公司将收购 */
const beforeFirm = /(?:[了由与向为是因称说对]|表示|认为|指出|否认|承认|证实|显示|预计|披露|公布|获悉|称)$/u;
const attended = /(?:出席|参加|主持)(?:了|本次|此次)?$/u;

/** How many characters at a place are read: the longest condition. */
const length = 10;

/** Whether a noun at a place stands for what was named before. */
export function isBareNoun(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const own = text.slice(start, start + length);
  if (/^(?:会议|大会|论坛|峰会)/u.test(own) && attended.test(before)) return true;
  if (!bare.test(own)) return false;
  return clauseStart.test(before) || (own.startsWith('公司') && beforeFirm.test(before));
}

/** Firms whose name does not say that they are: 比亚迪. */
export const isFirmName = (name: string): boolean =>
  /^\p{Script=Han}{2,8}$/u.test(name) &&
  !/(?:公司|集团|银行|协会|大学|学院|商会|联合会|社|报|台|院|所|会|组织|联盟|网|中心)$/u.test(name);
