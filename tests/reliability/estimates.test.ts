/** A few generated operations with drafts in the graph: `npm run test:estimates` asks 10,000. */
import { describe, expect, it } from 'vitest';
import { estimate, fillRandomly, mutations, noEstimates, operationsOf } from '../../reliability/estimates/estimates.js';
import { engines } from '../support/engines.js';

describe.each(engines)('generated operations on $name', ({ empty }) => {
  it('read no more nodes than estimated, and no more rows than they pay for', async () => {
    const [graph, found] = [await empty(), noEstimates()];
    await fillRandomly(graph, 12);
    for (const operation of [...(await operationsOf(12, 12)), ...mutations]) await estimate(graph, operation, found);
    await graph.close();
    expect(found.asked).toBeGreaterThan(60);
    expect(found.refused).toBeLessThan(found.asked / 4);
    expect([...found.above, ...found.rowsAbove]).toEqual([]);
  });
});
