/** What is near by accident, with made-up models: by some all texts are alike, by others few. */
import { describe, expect, it } from 'vitest';
import { aimOf, levelOf } from '../../src/meaning/background.js';
import { VectorTable } from '../../src/meaning/vectors/vector-table.js';

const dimensions = 256;

/** A vector of length 1 in a direction of its own for each seed. */
function noise(seed: number): number[] {
  let state = seed * 2_654_435_761 + 1;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31 - 0.5;
  return unit(Array.from({ length: dimensions }, next));
}

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

const sum = (...vectors: readonly (readonly number[])[]): number[] =>
  Array.from({ length: dimensions }, (_, index) => vectors.reduce((total, vector) => total + (vector[index] ?? 0), 0));

const [common, topic] = [noise(900), noise(901)];

describe.each([0, 1, 2])('a model by which texts share %s times what they differ by', (shared) => {
  const vectorOf = (seed: number, ...about: readonly number[][]) =>
    Float32Array.from(
      unit(
        sum(
          common.map((value) => shared * value),
          noise(seed),
          ...about,
        ),
      ),
    );
  const table = new VectorTable({ model: 'made up', dimensions });
  for (let seed = 0; seed < 300; seed++) table.add({ entity: `product:p${seed}`, hash: '', vector: vectorOf(seed) });
  for (let seed = 300; seed < 303; seed++) table.add({ entity: `product:p${seed}`, hash: '', vector: vectorOf(seed, topic) });
  const near = async (direction: Float32Array, limit: number) => table.nearest(direction, { limit });
  const everyday = Array.from({ length: 32 }, (_, index) => vectorOf(400 + index));
  const found = async (question: Float32Array) => {
    const { mean, least } = await levelOf(everyday, async (direction) => (await near(direction, 1))[0]?.likeness ?? 0);
    const aim = aimOf(question, mean)!;
    return (await near(aim.direction, 20)).filter(({ likeness }) => likeness * aim.length >= least).map(({ entity }) => entity);
  };

  it('has what a question is about, and little else', async () => {
    const ids = await found(vectorOf(500, topic));
    expect(ids.slice(0, 3).sort()).toEqual(['product:p300', 'product:p301', 'product:p302']);
    expect(ids.length).toBeLessThan(6);
  });

  it('has almost nothing for questions about nothing in the graph', async () => {
    const counts = await Promise.all(Array.from({ length: 20 }, async (_, index) => (await found(vectorOf(600 + index))).length));
    expect(counts.filter((count) => count > 0).length).toBeLessThan(3);
  });
});

describe('a question that is as all others are', () => {
  it('is near to nothing', async () => {
    const everyday = [Float32Array.of(1, 0), Float32Array.of(1, 0)];
    const { mean, least } = await levelOf(everyday, async () => 1);
    expect([aimOf(Float32Array.of(1, 0), mean), least]).toEqual([undefined, 0]);
  });
});
