/** The API of a service that runs elsewhere, for `policygraph mcp --url`. */
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { GraphError } from '../graph/errors.js';
import { dataOf, type Answer, type Api } from './api.js';

/** Longer than any operation may take there, in milliseconds. */
const timeout = 60_000;

/** Reads the schema of the service first. `credential` is a key or a token. Throws a GraphError. */
export async function remoteApi(address: string, credential: string | undefined): Promise<Api> {
  const explorer = address.replace(/\/+$/, '');
  const run: Api['run'] = (query, variables) => post(`${explorer}/graphql`, credential, { query, variables });
  const masked = (error: unknown) => (error as Error).message;
  const { data } = await dataOf<Partial<IntrospectionQuery>>({ run }, getIntrospectionQuery(), {});
  if (data.__schema === undefined) throw unavailable(`${explorer}/graphql`);
  return { schema: buildClientSchema({ __schema: data.__schema }, { assumeValid: true }), run, explorer, masked };
}

async function post(url: string, credential: string | undefined, body: object): Promise<Answer> {
  const authorization = credential === undefined ? {} : { authorization: `Bearer ${credential}` };
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error', // the credential is for this service alone
      headers: { 'content-type': 'application/json', accept: 'application/json', ...authorization },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
    });
    return (await response.json()) as Answer;
  } catch (cause) {
    throw unavailable(url, cause);
  }
}

const unavailable = (url: string, cause?: unknown): GraphError =>
  new GraphError('UNAVAILABLE', `No PolicyGraph answers at ${url}: check the address, and that the service runs.`, { cause });
