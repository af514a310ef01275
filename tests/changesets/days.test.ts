/** The days of relations follow whatever they depend on: documents that are dated later, beginnings that come and go. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import type { Report } from '../../src/changesets/report.js';
import { checkGraph } from '../../src/graph/inference/check.js';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { ask } from '../support/operations.js';
import { article, claim, draft, named } from './drafts.js';

describe.each(engines)('the days of relations on $name', ({ empty }) => {
  let graph: Graph;
  const opened: Graph[] = [];
  const apply = (parts: Parameters<typeof draft>[0]) => applyChangeset(graph, draft(parts));
  const claimIn = ({ entries }: Report, predicate: string) =>
    entries.find(({ kind, type }) => kind === 'CLAIM_ASSERTED' && type === predicate)?.id as string;

  const edgesOn = async (date: string) => {
    const query = `{ agency(id: "agency:bureau") { programs { edges { certainty firstStatedOn { edtf } lastStatedOn { edtf } } } } }`;
    const { data } = await ask(graph, { query: query.replace('{', `query @asOf(date: "${date}") {`) });
    return (data as { agency: { programs: { edges: object[] } } }).agency.programs.edges;
  };

  beforeEach(async () => {
    graph = await empty();
    opened.push(graph);
    await apply({
      entities: [{ id: article, title: 'The article' }, named('agency:bureau', 'Bureau'), named('program:pilot', 'Pilot')],
      claims: [claim('agency:bureau', 'ADMINISTERS', { object: 'program:pilot' })],
    });
  });
  afterAll(() => Promise.all(opened.map((each) => each.close())));

  it('are those of a document that is dated afterwards', async () => {
    await apply({ entities: [{ id: article, publishedOn: '2024-05-01' }] });
    const day = { edtf: '2024-05-01' };
    expect(await edgesOn('2024-05-01')).toEqual([{ certainty: 'CERTAIN', firstStatedOn: day, lastStatedOn: day }]);
    expect(await edgesOn('2025-01-01')).toMatchObject([{ certainty: 'PRESUMED' }]);
    expect(await edgesOn('1990-01-01')).toMatchObject([{ certainty: 'POSSIBLE' }]);
    await apply({ entities: [{ id: article, citedOn: '2024-04-01' }] });
    expect(await edgesOn('2024-05-01')).toMatchObject([{ certainty: 'PRESUMED', lastStatedOn: { edtf: '2024-04-01' } }]);
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it('are those of all documents that say so', async () => {
    const second = [{ document: 'document:second', record: '1', summary: 'It says so too.' }];
    await apply({
      entities: [
        { id: article, publishedOn: '2020' },
        { id: 'document:second', title: 'Another', publishedOn: '2024-05-01' },
      ],
      claims: [claim('agency:bureau', 'ADMINISTERS', { object: 'program:pilot' }, { evidence: second })],
    });
    expect(await edgesOn('2024-05-01')).toEqual([
      { certainty: 'CERTAIN', firstStatedOn: { edtf: '2020' }, lastStatedOn: { edtf: '2024-05-01' } },
    ]);
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it('begin with the program, as soon as its beginning is known and as long as it is', async () => {
    const began = await apply({ claims: [claim('program:pilot', 'startedOn', { value: '2019' })] });
    expect(await edgesOn('2018-12-31')).toEqual([]);
    expect(await edgesOn('2019-01-01')).toHaveLength(1);
    const earlier = await apply({ claims: [claim('program:pilot', 'startedOn', { value: '2017' })] });
    expect(await edgesOn('2018-12-31')).toHaveLength(1);
    await apply({ retract: [claimIn(earlier, 'startedOn')] });
    expect(await edgesOn('2018-12-31')).toEqual([]);
    await apply({ retract: [claimIn(began, 'startedOn')] });
    expect(await edgesOn('1990-01-01')).toHaveLength(1);
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it('leave out of lists and counts what does not hold with the certainty asked for', async () => {
    const counts = async (atLeast: string, on: string) => {
      const query = `query @asOf(date: "${on}", atLeast: ${atLeast}) {
        agency(id: "agency:bureau") { programs { totalCount edges { node { id } } } }
        programs(where: { administeredBy: "agency:bureau" }) { totalCount }
        neighbourhood(id: "agency:bureau") { relations { certainty } }
        paths(from: "agency:bureau", to: "program:pilot") { certainty }
      }`;
      const { data } = await ask(graph, { query });
      const { agency, programs, neighbourhood, paths } = data as Record<string, any>;
      return [
        agency.programs.totalCount,
        agency.programs.edges.length,
        programs.totalCount,
        neighbourhood.relations.length,
        paths.length,
      ];
    };
    await apply({ entities: [{ id: article, publishedOn: '2024-05-01' }] });
    const [all, none] = [Array(5).fill(1), Array(5).fill(0)];
    expect(await counts('POSSIBLE', '1990-01-01')).toEqual(all);
    expect(await counts('PRESUMED', '1990-01-01')).toEqual(none);
    expect(await counts('PRESUMED', '2025-01-01')).toEqual(all);
    expect(await counts('CERTAIN', '2025-01-01')).toEqual(none);
    expect(await counts('CERTAIN', '2024-05-01')).toEqual(all);
  });
});
