/** Ideographs instead of the radicals that look the same: Unicode's EquivalentUnifiedIdeograph, for the block that NFKC leaves alone. Fonts that have one glyph for both give the radical. */

/** U+2E80 to U+2EF3. */
const radicals =
  '⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃' +
  '⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳';

const ideographs =
  '厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀' +
  '西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';

const ideographOf = new Map(Array.from(radicals, (radical, index) => [radical, ideographs[index]]));

/** A text with ideographs for radicals: 车 for U+2ECB. */
export const withoutRadicals = (text: string): string =>
  text.replaceAll(/[\u2e80-\u2ef3]/g, (radical) => ideographOf.get(radical) ?? radical);
