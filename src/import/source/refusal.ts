import { InvalidInput } from '../../changesets/problem.js';

/** A reason not to read a file any further, at a line. */
export const refusal = (file: string, line: number, message: string): InvalidInput =>
  new InvalidInput([{ file, line, column: 1, value: undefined, message }]);
