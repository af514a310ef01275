/** Invented texts of any length: a few paragraphs again and again, with other names, dates and numbers each time. */
const english = [
  'The Ministry of {place} and three other departments jointly issued the Notice on {thing} Safety on May {day}, 2023, which requires owners to register, bans long wands and encourages the use of holsters.',
  'Jane {place}, director general of the Ministry of Commerce, told the Daily {place} that exports of used cars from Zhejiang rose by {number} percent to {number},000 units last year. “We {thing} at home,” she said on Saturday, adding that it would take months.',
  'The {number} regions are Beijing, Shanghai, Taizhou in Zhejiang province and {place}. It also applies to the {place} {thing} Association ({initials}A), founded in 20{day}. The notice took effect on June {day}, and the program was expanded to Guangdong.',
  'Many villages of {place} still have no broom of their own, although the association says that {number} million yuan (US${number} million) will be spent in the first two months of next year.',
];
const chinese = [
  '{place}部等四部门于2023年5月{day}日联合印发《关于{thing}安全的通知》，要求车主登记，禁止长杖，鼓励使用杖套。',
  '商务部司长{place}告诉《{place}日报》，去年浙江二手车出口增长{number}%，达到{number}万辆。“我们在家里练习{thing}，”她周六说，并表示还需要几个月。',
  '首批试点城市包括北京、上海、浙江台州和{place}市。该通知自6月{day}日起施行，{place}{thing}协会表示，试点扩大到广东。',
  '{place}的许多村庄还没有自己的{thing}，协会称明年前两个月将投入{number}万元。',
];
const syllables = ['Ava', 'lon', 'Mor', 'dale', 'Lyo', 'nes', 'Isk', 'arn', 'Tol', 'vey', 'Bru', 'mel'];
const signs = ['墨', '塔', '岭', '泽', '森', '雾', '岚', '蓝', '枫', '珀', '琳', '弦'];
const things = { en: ['Wand', 'Broom', 'Potion', 'Owl', 'Lantern'], zh: ['魔杖', '扫帚', '药水', '猫头鹰', '灯笼'] };

/** Deterministic: the count of a paragraph chooses its names and numbers. */
export function inventedText(language: 'en' | 'zh', length: number): string {
  const paragraphs = language === 'en' ? english : chinese;
  const all: string[] = [];
  for (let count = 0, size = 0; size < length; count++) {
    const paragraph = filled(paragraphs[count % paragraphs.length] as string, language, count);
    all.push(paragraph);
    size += paragraph.length + 2;
  }
  return all.join('\n\n').slice(0, length);
}

function filled(paragraph: string, language: 'en' | 'zh', count: number): string {
  let next = count;
  const values: Readonly<Record<string, () => string>> = {
    place: () => nameOf(language, (next += 7)),
    thing: () => pick(things[language], next),
    day: () => String(10 + (next % 18)),
    number: () => String(2 + ((next += 13) % 97)),
    initials: () => String.fromCodePoint(65 + (next % 26), 65 + (Math.floor(next / 26) % 26)),
  };
  return paragraph.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name]?.() ?? '');
}

/** A thousand names. */
function nameOf(language: 'en' | 'zh', number: number): string {
  const [one, other, third] = [number, Math.floor(number / 12), Math.floor(number / 144) % 7];
  if (language === 'zh') return pick(signs, one) + pick(signs, other + 5) + (third === 0 ? '' : pick(signs, third));
  const name = pick(syllables, one) + pick(syllables, other + 5).toLowerCase() + (third === 0 ? '' : pick(syllables, third));
  return name.charAt(0) + name.slice(1).toLowerCase();
}

const pick = (from: readonly string[], number: number): string => from[number % from.length] as string;
