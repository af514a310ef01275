import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Answer {
  readonly questions: readonly string[];
  readonly right: readonly string[];
}

interface File {
  readonly answered: readonly Answer[];
  readonly named: readonly Answer[];
  readonly unrelated: readonly string[];
  readonly neighbouring: readonly string[];
}

export interface Question {
  readonly text: string;
  /** Ids of what answers it. */
  readonly right: readonly string[];
}

const file = parse(readFileSync(new URL('questions.yaml', import.meta.url), 'utf8')) as File;
const without = (texts: readonly string[]): Question[] => texts.map((text) => ({ text, right: [] }));

const withRight = (answers: readonly Answer[]): Question[] =>
  answers.flatMap(({ questions, right }) => questions.map((text) => ({ text, right })));

export const answered = { 'in other words': withRight(file.answered), 'by name': withRight(file.named) };
export const unanswered = { unrelated: without(file.unrelated), neighbouring: without(file.neighbouring) };
