import { request } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { authenticator } from '../../src/accounts/authenticate.js';
import type { Graph } from '../../src/graph/port.js';
import type { AppOptions } from '../../src/server/app.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { engines } from '../support/engines.js';
import { startIssuer, type TestIssuer } from '../support/issuer.js';
import { addedKey, keysFile, revoke } from '../support/keys.js';
import { post, serve, type Service } from '../support/service.js';

const china = '{ region(id: "region:CN") { name } }';
const answer = { data: { region: { name: 'China' } } };
const change = 'mutation { applyChangeset(input: { reason: "x" }, dryRun: true) { outcome } }';
const silent = pino({ level: 'silent' });
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

let graph: Graph;
let issuer: TestIssuer;
beforeAll(async () => {
  graph = await engines[0]!.builtIn();
  issuer = await startIssuer();
});
afterAll(async () => {
  await issuer.close();
  await graph.close();
});

/** The service with keys in a file and an issuer of JWTs; and something to ask it as somebody. */
async function serving(options: Partial<AppOptions> = {}) {
  const file = keysFile();
  const [reader, editor] = [await addedKey(file, { role: 'READER' }), await addedKey(file)];
  const service = await serve(graph, { authenticate: authenticator({ keys: file, jwt: issuer.settings }, silent), ...options });
  onTestFinished(() => service.close());
  const as = (secret: string, query = china) => service.ask(query, undefined, bearer(secret));
  return { file, service, as, reader, editor };
}

const refused = (code: string, message: unknown = expect.any(String)) => ({ errors: [{ message, extensions: { code } }] });

describe('reading', () => {
  it('is open to everybody unless a setting closes it', async () => {
    const { service, as, reader } = await serving();
    expect((await service.ask(china)).json).toMatchObject(answer);
    expect((await as(reader.secret)).json).toMatchObject(answer);
    expect((await as(await issuer.token())).json).toMatchObject(answer);
  });

  it('that is closed needs a key or a token, by POST and by GET', async () => {
    const { service, as, reader } = await serving({ reading: 'closed' });
    const nobody = await service.ask(china);
    expect(nobody).toMatchObject({ status: 401, json: refused('UNAUTHENTICATED', expect.stringContaining('role READER')) });
    expect(nobody.headers.get('www-authenticate')).toBe('Bearer');
    expect((await fetch(`${service.url}/graphql?query=${encodeURIComponent(china)}`)).status).toBe(401);
    expect((await service.ask('{ __schema { queryType { name } } }')).status).toBe(401);
    expect((await as(reader.secret)).json).toMatchObject(answer);
    expect((await as(await issuer.token())).json).toMatchObject(answer);
  });

  it('that is closed leaves health and the pages open, and nothing else', async () => {
    const { service } = await serving({ reading: 'closed' });
    const status = async (path: string, accept = '*/*') => (await fetch(`${service.url}${path}`, { headers: { accept } })).status;
    expect([await status('/health/live'), await status('/health/ready')]).toEqual([200, 200]);
    expect([await status('/graphql', 'text/html'), await status('/'), await status('/regions')]).toEqual([200, 200, 200]);
    expect([await status('/graphql'), await status('/graphql?query={graph{id}}'), await status('/graphql/')]).toEqual([
      401, 401, 404,
    ]);
  });
});

describe('who sends what is not valid', () => {
  it.each([
    ['an unknown key', bearer(`pg_00000000_${'A'.repeat(43)}`), 'The key is not valid: it is unknown or was revoked.'],
    ['no token', bearer('nonsense'), expect.stringMatching(/^The token is not valid/)],
    ['another scheme', { authorization: 'Basic dXNlcjpwYXNz' }, expect.stringMatching(/^The header "authorization" must be/)],
    ['an empty header', { authorization: '' }, expect.stringMatching(/^The header "authorization" must be/)],
    ['10 kB', bearer('x'.repeat(10_000)), expect.stringMatching(/^The token is not valid/)],
    ['letters that are none', { authorization: 'Bearer é\u00ff' }, expect.stringMatching(/^The header "authorization" must be/)],
  ])('is refused even where reading is open: %s', async (_, headers, message) => {
    const { service } = await serving();
    const { status, headers: answered, json, text } = await service.ask(china, undefined, headers);
    expect({ status, json }).toEqual({ status: 401, json: refused('UNAUTHENTICATED', message) });
    expect(answered.get('www-authenticate')).toBe('Bearer');
    expect(text).not.toContain(headers.authorization || 'undefined');
  });

  it('is refused before a large body is read, and gets the answer', async () => {
    const { service, as, reader } = await serving();
    const body = { query: china, variables: { x: 'x'.repeat(900_000) } };
    const response = await fetch(`${service.url}/graphql`, post(body, bearer('pg_none')));
    expect(response.status).toBe(401);
    expect((await as(reader.secret)).json).toMatchObject(answer);
  });

  it('is refused before the graph is there', async () => {
    const service = await serve(
      {},
      { authenticate: authenticator({ keys: undefined, jwt: undefined }, silent), reading: 'closed' },
    );
    onTestFinished(() => service.close());
    expect((await service.ask(china)).status).toBe(401);
  });

  it('cannot smuggle a line into the headers', async () => {
    const { service, reader } = await serving({ reading: 'closed' });
    const { port, hostname } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    const head = ['POST /graphql HTTP/1.1', 'host: x', 'content-length: 2', 'connection: close'];
    socket.write(`${head.join('\r\n')}\r\nauthorization: Bearer a\r\n authorization: Bearer ${reader.secret}\r\n\r\n{}`);
    expect(await textOf(socket)).toMatch(/^HTTP\/1\.1 40[01] /);
  });

  it('is taken at the first of two headers', async () => {
    const { service, reader } = await serving({ reading: 'closed' });
    const send = async (...values: string[]) => {
      const sent = request(`${service.url}/graphql?query=${encodeURIComponent(china)}`)
        .setHeader('authorization', values)
        .end();
      return (await once(sent, 'response'))[0].resume().statusCode as number;
    };
    expect(await send('Bearer x', `Bearer ${reader.secret}`)).toBe(401);
  });

  it('is not helped by health, which looks at no key', async () => {
    const { service } = await serving({ reading: 'closed' });
    expect((await fetch(`${service.url}/health/live`, { headers: bearer('nonsense') })).status).toBe(200);
  });
});

describe('writing', () => {
  it('is for the role EDITOR, of a key and of a token, also where reading is open', async () => {
    const { service, as, reader, editor } = await serving();
    expect(await service.ask(change)).toMatchObject({ status: 401, json: refused('UNAUTHENTICATED') });
    expect(await as(reader.secret, change)).toMatchObject({ status: 403, json: refused('FORBIDDEN') });
    expect(await as(await issuer.token(), change)).toMatchObject({ status: 403, json: refused('FORBIDDEN') });
    const done = { data: { applyChangeset: { outcome: expect.any(String) } } };
    expect((await as(editor.secret, change)).json).toMatchObject(done);
    expect((await as(await issuer.token({ claims: { policygraph_role: 'EDITOR' } }), change)).json).toMatchObject(done);
  });

  it('ends with the key', async () => {
    const { as, file, editor } = await serving();
    expect((await as(editor.secret, change)).status).toBe(200);
    await revoke(file, editor.key.id);
    await vi.waitFor(async () => expect((await as(editor.secret, change)).status).toBe(401), { timeout: 15_000, interval: 50 });
  });

  it('is refused in every mutation to nobody and to a reader', async () => {
    const { service, as, reader } = await serving();
    const fields = Object.values((await graphqlSchema()).getMutationType()!.getFields());
    expect(fields.map(({ name }) => name)).toContain('applyChangeset');
    for (const { name, args, type } of fields) {
      const selection = 'getFields' in getNamedType(type) ? ' { __typename }' : '';
      const mutation = `mutation { ${name}${written(args)}${selection} }`;
      expect((await service.ask(mutation)).json, mutation).toMatchObject(refused('UNAUTHENTICATED'));
      expect((await as(reader.secret, mutation)).json, mutation).toMatchObject(refused('FORBIDDEN'));
    }
  });
});

/** The least that a field takes: its required arguments, and of their fields the required ones. */
function written(args: readonly Pick<GraphQLArgument, 'name' | 'type' | 'defaultValue'>[]): string {
  const parts = required(args);
  return parts === '' ? '' : `(${parts})`;
}

const required = (fields: readonly Pick<GraphQLArgument, 'name' | 'type' | 'defaultValue'>[]): string =>
  fields
    .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
    .map(({ name, type }) => `${name}: ${value(type)}`)
    .join(', ');

function value(type: GraphQLInputType): string {
  if (isNonNullType(type)) return value(type.ofType);
  if (isListType(type)) return `[${value(type.ofType)}]`;
  if (isInputObjectType(type)) return `{ ${required(Object.values(type.getFields()))} }`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  return { Int: '1', Float: '1', Boolean: 'true' }[type.name] ?? '"policy:x"';
}

describe('an issuer of JWTs that cannot be asked', () => {
  it('is 503 to callers with a JWT, and does not affect others', async () => {
    const gone = await startIssuer();
    const token = await gone.token();
    await gone.close();
    const keys = keysFile();
    const { secret } = await addedKey(keys);
    const service: Service = await serve(graph, { authenticate: authenticator({ keys, jwt: gone.settings }, silent) });
    onTestFinished(() => service.close());
    const refusal = await service.ask(china, undefined, bearer(token));
    expect(refusal).toMatchObject({ status: 503, json: refused('UNAVAILABLE') });
    expect(refusal.headers.get('retry-after')).toBe('2');
    expect((await service.ask(china)).json).toMatchObject(answer);
    expect((await service.ask(change, undefined, bearer(secret))).status).toBe(200);
  });
});
