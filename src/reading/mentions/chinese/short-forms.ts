/** Short forms of bodies that Chinese texts use without introducing them: 发改委, 央行. */
import { wordsIn } from '../words.js';
import type { Lexicon } from '../lexicon.js';
import type { Found } from '../mention.js';

const shortForms: Readonly<Record<string, string>> = {
  国家发展和改革委员会: '国家发展改革委|国家发改委|发展改革委|发改委',
  工业和信息化部: '工信部',
  人力资源和社会保障部: '人力资源社会保障部|人社部',
  住房和城乡建设部: '住房城乡建设部|住建部',
  科学技术部: '科技部',
  文化和旅游部: '文旅部',
  退役军人事务部: '退役军人部',
  国家卫生健康委员会: '国家卫生健康委|国家卫健委|卫生健康委|卫健委',
  国务院国有资产监督管理委员会: '国务院国资委|国资委',
  中国人民银行: '央行|人民银行',
  国务院新闻办公室: '国新办|国务院新闻办',
  国务院办公厅: '国办',
  国家市场监督管理总局: '国家市场监管总局|市场监管总局|市场监督管理总局',
  国家税务总局: '税务总局',
  国家金融监督管理总局: '国家金融监管总局|金融监管总局|金融监督管理总局',
  中国证券监督管理委员会: '中国证监会|证监会',
  国家统计局: '统计局',
  国家能源局: '能源局',
  国家外汇管理局: '外汇管理局|外汇局',
  国家互联网信息办公室: '国家网信办|网信办',
  最高人民法院: '最高法',
  最高人民检察院: '最高检',
  世界贸易组织: '世贸组织',
  世界卫生组织: '世卫组织',
  上海合作组织: '上合组织',
  新华通讯社: '新华社',
  中华人民共和国外交部: '外交部',
};

const fullNames = new Map(
  Object.entries(shortForms).flatMap(([full, short]) => [
    [full, full] as const,
    ...short.split('|').map((each) => [each, full] as const),
  ]),
);

/** New names that are short for one of the graph, as that; and those that are short for another of the text under one name. */
export function withShortForms(found: readonly Found[], lexicon: Lexicon): Found[] {
  const names = new Map<string, string>();
  return found.map((each) => {
    const full = fullNames.get(each.newName ?? '');
    if (full === undefined) return each;
    const known = knownAs(each, full, lexicon);
    if (known !== undefined) return known;
    const name = names.get(full) ?? each.newName ?? each.text;
    names.set(full, name);
    return { ...each, newName: name };
  });
}

function knownAs(each: Found, full: string, lexicon: Lexicon): Found | undefined {
  const words = wordsIn(full);
  const [longest] = lexicon.at(words, 0);
  const entry = longest?.length === words.length ? longest.entries[0] : undefined;
  if (entry === undefined || entry.entity.label !== each.label) return undefined;
  const { entity } = entry;
  return {
    ...each,
    newName: undefined,
    entity: entity.id,
    label: entity.label,
    how: 'NAME',
    confidence: 0.85,
    reason: `${each.text} is short for ${full}`,
    entries: [entry],
  };
}
