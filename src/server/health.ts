import type { FastifyInstance } from 'fastify';
import { alive } from '../graph/alive.js';
import { GraphError } from '../graph/errors.js';
import { timedSignal } from '../graph/timed-signal.js';
import { loadedGraph, unavailable, type Readiness } from './readiness.js';
import { errorCodes, isPublicErrorCode } from '../error-codes.js';
import { errorBody, retryAfter } from './errors.js';
import type { SetupProblem } from './setup/setup.js';

/** How long the graph may take to say that it is there, in milliseconds. */
const aliveTimeout = 1_500;

/** `/health/live`: the process answers. `/health/ready`: it can answer questions; until then, and while the graph is away, 503 with the reason. */
export function addHealth(app: FastifyInstance, readiness: Readiness): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const failure = await failureOf(readiness);
    const problems = readiness.setup?.problems(readiness.graph);
    if (failure === undefined) return { status: 'ready', ...degradedBy(problems) };
    const { message, code } = reasonOf(failure);
    return reply
      .code(errorCodes.UNAVAILABLE.status)
      .header('retry-after', retryAfter)
      .send({ status: statusOf(readiness), ...errorBody(message, code) });
  });
}

/** Settings without effect. Everything else works, so the service is ready. */
const degradedBy = (problems: readonly SetupProblem[] = []) => (problems.length === 0 ? {} : { degraded: problems });

function statusOf({ isClosing, graph }: Readiness): string {
  if (isClosing === true) return 'closing';
  return graph === undefined ? 'loading' : 'unavailable';
}

/** What may be reported to anybody. */
const reasonOf = ({ code, message }: GraphError) => (isPublicErrorCode(code) ? { code, message } : refused);

const refused = { code: 'UNAVAILABLE', message: 'The graph cannot be read.' } as const;
const silent = `The graph did not answer within ${aliveTimeout / 1_000} s.`;

/** Why the graph cannot be read; undefined when it can. */
export async function failureOf(readiness: Readiness): Promise<GraphError | undefined> {
  if (readiness.isClosing === true) return unavailable(true);
  try {
    const { signal, clear } = timedSignal(aliveTimeout, undefined, silent);
    await loadedGraph(readiness).read(alive({}), { signal }).finally(clear);
    return undefined;
  } catch (error) {
    return error instanceof GraphError ? error : new GraphError('INTERNAL', 'The graph failed.', { cause: error });
  }
}
