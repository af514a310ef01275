/**
 * What is near to a question by accident. By some models all texts are alike (cosines of 0.7 to 1), by others few are; so a question is compared with what everyday
 * questions are near to, which no graph of policies is about.
 */
import type { QuestionLanguage } from './everyday-questions.js';

/** Of the everyday questions of one language. */
interface Level {
  /** Their mean: what all questions have in common. */
  readonly mean: Float32Array;
  /** How near a question must be to a text to be about it: few everyday questions come as near to any. */
  readonly least: number;
}

export type Background = Readonly<Record<QuestionLanguage, Level>>;

/** How a question differs from others. */
interface Aim {
  /** Of length 1. */
  readonly direction: Float32Array;
  readonly length: number;
}

/** Numbers of 32 bits that should be equal differ by less. */
export const rounding = 1e-4;

/** Undefined for a question that is as all others are. */
export function aimOf(question: Float32Array, mean: Float32Array): Aim | undefined {
  const difference = question.map((value, index) => value - (mean[index] ?? 0));
  const length = Math.hypot(...difference);
  return length < rounding ? undefined : { direction: difference.map((value) => value / length), length };
}

/** Standard deviations above the mean: one of 44 everyday questions comes nearer, if they are spread normally. */
const deviations = 2;

/** `likeness` gives the cosine of the text that is nearest to a direction. */
export async function levelOf(
  questions: readonly Float32Array[],
  likeness: (direction: Float32Array) => Promise<number>,
): Promise<Level> {
  const nearest: number[] = [];
  for (const question of questions) {
    const aim = aimOf(question, meanOf(questions.filter((other) => other !== question)));
    nearest.push(aim === undefined ? 0 : aim.length * (await likeness(aim.direction)));
  }
  const usual = average(nearest);
  const deviation = Math.sqrt(average(nearest.map((each) => (each - usual) ** 2)));
  return { mean: meanOf(questions), least: usual + deviations * deviation };
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (const [index, value] of vector.entries()) mean[index] = (mean[index] ?? 0) + value / vectors.length;
  return mean;
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
