import { describe, expect, it } from 'vitest';
import { SettingsError, parseSettings } from '../../src/settings/settings.js';
import { settingsTable } from '../../src/settings/table.js';

describe('the settings', () => {
  it('have defaults', () => {
    expect(parseSettings({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      address: { basePath: '', hosts: ['localhost', '127.0.0.1', '[::1]'], trustProxy: false, origins: [] },
      csrfPrevention: false,
      data: '.policygraph',
      durability: 'full',
      archive: undefined,
      reading: 'open',
      keys: '.policygraph/keys.json',
      jwt: undefined,
      migrate: 'auto',
      neo4j: undefined,
      bounds: { storeTime: 2_000, answer: 10_000_000, statements: 4 },
      operations: { file: undefined, only: false },
      cache: { bytes: 32_000_000, delay: 250 },
      model: undefined,
      embeddings: undefined,
      metrics: 'local',
      tracing: undefined,
      logLevel: 'warn',
    });
  });

  it('take an empty variable for one that is not set, as compose files have them', () => {
    const empty = Object.fromEntries(settingsTable.map(({ name }) => [name, '']));
    expect(parseSettings(empty)).toEqual(parseSettings({}));
  });

  it('are read from the environment', () => {
    const environment = {
      PORT: '0',
      HOST: '0.0.0.0',
      POLICYGRAPH_HOSTS: 'policy.example.org, [::1]:4000',
      POLICYGRAPH_BASE_PATH: '/policy/',
      POLICYGRAPH_TRUST_PROXY: '127.0.0.1, 10.0.0.0/8',
      POLICYGRAPH_CORS: 'https://app.example.org, http://localhost:5173',
      POLICYGRAPH_CSRF_PREVENTION: 'on',
      POLICYGRAPH_DATA: ':memory:',
      POLICYGRAPH_ARCHIVE: '/texts',
      POLICYGRAPH_READING: 'closed',
      POLICYGRAPH_KEYS: '/etc/keys.json',
      POLICYGRAPH_JWT_ISSUER: 'https://issuer.example/',
      POLICYGRAPH_JWT_AUDIENCE: 'policygraph',
      POLICYGRAPH_JWT_JWKS: 'https://issuer.example/keys',
      POLICYGRAPH_API_KEY: 'pg_secret',
      POLICYGRAPH_MIGRATE: 'off',
      POLICYGRAPH_STORE_TIME: '3',
      POLICYGRAPH_ANSWER_BYTES: '5000000',
      POLICYGRAPH_STATEMENTS: '2',
      POLICYGRAPH_DURABILITY: 'full',
      POLICYGRAPH_RATE: '600/min',
      POLICYGRAPH_OPERATIONS: 'operations.json',
      POLICYGRAPH_OPERATIONS_ONLY: 'on',
      POLICYGRAPH_CACHE: '64',
      POLICYGRAPH_CACHE_DELAY: '0',
      POLICYGRAPH_MODEL_URL: 'https://models.example/v1/chat/completions?api-version=1',
      POLICYGRAPH_MODEL: 'small',
      POLICYGRAPH_MODEL_KEY: 'secret',
      POLICYGRAPH_MODEL_TIME: '60',
      POLICYGRAPH_MODEL_PART: '4000',
      POLICYGRAPH_MODEL_FORMAT: 'json_object',
      POLICYGRAPH_MODEL_OPTIONS: '{"temperature":null}',
      POLICYGRAPH_EMBEDDINGS_URL: 'http://127.0.0.1:11434/v1',
      POLICYGRAPH_EMBEDDINGS_MODEL: 'bge-m3',
      POLICYGRAPH_EMBEDDINGS_KEY: 'secret',
      POLICYGRAPH_EMBEDDINGS_QUERY_PREFIX: 'query: ',
      POLICYGRAPH_EMBEDDINGS_TEXT_PREFIX: 'passage: ',
      POLICYGRAPH_METRICS: '[::1]:9464',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
      OTEL_SERVICE_NAME: 'policies',
      LOG_LEVEL: 'silent',
      NEO4J_URI: 'neo4j://db',
      NEO4J_USER: 'me',
      NEO4J_PASSWORD: 'secret',
      NEO4J_DATABASE: 'policies',
    };
    expect(parseSettings(environment)).toEqual({
      port: 0,
      host: '0.0.0.0',
      address: {
        basePath: '/policy',
        hosts: ['policy.example.org', '[::1]:4000'],
        trustProxy: ['127.0.0.1', '10.0.0.0/8'],
        origins: ['https://app.example.org', 'http://localhost:5173'],
      },
      csrfPrevention: true,
      data: ':memory:',
      durability: 'full',
      archive: '/texts',
      reading: 'closed',
      keys: '/etc/keys.json',
      jwt: { issuer: 'https://issuer.example/', audience: 'policygraph', jwks: 'https://issuer.example/keys' },
      apiKey: 'pg_secret',
      migrate: 'off',
      bounds: { storeTime: 3_000, answer: 5_000_000, statements: 2 },
      rate: { requests: 600, seconds: 60 },
      operations: { file: 'operations.json', only: true },
      cache: { bytes: 64_000_000, delay: 0 },
      embeddings: {
        url: 'http://127.0.0.1:11434/v1',
        model: 'bge-m3',
        key: 'secret',
        prefixes: { query: 'query: ', text: 'passage: ' },
      },
      model: {
        url: 'https://models.example/v1?api-version=1',
        key: 'secret',
        model: 'small',
        time: 60_000,
        part: 4_000,
        format: 'json_object',
        options: { temperature: null },
      },
      metrics: { host: '::1', port: 9464 },
      tracing: { endpoint: 'http://collector:4318', serviceName: 'policies' },
      logLevel: 'silent',
      neo4j: { uri: 'neo4j://db', user: 'me', password: 'secret', database: 'policies' },
    });
    expect(Object.keys(environment).sort()).toEqual(settingsTable.map(({ name }) => name).sort());
  });

  it('keep the keys next to the data, and none when nothing is kept', () => {
    expect(parseSettings({ POLICYGRAPH_DATA: '/data' }).keys).toBe('/data/keys.json');
    expect(parseSettings({ POLICYGRAPH_DATA: ':memory:' }).keys).toBeUndefined();
    expect(parseSettings({ POLICYGRAPH_DATA: ':memory:', POLICYGRAPH_KEYS: 'keys.json' }).keys).toBe('keys.json');
  });

  it.each(['https://issuer.example', 'https://issuer.example/'])('find the keys of the issuer %s', (POLICYGRAPH_JWT_ISSUER) => {
    const { jwt } = parseSettings({ POLICYGRAPH_JWT_ISSUER, POLICYGRAPH_JWT_AUDIENCE: 'x' });
    expect(jwt).toMatchObject({ issuer: POLICYGRAPH_JWT_ISSUER, jwks: 'https://issuer.example/.well-known/jwks.json' });
  });

  it.each<[Readonly<Record<string, string>>, string]>([
    [{ POLICYGRAPH_JWT_ISSUER: 'https://issuer.example' }, 'go together: set both or neither.'],
    [{ POLICYGRAPH_JWT_AUDIENCE: 'policygraph' }, 'go together: set both or neither.'],
    [{ POLICYGRAPH_JWT_JWKS: 'https://issuer.example/keys' }, 'go together: set both or neither.'],
    [{ POLICYGRAPH_JWT_ISSUER: 'issuer', POLICYGRAPH_JWT_AUDIENCE: 'x' }, 'not "issuer/.well-known/jwks.json".'],
    [{ POLICYGRAPH_STORE_TIME: '0' }, 'POLICYGRAPH_STORE_TIME must be a whole number from 1 to 999999999, not "0".'],
    ...['600', '0/s', '600/day', '1.5/s', '600 / min', '-1/s', '600/min/s', 'off'].map(
      (rate) =>
        [
          { POLICYGRAPH_RATE: rate },
          `POLICYGRAPH_RATE must be a number of requests per s, min or h, such as 600/min, not "${rate}".`,
        ] satisfies [object, string],
    ),
    [{ POLICYGRAPH_OPERATIONS_ONLY: 'on' }, 'POLICYGRAPH_OPERATIONS_ONLY=on needs POLICYGRAPH_OPERATIONS'],
    [{ POLICYGRAPH_MODEL_URL: 'http://127.0.0.1:11434/v1' }, 'POLICYGRAPH_MODEL_URL and POLICYGRAPH_MODEL go together'],
    [{ POLICYGRAPH_EMBEDDINGS_KEY: 'x' }, 'POLICYGRAPH_EMBEDDINGS_URL and POLICYGRAPH_EMBEDDINGS_MODEL go together'],
    [
      { POLICYGRAPH_EMBEDDINGS_URL: 'ftp://models', POLICYGRAPH_EMBEDDINGS_MODEL: 'small' },
      'POLICYGRAPH_EMBEDDINGS_URL must be a URL such as http://127.0.0.1:11434/v1, not "ftp://models"',
    ],
    [{ POLICYGRAPH_MODEL: 'small' }, 'POLICYGRAPH_MODEL_URL and POLICYGRAPH_MODEL go together'],
    ...['ftp://a', 'a', 'https://me:secret@a.example/v1'].map(
      (url) =>
        [
          { POLICYGRAPH_MODEL_URL: url, POLICYGRAPH_MODEL: 'small' },
          'POLICYGRAPH_MODEL_URL must be a URL such as http://127.0.0.1:11434/v1, without a user or password',
        ] satisfies [object, string],
    ),
    [{ POLICYGRAPH_MODEL_KEY: 'a\nb' }, 'POLICYGRAPH_MODEL_KEY must be a key of visible ASCII characters'],
    [{ POLICYGRAPH_MODEL_TIME: '281' }, 'POLICYGRAPH_MODEL_TIME must be a whole number from 1 to 280, not "281".'],
    [{ POLICYGRAPH_MODEL_PART: '0' }, 'POLICYGRAPH_MODEL_PART must be a whole number from 500 to 50000, not "0".'],
    [{ POLICYGRAPH_MODEL_FORMAT: 'xml' }, 'must be one of json_schema, json_object, text, not "xml".'],
    ...['[]', 'null', '{', '{"model":"large"}'].map(
      (options) =>
        [{ POLICYGRAPH_MODEL_OPTIONS: options }, 'must be a JSON object such as {"temperature":null}'] satisfies [object, string],
    ),
    [{ POLICYGRAPH_CACHE: 'on' }, 'POLICYGRAPH_CACHE must be a whole number from 0 to 100000, not "on".'],
    [{ POLICYGRAPH_CACHE_DELAY: '1.5' }, 'POLICYGRAPH_CACHE_DELAY must be a whole number from 0 to 60000, not "1.5".'],
    ...['policy', '/a//b', '/..', '/a b', '/ü', '/a?b', 'http://a/b'].map(
      (path) =>
        [{ POLICYGRAPH_BASE_PATH: path }, `POLICYGRAPH_BASE_PATH must be a path such as /policy/`] satisfies [object, string],
    ),
    ...['http://a.example', 'a.example/b', 'a.example,', 'a b', '[::zz]', 'a:99999'].map(
      (host) => [{ POLICYGRAPH_HOSTS: host }, 'is not a host.'] satisfies [object, string],
    ),
    ...['true', '0', '-1', '100', '10.0.0.0/33', '10.0.0.0/0', '10.0.0', 'proxy.example', '127.0.0.1,', '::1/129'].map(
      (proxy) =>
        [{ POLICYGRAPH_TRUST_PROXY: proxy }, `such as "127.0.0.1, 10.0.0.0/8", not "${proxy}".`] satisfies [object, string],
    ),
    ...[
      ['null', '"null" is not an origin.'],
      ['app.example.org', '"app.example.org" is not an origin: did you mean "https://app.example.org"?'],
      ['https://app.example.org/', 'did you mean "https://app.example.org"?'],
      ['https://app.example.org:443', 'did you mean "https://app.example.org"?'],
      ['https://App.example.org/x', 'did you mean "https://app.example.org"?'],
      ['https://a.example, *', '"*" is not an origin.'],
      ['https://*.example.org', '"https://*.example.org" is not an origin'],
      ['https://a.example,', '"" is not an origin.'],
      ['file:///a', '"file:///a" is not an origin.'],
    ].map(([POLICYGRAPH_CORS, message]) => [{ POLICYGRAPH_CORS }, message] as [Record<string, string>, string]),
    [{ POLICYGRAPH_CSRF_PREVENTION: 'yes' }, 'POLICYGRAPH_CSRF_PREVENTION must be one of off, on, not "yes".'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT must be a URL such as'],
    [{ POLICYGRAPH_METRICS: 'on' }, 'POLICYGRAPH_METRICS must be off, local, open, a port such as 9464,'],
    [{ POLICYGRAPH_METRICS: '0.0.0.0:70000' }, 'address and port such as 0.0.0.0:9464, not "0.0.0.0:70000".'],
    [{ POLICYGRAPH_READING: 'no' }, 'POLICYGRAPH_READING must be one of open, closed, not "no".'],
  ])('refuse %j', (environment, message) => {
    expect(() => parseSettings(environment)).toThrow(message);
  });

  it.each([
    [{ HOST: '127.0.0.2' }, ['localhost', '127.0.0.1', '[::1]', '127.0.0.2']],
    [{ HOST: '::1' }, ['localhost', '127.0.0.1', '[::1]']],
    [{ HOST: '0.0.0.0' }, undefined],
    [{ HOST: '10.0.0.7' }, undefined],
    [{ POLICYGRAPH_HOSTS: '*' }, undefined],
    [{ HOST: '0.0.0.0', POLICYGRAPH_HOSTS: 'A.example' }, ['a.example']],
  ])('serve with %j the hosts %j', (environment, hosts) => {
    expect(parseSettings(environment).address.hosts).toEqual(hosts);
  });

  it.each([
    ['/', ''],
    ['/policy', '/policy'],
    ['/a/b-c/', '/a/b-c'],
  ])('take the prefix %j for %j', (POLICYGRAPH_BASE_PATH, basePath) => {
    expect(parseSettings({ POLICYGRAPH_BASE_PATH }).address.basePath).toBe(basePath);
  });

  it.each([
    ['2', 2],
    ['loopback', ['loopback']],
    ['::1,fd00::/8', ['::1', 'fd00::/8']],
  ])('trust the proxies %j', (POLICYGRAPH_TRUST_PROXY, trustProxy) => {
    expect(parseSettings({ POLICYGRAPH_TRUST_PROXY }).address.trustProxy).toEqual(trustProxy);
  });

  it.each([
    ['off', 'off'],
    ['open', 'open'],
    ['9464', { host: '127.0.0.1', port: 9464 }],
    ['0.0.0.0:9464', { host: '0.0.0.0', port: 9464 }],
    ['metrics.internal:80', { host: 'metrics.internal', port: 80 }],
  ])('serve metrics by %j', (POLICYGRAPH_METRICS, metrics) =>
    expect(parseSettings({ POLICYGRAPH_METRICS })).toMatchObject({ metrics }),
  );

  it('cannot be changed', () => expect(Object.isFrozen(parseSettings({}))).toBe(true));

  it.each(['x', '-1', '65536', '4000.5', '0x10', ' 80', '1e3'])('refuse the port %j', (PORT) => {
    expect(() => parseSettings({ PORT })).toThrow(`PORT must be a number from 0 to 65535, not "${PORT}".`);
  });

  it('refuse an unknown log level', () => {
    expect(() => parseSettings({ LOG_LEVEL: 'loud' })).toThrow(
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, not "loud".',
    );
  });

  it.each([
    [{ POLICYGRAPH_DTA: '/data' }, 'POLICYGRAPH_DTA. Did you mean POLICYGRAPH_DATA?'],
    [{ policygraph_data: '/data' }, 'policygraph_data. Did you mean POLICYGRAPH_DATA?'],
    [{ POLICY_GRAPH_ARCHIVE: '/texts' }, 'POLICY_GRAPH_ARCHIVE. Did you mean POLICYGRAPH_ARCHIVE?'],
    [{ POLICYGRAPH_DATA_DIR: '/data' }, 'POLICYGRAPH_DATA_DIR. Did you mean POLICYGRAPH_DATA?'],
    [{ POLICYGRAPH_JWKS: 'https://issuer.example/keys' }, 'POLICYGRAPH_JWKS. Did you mean POLICYGRAPH_JWT_JWKS?'],
    [{ POLICYGRAPH_PORT: '4000' }, 'POLICYGRAPH_PORT. Did you mean PORT?'],
    [{ POLICYGRAPH_NEO4J_URI: 'bolt://db' }, 'POLICYGRAPH_NEO4J_URI. Did you mean NEO4J_URI?'],
    [{ POLICYGRAPH_LOGLEVEL: 'info' }, 'POLICYGRAPH_LOGLEVEL. Did you mean LOG_LEVEL?'],
    [{ POLICYGRAPH_COLOUR: 'red' }, 'POLICYGRAPH_COLOUR: docs/settings.md lists the settings.'],
    [{ NEO4J_URL: 'bolt://db' }, 'NEO4J_URL. Did you mean NEO4J_URI?'],
    [{ NEO4J_URI: 'bolt://db', NEO4J_PASSWROD: 'x' }, 'NEO4J_PASSWROD. Did you mean NEO4J_PASSWORD?'],
    [{ NEO4J_URI: 'bolt://db', NEO4J_USERNAME: 'me' }, 'NEO4J_USERNAME. Did you mean NEO4J_USER?'],
    [{ NEO4J_URI: 'bolt://db', NEO4J_DATABSE: 'x' }, 'NEO4J_DATABSE. Did you mean NEO4J_DATABASE?'],
  ])('refuse the misspelt %j', (environment, message) => {
    expect(() => parseSettings(environment)).toThrow(new SettingsError(`Unknown setting ${message}`));
  });

  it('name every misspelt variable', () => {
    expect(() => parseSettings({ POLICYGRAPH_DTA: 'x', POLICYGRAPH_KEY: 'x' })).toThrow(
      'Unknown setting POLICYGRAPH_DTA. Did you mean POLICYGRAPH_DATA? Unknown setting POLICYGRAPH_KEY. Did you mean POLICYGRAPH_KEYS?',
    );
  });

  it('ignore what Kubernetes, the tests and other programs that use Neo4j set', () => {
    const others = {
      POLICYGRAPH_SERVICE_HOST: '10.0.0.7',
      POLICYGRAPH_SERVICE_PORT: '4000',
      POLICYGRAPH_SERVICE_PORT_HTTP: '4000',
      POLICYGRAPH_PORT: 'tcp://10.0.0.7:4000',
      POLICYGRAPH_PORT_4000_TCP: 'tcp://10.0.0.7:4000',
      POLICYGRAPH_PORT_4000_TCP_ADDR: '10.0.0.7',
      POLICYGRAPH_CANARY_SERVICE_HOST: '10.0.0.8',
      POLICYGRAPH_CANARY_PORT: 'tcp://10.0.0.8:4000',
      POLICYGRAPH_PYTHON: 'python3',
      POLICYGRAPH_HITS_URI: 'bolt://db',
      POLICYGRAPH_TEST_ANYTHING: 'x',
      NEO4J_USERNAME: 'me',
      NEO4J_SERVICE_HOST: '10.0.0.9',
      NEO4J_PORT: 'tcp://10.0.0.9:7687',
      NEO4J_TEST_URI: 'bolt://db',
      NEO4J_TEST_PASSWORD: 'x',
      NEO4J_AUTH: 'neo4j/x',
      NEO4J_HOME: '/neo4j',
      NEO4J_CONF: '/neo4j/conf',
      NEO4J_server_memory_heap_max__size: '1g',
      POLICYGRAPH_DTA: '',
    };
    expect(parseSettings(others)).toEqual(parseSettings({}));
    const credentials = { NEO4J_URI: 'bolt://db', NEO4J_USERNAME: 'me', NEO4J_USER: 'me' };
    expect(parseSettings(credentials).neo4j).toMatchObject({ user: 'me' });
  });
});
