/** Words that are names of places or people, and more often are not. */

/** In lower case. At the beginning of a sentence, or as a month, they are no names unless the words around them say so. */
export const ordinaryEnglish = new Set(
  (
    'may march april june august sunday reading bath nice mobile police polish battle sandwich hull deal well street ' +
    'rugby ware rye lark wells rich grant bill mark will hope faith grace joy rose penny frank rob bob chase pat sue dean page pan ' +
    'long song sun king young man sang hang he she an li fan bo ban ding dong gong gang gong jun kai kang lei long man mei ming mu ' +
    'ning pei ping po ran ru she shi shu tang tong wan wen wu xi yan ye you yu rang can cheap sale price war peace victory union ' +
    'liberty independence providence corona apple orange shell gap target meta visa oracle block square stripe zoom slack signal ' +
    'world global media standard times post mirror sun express independent guardian economist fortune time life focus spiegel'
  ).split(' '),
);

/** Names of districts, outlets and others that are words of any text. */
export const ordinaryChinese = new Set(
  (
    '和平 中央 中心 建设 发展 开发 解放 团结 友谊 朝阳 东方 南方 北方 西部 东部 中部 南部 北部 城区 郊区 新区 开放 改革 文化 ' +
    '新城 长安 平安 永安 长乐 永和 长兴 永康 太平 安康 大同 同心 正定 安定 保安 民主 自由 平等 光明 未来 希望 先锋 前进 ' +
    '世界 全球 时代 环球 焦点 高新 通道 合作 江山 一 二 三 四 五 六 七 八 九 十'
  ).split(' '),
);

/** Titles after which a word is a person's name. */
export const titles =
  /\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|Madam|Dame|Sheikh|Tan Sri|Puan Sri|Datuk|Datuk Seri|Dato|Tun|Shri|Judge|General|Colonel|Admiral|Prince|Princess|leader|Leader|President|Premier|Chancellor|Minister|Prime Minister|Secretary|Governor|Chairman|Chairwoman|Chair|Director|Mayor|Senator|Sir|Lady|Lord|Theresa|spokesman|spokeswoman|spokesperson|Spokesman|Spokeswoman|Spokesperson|Commissioner|Ambassador|researcher|analyst|economist|founder|correspondent|reporter|anchor|commentator)\.?\s+$/u;
