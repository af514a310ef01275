/** Units: what one way in refuses, every way in refuses, and tables are converted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imported } from '../import/importing.js';
import { engines } from '../support/engines.js';
import { doorsOf, type Doors } from './doors.js';

const observation = { indicator: 'indicator:x', kind: 'ACTUAL', value: 1 };
const ways = ['applyChangeset', 'draftChangeset', 'JSON Lines', 'YAML', 'POST /import'] as const;

describe.each(engines)('units at every door of $name', ({ empty }) => {
  let doors: Doors;
  beforeAll(async () => {
    doors = await doorsOf(empty);
  });
  afterAll(() => doors.close());

  const indicator = (unit: string) => [{ id: 'indicator:x', names: [{ value: 'X', lang: 'en' }], unit }];

  it.each(ways)('%s takes those that are known', async (way) => {
    for (const unit of ['CNY', '{car}', 'kW.h', 'USD/kg']) expect(await doors[way](indicator(unit))).toBeUndefined();
  });

  it.each(ways)('%s refuses others, and names the right one', async (way) => {
    expect(await doors[way](indicator('万辆'))).toContain('write "{car}" with the value times 10,000');
    expect(await doors[way](indicator('rmb'))).toContain('write "CNY"');
    expect(await doors[way](indicator('sector'))).toContain('Did you mean "{sector}"?');
  });

  it.each([
    ['万元', 'write "CNY" with the value times 10,000'],
    ['亿元', 'write "CNY" with the value times 100,000,000'],
    ['car', 'write "{car}"'],
  ])('an observation in %s is refused', async (unit, reason) => {
    const input = {
      reason: 'x',
      observations: [{ ...observation, unit, evidence: [{ document: 'document:x', record: '1', summary: 's' }] }],
    };
    const asked = await doors.ask('mutation ($i: ChangesetInput!) { applyChangeset(input: $i, dryRun: true) { outcome } }', {
      i: input,
    });
    expect(asked.text).toContain(JSON.stringify(reason).slice(1, -1));
    const line = JSON.stringify({ type: 'observation', ...observation, unit });
    expect((await imported(doors.graph, { name: 'in.jsonl', content: line })).problems.lines().join()).toContain(reason);
    const converted = JSON.stringify({
      type: 'observation',
      ...observation,
      unit: 'CNY',
      convertedValue: 1,
      convertedUnit: unit,
    });
    expect((await imported(doors.graph, { name: 'in.jsonl', content: converted })).problems.lines().join()).toContain(reason);
  });

  it('a table is converted', async () => {
    const mapping = `document: document:list
record: "{n}"
once: [ { id: "document:list", title: The list }, { id: "indicator:x", names: [ { value: X, lang: en } ] } ]
observations:
  - indicator: indicator:x
    kind: ACTUAL
    period: "{n}"
    value: { from: "{v}", as: number }
    unit: "{u}"
    convertedValue: { from: "{c}", as: number }
    convertedUnit: 亿美元
`;
    const content = 'n,v,u,c\n2021,12.3,万辆,\n2022,1.005,亿元,0.14\n2023,7,{car},\n2024,8,rmb,\n';
    const { problems } = await imported(doors.graph, { name: 't.csv', content, mapping });
    expect(problems.lines()).toEqual([]);
    const read = await doors.graph.read<object>({
      name: 'test',
      text: 'MATCH (o:Observation) RETURN o.value AS value, o.unit AS unit, o.convertedValue AS converted, o.convertedUnit AS into ORDER BY o.period',
      parameters: {},
    });
    expect(read).toMatchObject([
      { value: 123_000, unit: '{car}' },
      { value: 100_500_000, unit: 'CNY', converted: 14_000_000, into: 'USD' },
      { value: 7, unit: '{car}' },
      { value: 8, unit: 'CNY' },
    ]);
    const wrong = await imported(doors.graph, { name: 't.csv', content: 'n,v,u,c\n2021,1,warehouses,\n', mapping, id: 'wrong' });
    expect(wrong.problems.lines().join()).toMatch(/^t\.csv:2:3 .*Did you mean "\{warehouses\}"/);
  });
});
