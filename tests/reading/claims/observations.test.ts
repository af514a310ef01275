import { describe, expect, it, test } from 'vitest';
import type { Proposal } from '../../../src/reading/claims/proposal.js';
import { proposalsOf } from '../../../src/reading/claims/propose.js';
import { Lexicon, type NamedEntity } from '../../../src/reading/mentions/lexicon.js';
import { readText } from '../../../src/reading/read-text.js';

const entity = (id: string, label: NamedEntity['label'], names: readonly string[], unit?: string): NamedEntity => ({
  id,
  label,
  names: names.map((value) => ({ value, lang: /\p{Script=Han}/u.test(value) ? 'zh' : 'en', kind: 'ALIAS' })),
  kinds: [],
  parents: [],
  unit,
});
const lexicon = new Lexicon([
  entity('region:XN', 'Region', ['Narnia', '纳尼亚']),
  entity('region:XG', 'Region', ['Gondor', '刚铎']),
  entity('product:wands', 'Product', ['used wands', '旧魔杖']),
  entity('agency:magic', 'Agency', ['Ministry of Magic', '魔法部']),
  entity('indicator:wands-exported', 'Indicator', ['Used wands exported'], '{wand}'),
  entity('indicator:broom-exports', 'Indicator', ['Value of broom exports'], 'CNY'),
]);

const read = (text: string): Proposal[] =>
  proposalsOf(readText(text, { date: '2024-04-12' }, lexicon), lexicon).filter(
    ({ rule }) => rule === 'amount-measures' || rule === 'rank-measures',
  );

/** Each observation in one line. */
const observations = (text: string): string[] =>
  read(text).flatMap((proposal) => {
    if (proposal.kind !== 'OBSERVATION') return [];
    const { indicator, comparator, value, rank, unit, period, basePeriod, region, kind, reportedBy } = proposal.observation;
    return [
      [
        indicator.slice('indicator:'.length),
        kind,
        comparator === 'EXACT' ? '' : comparator,
        value ?? `rank ${rank}`,
        unit ?? '',
        period ?? '',
        basePeriod === undefined ? '' : `from ${basePeriod}`,
        region?.slice('region:'.length) ?? '',
        reportedBy === undefined ? '' : `by ${reportedBy}`,
      ]
        .filter((part) => part !== '')
        .join(' '),
    ];
  });

describe('observations of a text', () => {
  it.each([
    ['In 2021, Narnia exported 15,000 used wands.', ['wands-exported ACTUAL 15000 {wand} 2021 XN']],
    [
      'In 2021, Narnia exported 15,000 used wands. This figure soared to 69,000 in 2022.',
      ['wands-exported ACTUAL 15000 {wand} 2021 XN', 'wands-exported ACTUAL 69000 {wand} 2022 XN'],
    ],
    [
      'According to the Ministry of Magic, Narnia’s broom exports reached 2 billion yuan in 2023, up 15 percent year-on-year.',
      [
        'broom-exports ACTUAL 2000000000 CNY 2023 XN by agency:magic',
        'broom-exports CHANGE 15 % 2023 from 2022 XN by agency:magic',
      ],
    ],
    ['In 2023, about 300 dragons were hatched in Gondor.', ['dragons-hatched ACTUAL ABOUT 300 {dragon} 2023 XG']],
    [
      'Investment in caves in Gondor should increase by over 25% by 2027 compared with 2023 levels.',
      ['investment-in-caves-in-gondor TARGET MORE_THAN 25 % 2027 from 2023 XG'],
    ],
    [
      'In Gondor, inflation fell to 22 percent in March from 24 percent a month earlier.',
      ['inflation ACTUAL 22 % 2024-03 XG', 'inflation ACTUAL 24 % 2024-02 XG'],
    ],
    ['Gondor will give 40,000 used wands to schools.', ['wands-exported TARGET 40000 {wand} XG']],
    ['Gondor lent between 40 million and 55 million dollars.', []],
    ['Each village in Gondor will receive up to 20 million dollars.', []],
    ['The Nimbus Bank holds 30 percent of Gondor Brooms.', []],
    ['The witches of Gondor had expected a cut of 5 percent.', []],
    ['Gondor is the third-largest exporter of used wands.', ['size-as-exporter-of-used-wands ACTUAL rank 3 2024-04 XG']],
    [
      '据魔法部统计，2023年纳尼亚出口旧魔杖300万支，同比增长5%。',
      expect.arrayContaining([expect.stringContaining('CHANGE 5 % 2023 from 2022 XN by agency:magic')]),
    ],
  ])('%s', (text, expected) => {
    expect(observations(text)).toEqual(expected);
  });

  test.each([
    ['The ministry and four other departments issued it within 30 days.'],
    ['The six wizards met for 12 hours.'],
    ['It has 18 articles.'],
  ])('%s has none', (text) => {
    expect(observations(text)).toEqual([]);
  });

  it('come after the indicator that the graph does not have', () => {
    const [entityProposal, observation] = read('In 2023, about 300 dragons were hatched in Gondor.');
    expect(entityProposal).toMatchObject({
      kind: 'ENTITY',
      entity: {
        id: 'indicator:dragons-hatched',
        properties: [
          { name: 'unit', value: '{dragon}' },
          { name: 'kind', value: 'STOCK' },
        ],
      },
    });
    expect(observation).toMatchObject({ kind: 'OBSERVATION', observation: { indicator: 'indicator:dragons-hatched' } });
  });

  it('have the same new indicator where they measure the same', () => {
    const kinds = read('In 2022, 200 dragons were hatched in Gondor. In 2023, 300 dragons were hatched.').map(({ kind }) => kind);
    expect(kinds).toEqual(['ENTITY', 'OBSERVATION', 'OBSERVATION']);
  });

  it('have what the text converts them to', () => {
    const [proposal] = read('Narnia’s broom exports reached 2 billion yuan (US$300 million) in 2023.');
    expect(proposal).toMatchObject({ observation: { value: 2_000_000_000, convertedValue: 300_000_000, convertedUnit: 'USD' } });
  });
});

describe('the place of a figure', () => {
  it.each([
    ['The Nimbus Company sold 300 lamps in 2023.', ['lamps-sold ACTUAL 300 {lamp} 2023']],
    ['Narnia is far from Gondor and Narnia is cold. Net profit rose 7 percent in 2023.', ['net-profit CHANGE 7 % 2023']],
    ['Narnia is cold. Its factory counted 300 lamps in 2023.', ['lamps-counted ACTUAL 300 {lamp} 2023 XN']],
    [
      'The guild counted 300 owls in Narnia and 400 owls in Gondor in 2023.',
      ['owls-counted ACTUAL 300 {owl} 2023 XN', 'owls ACTUAL 400 {owl} 2023 XG'],
    ],
    [
      'Narnia is cold. The guild will open a tower in Gondor and raise its yearly output to 40 tonnes by 2028.',
      [expect.stringMatching(/ TARGET 40 t 2028 XN$/)],
    ],
    ['纳尼亚有塔。其中，刚铎魔杖产量为30万支。', [expect.stringMatching(/ 300000 \S+ XG$/)]],
  ])('%s', (text, expected) => {
    expect(observations(text)).toEqual(expected);
  });

  it('makes it less sure where it is that of the whole text', () => {
    const [named, guessed] = ['In 2023, 300 lamps were sold in Narnia.', 'Narnia is cold. In 2023, 300 lamps were sold.'].map(
      (text) => read(text).find(({ kind }) => kind === 'OBSERVATION')?.confidence ?? 0,
    );
    expect(guessed).toBeLessThan(named ?? 0);
  });
});

describe('what a figure is of', () => {
  it.each([
    ['Analysts at Nimbus expect lamp prices in Narnia to rise by 4 percent in 2025.', 'lamp-prices-in-narnia'],
    ['The guild of Narnia left its lamp fee at 27 percent in 2023.', 'lamp-fee'],
    ['In 2023, Gondor exported 400 tonnes of tea.', 'tea-exported'],
    ['In 2023, Narnia had 30 million euros in old lamps.', 'old-lamps'],
    ['The Nimbus Company, listed in Gondor, produced 11 tonnes in 2023.', 'output'],
    ['In 2023, 80 percent of old lamps in Narnia were broken.', 'share-of-old-lamps-in-narnia'],
    ['The guild aims to raise the share of towers in Narnia to 30 percent by 2030.', 'share-of-towers-in-narnia'],
  ])('%s', (text, name) => {
    expect(observations(text).map((line) => line.split(' ')[0])).toEqual([name]);
  });

  it('is the noun of a count, or what comes after the amount', () => {
    const names = (text: string) =>
      read(text).flatMap((proposal) => (proposal.kind === 'ENTITY' ? [proposal.entity.names[0]?.value] : []));
    expect(names('截至2023年，纳尼亚、刚铎等12个城市加入。')).toEqual(['城市数']);
    expect(names('2023年，纳尼亚将开展1250亿元短期借款操作。')).toEqual(['短期借款']);
  });

  it('is no aim where its time is past', () => {
    expect(
      observations('The guild aims to cut the share of towers in Narnia to 3 percent by 2030; in 2022 it was 9 percent.'),
    ).toEqual([expect.stringContaining(' TARGET 3 % 2030 '), expect.stringContaining(' ACTUAL 9 % 2022 ')]);
  });
});

describe('the time of a figure', () => {
  it.each([
    [
      'In 2021, Narnia grew between 40 and 55 tonnes of tea.\n\nOver the same period, Gondor grew 12 tonnes.',
      [expect.stringMatching(/ 12 t 2021 XG$/)],
    ],
    [
      '2021年，纳尼亚魔杖产量为30万支。\n\n分地区看，刚铎魔杖产量为12万支。',
      [expect.stringMatching(/ 300000 \S+ 2021 XN$/), expect.stringMatching(/ 120000 \S+ 2021 XG$/)],
    ],
    [
      '2021年，纳尼亚魔杖产量为30万支。\n\n刚铎魔杖产量为12万支。',
      [expect.stringMatching(/ 300000 \S+ 2021 XN$/), expect.stringMatching(/ 120000 \S+ XG$/)],
    ],
    [
      'The Guild, which lent Narnia 3 tonnes in 2021, says that the harvest of Narnia was 15 tonnes last year.',
      expect.arrayContaining([expect.stringMatching(/ 15 t 2023 XN$/)]),
    ],
    ['魔杖会成立于2011年，2019年在纳尼亚上市，为30家商店供货。', [expect.stringMatching(/ 30 \{\S+ XN$/)]],
    ['纳尼亚的魔杖计划2019年启动，累计投入约4亿元。', [expect.stringMatching(/ ABOUT 400000000 CNY XN$/)]],
    ['The harvest of Narnia rose by 2 tonnes to 9 tonnes.', expect.arrayContaining([expect.stringMatching(/ 9 t XN$/)])],
  ])('%s', (text, expected) => {
    expect(observations(text)).toEqual(expected);
  });
});

describe('amounts that measure nothing', () => {
  it.each([
    'The guild asked in a survey of 300 lamps in Narnia.',
    'A post claiming “99% of the owls of Narnia fly” was read by many.',
    'Posts online claim that Narnia lost 300 lamps in 2023.',
    '有网友称，2023年纳尼亚丢失灯笼300盏。',
    'Under the rules, buyers may get up to 500 yuan for each wand in Narnia.',
    'In Narnia, the subsidy is capped at 500 yuan per wand.',
    'Narnia asks shops to keep prices below 20 yuan.',
    'The Ministry of Magic denied that Narnia exported 15,000 used wands in 2021.',
    'If Narnia exported 15,000 used wands in 2024, shops would close.',
    'In 2021, two thirds of them were used wands from Narnia.',
    '《魔杖安全条例》规定，纳尼亚每家商店补贴3万元。',
    '纳尼亚的魔杖长度必须超过20厘米。',
    '纳尼亚出口旧魔杖下降3.1个百分点的说法不准确。',
  ])('has none for: %s', (text) => expect(observations(text)).toEqual([]));

  it('has only the corrected amount', () => {
    expect(observations('纳尼亚有15个县参加，应为18个县。')).toEqual([expect.stringContaining(' 18 {county}')]);
  });

  it('has only what a share grew to, where what it was has no date', () => {
    expect(observations('In 2023, the share of owls in Narnia rose from 10 percent to 12 percent.')).toEqual([
      expect.stringContaining(' 12 % 2023 XN'),
    ]);
    expect(observations('2023年，纳尼亚猫头鹰占比由10%升至12%。')).toEqual([expect.stringContaining(' 12 % 2023 XN')]);
  });

  it('has only what is so, where another is not', () => {
    expect(observations('2023年，纳尼亚投资260亿元，不是有人说的620亿元。')).toEqual([
      expect.stringContaining(' 26000000000 CNY 2023 XN'),
    ]);
  });

  it('keeps a figure that a condition does not touch', () => {
    expect(observations('Narnia had 310 night markets in March 2024.')).toEqual([
      expect.stringContaining(' 310 {market} 2024-03 XN'),
    ]);
  });
});

test('in Chinese, figures are of the country again after a place of their own', () => {
  const home = { ...entity('agency:owls', 'Agency', ['猫头鹰部']), countries: ['region:XN'] };
  const names = [...['region:XN', 'region:XG'].flatMap((id) => lexicon.entity(id) ?? []), home];
  const regions = (text: string) =>
    proposalsOf(readText(text, { date: '2024-04-12' }, new Lexicon(names)), new Lexicon(names)).flatMap((proposal) =>
      proposal.kind === 'OBSERVATION' ? [proposal.observation.region] : [],
    );
  expect(regions('纳尼亚的扫帚不多。分地区看，刚铎扫帚产量为40万把。魔杖产量为30万支。')).toEqual(['region:XG', 'region:XN']);
  expect(regions('刚铎扫帚产量为40万把。魔杖产量为30万支。')).toEqual(['region:XG', 'region:XG']);
});
