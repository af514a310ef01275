import { GraphError } from '../errors.js';

/** Neo4j's and the driver's codes as the graph's own. */
export function graphError(error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (error instanceof GraphError || typeof code !== 'string') return error;
  if (code.startsWith('Neo.ClientError.Security.')) {
    return new GraphError('STORE_REFUSED', 'Neo4j refused the user or password: set NEO4J_USER and NEO4J_PASSWORD.', {
      cause: error,
    });
  }
  return new GraphError(codeOf(code), messages[codeOf(code)], { cause: error });
}

type Code = 'UNAVAILABLE' | 'TIMEOUT' | 'CONFLICT' | 'INTERNAL';

const messages: Record<Code, string> = {
  UNAVAILABLE: 'Neo4j cannot be reached: is it running, and is NEO4J_URI its address?',
  TIMEOUT: 'Neo4j took too long.',
  CONFLICT: 'There is an item with that id already.',
  INTERNAL: 'Neo4j failed.',
};

/** "N/A" is the driver's own, without a code: that no connection came in time. */
function codeOf(code: string): Code {
  if (
    code === 'N/A' ||
    code === 'ServiceUnavailable' ||
    code === 'SessionExpired' ||
    code.startsWith('Neo.TransientError.General.') ||
    code.includes('DatabaseUnavailable') ||
    code.includes('DatabaseNotFound')
  )
    return 'UNAVAILABLE';
  if (code.includes('TransactionTimedOut')) return 'TIMEOUT';
  if (code.includes('ConstraintValidationFailed')) return 'CONFLICT';
  return 'INTERNAL';
}
