import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/graph/search/edit-distance.js';
import { rank, type Candidate } from '../../src/graph/search/rank.js';

const candidate = (id: string, names: readonly string[], description?: string): Candidate => ({
  id,
  labels: ['Entity', 'Region'],
  name: names[0] ?? '',
  names,
  description,
});

describe('rank', () => {
  it('puts an exact name first, then case and diacritics, plural, beginning, all words, errors, description', async () => {
    const candidates = [
      candidate('described', ['Other'], 'About Used car'),
      candidate('misspelt', ['Uesd car']),
      candidate('words', ['Car that was used']),
      candidate('beginning', ['Used car export']),
      candidate('plural', ['Used cars']),
      candidate('case', ['used-CAR']),
      candidate('exact', ['Used car']),
      candidate('nothing', ['Ministry']),
    ];
    const ranked = await rank('Used car', candidates);
    expect(ranked.map(({ candidate: { id } }) => id)).toEqual([
      'exact',
      'case',
      'plural',
      'beginning',
      'words',
      'misspelt',
      'described',
    ]);
    expect(ranked[0]?.score).toBe(1);
    expect(ranked.at(-1)?.matchedName).toBeUndefined();
    for (const { score } of ranked) expect(score).toBeGreaterThan(0);
  });

  it('says which name fits best', async () => {
    expect((await rank('青岛', [candidate('a', ['Qingdao', '青岛市', '青岛'])]))[0]).toMatchObject({
      score: 1,
      matchedName: '青岛',
    });
  });

  it('puts one error before two', async () => {
    expect(
      (await rank('Guandong', [candidate('a', ['Shandong']), candidate('b', ['Guangdong'])])).map(({ candidate: { id } }) => id),
    ).toEqual(['b', 'a']);
  });

  it('puts what fits as well by name, then by id', async () => {
    const ranked = await rank('zone', [candidate('c', ['Zone B']), candidate('b', ['Zone A']), candidate('a', ['Zone A'])]);
    expect(ranked.map(({ candidate: { id } }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('finds nothing for nothing', async () => {
    expect(await rank('', [candidate('a', ['A'])])).toEqual([]);
    expect(await rank('***', [candidate('a', ['A', ''])])).toEqual([]);
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['a', '', 1],
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'acb', 1],
    ['abc', 'ab', 1],
    ['guandong', 'guangdong', 1],
    ['kitten', 'sitting', 3],
    ['abcdef', 'xyz', 3],
  ] as const)('of %j and %j is %d, or more than 2', (one, other, distance) => {
    expect(editDistance(one, other, 2)).toBe(Math.min(distance, 3));
    expect(editDistance(other, one, 2)).toBe(Math.min(distance, 3));
  });

  it('counts a swap as two changes when asked to', () => {
    expect(editDistance('abc', 'acb', 2, 'two')).toBe(2);
    expect(editDistance('abcd', 'bacde', 3, 'two')).toBe(3);
    expect(editDistance('abcd', 'bacde', 3)).toBe(2);
  });
});
