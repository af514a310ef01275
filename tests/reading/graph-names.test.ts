import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import type { Graph } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import { GraphNames, lexiconOf } from '../../src/reading/graph-names.js';
import { mentionsIn } from '../../src/reading/mentions.js';
import { article, claim, draft, named } from '../changesets/drafts.js';
import { engines } from '../support/engines.js';

const text = 'The Ministry of Magic, the Office of Owls and Hogsmeade met in Hogsmeade, Northshire, of the Wand Board.';

describe.each(engines)('the names of a graph on $name', ({ empty }) => {
  let graph: Graph;
  let statements: string[];
  let names: GraphNames;
  const change = (parts: Parameters<typeof draft>[0]) => applyChangeset(graph, draft(parts));
  /** As it would be when all names were read again. */
  const mustBeAsRead = async () => expect(mentionsIn(text, await names.now())).toEqual(mentionsIn(text, await lexiconOf(graph)));

  beforeEach(async () => {
    graph = await empty();
    statements = [];
    const read = (statement: Statement<never>) => (statements.push(statement.name), graph.read(statement));
    names = new GraphNames({ engine: graph.engine, read });
    await change({
      entities: [
        { id: article, title: 'The article' },
        named('agency:magic', 'Ministry of Magic', { kind: 'MINISTRY' }),
        named('region:one', 'Hogsmeade', { level: 'PREFECTURE' }),
        named('region:two', 'Hogsmeade', { level: 'PREFECTURE' }),
        named('region:north', 'Northshire', { level: 'PROVINCE' }),
      ],
      claims: [claim('region:one', 'PART_OF', { object: 'region:north' })],
    });
    await names.now();
  });
  afterEach(() => graph.close());

  it('has entities that came since, under their other names too', async () => {
    await change({ entities: [named('agency:owls', 'Office of Owls', { kind: 'DEPARTMENT' })] });
    await mustBeAsRead();
    expect(mentionsIn(text, await names.now()).map(({ entity }) => entity)).toContain('agency:owls');
    await change({ entities: [{ id: 'agency:owls', names: [{ value: 'Wand Board', lang: 'en' }] }] });
    await mustBeAsRead();
    const found = mentionsIn(text, await names.now()).filter(({ entity }) => entity === 'agency:owls');
    expect(found.map((mention) => mention.text)).toEqual(['Wand Board']);
  });

  it('forgets entities that were merged', async () => {
    await change({ merges: [{ entity: 'region:two', into: 'region:one' }] });
    await mustBeAsRead();
    expect((await names.now()).entity('region:two')).toBeUndefined();
  });

  it('knows what entities are part of by now', async () => {
    await change({ claims: [claim('region:two', 'PART_OF', { object: 'region:north' })] });
    await mustBeAsRead();
    expect((await names.now()).ancestors('region:two')).toEqual(new Set(['region:north']));
  });

  it('reads nothing but the log again where nothing changed', async () => {
    statements.length = 0;
    await names.now();
    expect(new Set(statements)).toEqual(new Set(['changeset/last', 'changeset/since']));
  });
});
