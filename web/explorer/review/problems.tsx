import type { Problem } from './problem-list.ts';

/** What is wrong with one field. */
export function FieldProblem({ problem }: { readonly problem: string | undefined }) {
  if (problem === undefined) return null;
  return (
    <span className="problem small" role="alert">
      {problem}
    </span>
  );
}

/** What is wrong with no single field. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="problems" role="alert">
      {problems.map(({ path, message }) => (
        <li key={`${path} ${message}`}>{message}</li>
      ))}
    </ul>
  );
}
