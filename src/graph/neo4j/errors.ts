import { GraphError, type ErrorCode } from '../errors.js';

interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly isLasting?: boolean;
}

const unreachable: Failure = {
  code: 'UNAVAILABLE',
  message: 'Neo4j cannot be reached: is it running, and is NEO4J_URI its address?',
};
export const silent = { code: 'TIMEOUT', message: 'Neo4j did not answer in time.' } as const satisfies Failure;

/** Codes of Neo4j and of the driver, the first that fits: https://neo4j.com/docs/status-codes/5/errors/all-errors/. */
const failures: readonly (readonly [RegExp, Failure])[] = [
  [
    /^Neo\.ClientError\.Security\./,
    { code: 'STORE_REFUSED', message: 'Neo4j refused the user or password: set NEO4J_USER and NEO4J_PASSWORD.' },
  ],
  [/^(ServiceUnavailable|SessionExpired)$/, unreachable],
  [/^N\/A$/, silent], // the driver has no code for a connection that is accepted and of which nothing comes
  [
    /DatabaseNotFound/,
    {
      code: 'UNAVAILABLE',
      message: 'Neo4j has no such database: is NEO4J_DATABASE the name of one, or unset for the default?',
      isLasting: true,
    },
  ],
  [/DatabaseUnavailable/, { code: 'UNAVAILABLE', message: 'The database in Neo4j is not available; it may be starting.' }],
  [
    /NotALeader|ForbiddenOnReadOnlyDatabase/,
    { code: 'UNAVAILABLE', message: 'This member of the cluster takes no writes: NEO4J_URI must begin with neo4j://.' },
  ],
  [/TimedOut|Timeout|LockClientStopped/, silent],
  [/\.General\.|NoThreads|LimitReached/, { code: 'OVERLOADED', message: 'Neo4j lacks the memory or threads for this now.' }],
  [/Bookmark/, { code: 'BAD_USER_INPUT', message: '"extensions.bookmark" is not a bookmark of this graph.' }],
  [/ConstraintValidationFailed/, { code: 'CONFLICT', message: 'There is an item with that id already.' }],
];

/** Neo4j's and the driver's codes as the graph's own. */
export function graphError(error: unknown): unknown {
  const status = (error as { code?: unknown }).code;
  if (error instanceof GraphError || typeof status !== 'string') return error;
  const { code, message, isLasting = false } = failures.find(([codes]) => codes.test(status))?.[1] ?? failed;
  return new GraphError(code, message, { cause: error, isLasting });
}

/** Whether the database did not give one of the bookmarks that came with the work. */
export const isUnknownBookmark = (error: unknown): boolean =>
  /\.InvalidBookmark/.test(String((error as { code?: unknown }).code));

const failed: Failure = { code: 'INTERNAL', message: 'Neo4j failed.' };
