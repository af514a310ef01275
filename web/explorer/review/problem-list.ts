/** What the service refuses, by the field that it is about. */
import type { CombinedError } from 'urql';

export interface Problem {
  /** Where in the input, such as "decisions[0].claim.from"; empty where it is about the whole. */
  readonly path: string;
  readonly message: string;
}

export interface ProblemList {
  readonly all: readonly Problem[];
  /** What is wrong with a field, by the end of its path: "from" of "decisions[0].claim.from". */
  readonly at: (field: string) => string | undefined;
  /** What is about none of some fields. */
  readonly others: (fields: readonly string[]) => readonly Problem[];
}

/** The problems of a refused mutation; none where it was accepted. */
export function problemsOf(error: CombinedError | undefined): ProblemList {
  const all = error === undefined ? [] : listOf(error);
  const isAt = (field: string) => (problem: Problem) => fieldOf(problem) === field;
  return {
    all,
    at: (field) => all.find(isAt(field))?.message,
    others: (fields) => all.filter((problem) => !fields.some((field) => isAt(field)(problem))),
  };
}

/** A name of a list, such as "about[1]", is that of the list. */
const fieldOf = ({ path }: Problem): string => /(\w+)(?:\[\d+\])*$/.exec(path)?.[1] ?? '';

function listOf({ graphQLErrors, message }: CombinedError): Problem[] {
  if (graphQLErrors.length === 0) return [{ path: '', message }];
  return graphQLErrors.flatMap((error) => {
    const listed = error.extensions['problems'];
    return Array.isArray(listed) && listed.length > 0 ? listed.map(problemOf) : [{ path: '', message: error.message }];
  });
}

function problemOf(listed: unknown): Problem {
  const { path, message } = listed as { path?: unknown; message?: unknown };
  return { path: Array.isArray(path) ? path.join('.') : String(path ?? ''), message: String(message ?? '') };
}
