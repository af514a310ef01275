import { useEffect, useReducer, useState } from 'react';
import { CombinedError } from 'urql';

export interface Question<Answer> {
  /** All that the answer depends on. */
  readonly key: string;
  readonly ask: () => Promise<Answer>;
}

export interface Answers<Answer> {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly error: CombinedError | undefined;
  readonly retry: () => void;
}

/** The answers to some questions, each as it arrives. Those of earlier questions are kept, so that a way back is at once. */
export function useAnswers<Answer>(questions: readonly Question<Answer>[]): Answers<Answer> {
  const [answers, add] = useReducer(withAnswer<Answer>, new Map<string, Answer>());
  const [failed, setFailed] = useState<{ readonly of: readonly Question<Answer>[]; readonly error: CombinedError }>();
  const [attempt, retry] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let isCurrent = true;
    const fail = (error: unknown) => isCurrent && setFailed({ of: questions, error: combined(error) });
    setFailed(undefined);
    for (const { key, ask } of questions)
      if (!answers.has(key)) void ask().then((answer) => isCurrent && add({ key, answer }), fail);
    return () => {
      isCurrent = false;
    };
  }, [questions, attempt]); // answers that arrive ask nothing
  return { answers, error: failed?.of === questions ? failed.error : undefined, retry };
}

const withAnswer = <Answer>(answers: ReadonlyMap<string, Answer>, { key, answer }: { key: string; answer: Answer }) =>
  new Map(answers).set(key, answer);

const combined = (error: unknown): CombinedError =>
  error instanceof CombinedError
    ? error
    : new CombinedError({ networkError: error instanceof Error ? error : new Error(String(error)) });
