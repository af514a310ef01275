/** `import --match` of places that were something else in the year of their row. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { policygraph } from '../support/cli.js';

const mapping = `document: document:old-places
record: "{n}"
once:
  - { id: "document:old-places", title: Old places }
entities:
  - id: "policy:old-{n}"
    names: [ { value: "Policy {n}", lang: en } ]
    properties: { announcedOn: { from: "{d}", as: date } }
claims:
  - { subject: "policy:old-{n}", predicate: COVERS, object: { from: "{r}", match: Region } }
`;
/** Name, date, and what it means for certain; nothing where a person must decide. */
const places: readonly (readonly [name: string, date: string, id?: string])[] = [
  ['巢湖市', '2009-05-01', 'region:CN-341400'],
  ['巢湖市', '2011-05-01'],
  ['巢湖市', '2020-05-01', 'region:CN-340181'],
  ['巢湖市', '', 'region:CN-340181'],
  ['莱芜市', '2017-05-01', 'region:CN-371200'],
  ['莱芜市', '2019-01-05'],
  ['莱芜市', '2021-05-01'],
  ['莱芜区', '2021-05-01', 'region:CN-370116'],
  ['莱芜区', '2015-05-01'],
  ['襄樊市', '2008-05-01', 'region:CN-420600'],
  ['崇文区', '2005-05-01', 'region:CN-110103'],
  ['崇文区', '2015-05-01'],
  ['南汇区', '2008', 'region:CN-310119'],
  ['闸北区', '2010-02', 'region:CN-310108'],
  ['重庆市', '1990-01-01', 'region:CN-510200'],
  ['重庆市', '2000-01-01', 'region:CN-CQ'],
  ['铜山县', '2009-01-01', 'region:CN-320323'],
  ['铜山县', '2012-01-01'],
  ['铜山区', '2012-01-01', 'region:CN-320312'],
  ['庐江县', '2005-01-01', 'region:CN-340124'],
  ['徐州市铜山县', '2009-01-01', 'region:CN-320323'],
  ['南京市铜山县', '2009-01-01'],
  ['鼓楼区', '2020-05-01'],
  ['Suzhou', '2020-05-01'],
  ['廣東省', '2020-05-01', 'region:CN-GD'],
  ['广东（省）', '2020-05-01', 'region:CN-GD'],
  ['海南省', '1985-01-01'],
];

describe('match in the year of a row', { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'policygraph-old-places-'));
    cpSync(inject('builtInGraph'), join(folder, 'graph'), { recursive: true });
    writeFileSync(join(folder, 'map.yaml'), mapping);
    writeFileSync(
      join(folder, 'in.csv'),
      `n,d,r\n${places.map(([name, date], index) => `${index},${date},${name}`).join('\n')}\n`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) =>
    policygraph(['import', join(folder, 'in.csv'), '--mapping', join(folder, 'map.yaml'), ...args], {
      settings: { POLICYGRAPH_DATA: join(folder, 'graph') },
    });
  /** The region of each policy whose id begins so, by the number of its row. */
  async function linked(prefix: string): Promise<(readonly [row: number, region: string])[]> {
    const file = join(folder, 'graph.jsonl');
    await policygraph(['export', '--format', 'jsonl', '--out', file, '--force'], {
      settings: { POLICYGRAPH_DATA: join(folder, 'graph') },
    });
    const claims = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes(`"policy:${prefix}`) && line.includes('"COVERS"'));
    const pairs = claims.map((line) => JSON.parse(line) as { readonly subject: string; readonly object: string });
    return pairs
      .map(({ subject, object }) => [Number(subject.slice(`policy:${prefix}`.length)), object] as const)
      .sort(([a], [b]) => a - b);
  }
  const decisions = () => join(folder, 'map.decisions.csv');

  it('links what is certain, and asks about the rest', async () => {
    const { code } = await run('--match', '--keep-good', '--rejects', join(folder, 'rejects.csv'));
    expect(code).toBe(0);
    const reasons = readFileSync(join(folder, 'rejects.csv.reasons.txt'), 'utf8');
    const asked = [...reasons.matchAll(/in\.csv:(\d+):3 is a name that means no Region for certain/g)].map(
      ([, line]) => Number(line) - 2,
    );
    expect(asked).toEqual(places.flatMap(([, , id], index) => (id === undefined ? [index] : [])));
    expect(await linked('old-')).toEqual(places.flatMap(([, , id], index) => (id === undefined ? [] : [[index, id]])));
  });

  it('asks once where a name means the same in all years, and by year where it does not', () => {
    const rows = readFileSync(decisions(), 'utf8')
      .split('\n')
      .map((line) => line.split(','));
    const years = (name: string) => rows.filter(([first]) => first === name).map((cells) => cells[5]);
    expect(rows[0]).toEqual(['name', 'type', 'decision', 'candidates', 'scores', 'year']);
    expect(years('鼓楼区')).toEqual(['']);
    expect(years('Suzhou')).toEqual(['']);
    expect(years('莱芜市')).toEqual(['2019', '2021']);
    expect(years('巢湖市')).toEqual(['2011']);
  });

  it('goes by what was decided for the year', async () => {
    const text = readFileSync(decisions(), 'utf8');
    const decided = text
      .replace(/^(莱芜市,Region),,(.*),2021$/m, '$1,region:CN-370116,$2,2021')
      .replaceAll(/^([^,\n]+,Region),,/gm, '$1,skip,');
    writeFileSync(decisions(), decided);
    expect(await run('--match')).toMatchObject({ code: 0, err: '' });
    const covers = new Map(await linked('old-'));
    const index = places.findIndex(([name, date]) => name === '莱芜市' && date.startsWith('2021'));
    expect(covers.get(index)).toBe('region:CN-370116');
    expect(covers.has(index - 1)).toBe(false);
  });

  it('refuses a year that is none', async () => {
    writeFileSync(decisions(), 'name,type,decision,candidates,scores,year\n巢湖市,Region,,,,09\n');
    const { code, err, out } = await run('--match');
    expect([code, err + out]).toEqual([1, expect.stringContaining('must be a year such as 2019, or empty for all')]);
  });

  it('goes by a date of its own, where the mapping names one', async () => {
    rmSync(decisions());
    writeFileSync(
      join(folder, 'map.yaml'),
      mapping.replace('match: Region', 'match: Region, on: "{d2}"').replaceAll('old-', 'own-'),
    );
    writeFileSync(join(folder, 'in.csv'), 'n,d,r,d2\n1,2020-01-01,巢湖市,2005-01-01\n2,2020-01-01,崇文区,2005-01-01\n');
    expect(await run('--match')).toMatchObject({ code: 0, err: '' });
    expect(await linked('own-')).toEqual([
      [1, 'region:CN-341400'],
      [2, 'region:CN-110103'],
    ]);
  });
});
