import { join } from 'node:path';
import { addressSettings, type AddressSettings } from './address-settings.js';
import type { OperationBounds } from '../limits.js';
import { modelSettings, type ModelSettings } from './model-settings.js';
import { embeddingsSettings, type EmbeddingsSettings } from './embeddings-settings.js';
import { rateOf, type Rate } from './rate.js';
import { SettingsError } from './settings-error.js';
import { unknownSettings } from './unknown-settings.js';

export { SettingsError };

/** The settings, which come from the environment. The docs' table is generated from this one. */
export interface Setting {
  readonly name: string;
  /** The value of an unset or empty variable. */
  readonly default: string;
  readonly help: string;
}

export const settingsTable = [
  { name: 'PORT', default: '4000', help: 'The port to listen on; 0 picks a free one.' },
  { name: 'HOST', default: '127.0.0.1', help: 'The address to listen on; 0.0.0.0 for all.' },
  {
    name: 'POLICYGRAPH_HOSTS',
    default: '',
    help: 'The hosts that clients may name (`Host`), separated by commas, with or without a port; `*` for all. Default: localhost, 127.0.0.1 and [::1] when HOST is one of them, otherwise all.',
  },
  {
    name: 'POLICYGRAPH_BASE_PATH',
    default: '',
    help: 'A path in front of all others, such as `/policy/`, when a proxy serves it under one ([behind a proxy](behind-a-proxy.md)).',
  },
  {
    name: 'POLICYGRAPH_TRUST_PROXY',
    default: 'false',
    help: 'The proxies whose `X-Forwarded-…` headers are believed: `false`, the number of proxies, or their addresses and networks, separated by commas.',
  },
  {
    name: 'POLICYGRAPH_CORS',
    default: '',
    help: 'The origins of other sites whose pages may use the API, such as `https://app.example.org`, separated by commas; `*` for all ([apps in browsers](browser-apps.md)).',
  },
  {
    name: 'POLICYGRAPH_CSRF_PREVENTION',
    default: 'off',
    help: '`on`: a GET needs a header that pages of other sites cannot send (`apollo-require-preflight` or `x-apollo-operation-name`).',
  },
  { name: 'POLICYGRAPH_DATA', default: '.policygraph', help: 'The folder of the embedded graph; `:memory:` keeps nothing.' },
  {
    name: 'POLICYGRAPH_DURABILITY',
    default: 'full',
    help: '`full`: an acknowledged write of the embedded graph survives a power cut; `normal`: a power cut may lose the writes of the last seconds ([when the machine stops](durability.md)).',
  },
  {
    name: 'POLICYGRAPH_ARCHIVE',
    default: '',
    help: 'A folder with the source texts. With it, evidence shows its quotes, checked against their hashes, and documents show their text.',
  },
  {
    name: 'POLICYGRAPH_READING',
    default: 'open',
    help: '`open`: reads are public; `closed`: requests without a key or token are rejected.',
  },
  {
    name: 'POLICYGRAPH_KEYS',
    default: '',
    help: 'The file of API keys, which `policygraph keys` writes; default `keys.json` in POLICYGRAPH_DATA.',
  },
  {
    name: 'POLICYGRAPH_JWT_ISSUER',
    default: '',
    help: 'Trusted JWT issuer (the `iss` claim); accepted in addition to API keys.',
  },
  { name: 'POLICYGRAPH_JWT_AUDIENCE', default: '', help: 'Required audience of JWTs (the `aud` claim).' },
  {
    name: 'POLICYGRAPH_JWT_JWKS',
    default: '',
    help: "The URL of the issuer's keys; default `/.well-known/jwks.json` under the issuer.",
  },
  {
    name: 'POLICYGRAPH_API_KEY',
    default: '',
    help: 'The key or token that `policygraph mcp --url` sends to the service ([agents](agents.md)).',
  },
  {
    name: 'POLICYGRAPH_MIGRATE',
    default: 'auto',
    help: '`auto`: the service upgrades an older graph when it starts; `off`: it refuses to start until `policygraph migrate` has run.',
  },
  {
    name: 'POLICYGRAPH_STORE_TIME',
    default: '2',
    help: 'How long all statements of one operation may run in the store together, in seconds.',
  },
  { name: 'POLICYGRAPH_ANSWER_BYTES', default: '10000000', help: 'How many bytes an answer may have.' },
  {
    name: 'POLICYGRAPH_RATE',
    default: '',
    help: 'How many requests of one account, or of one address without an account, are served: `600/min`, `20/s` or `5000/h`; by default without a limit ([Limits](limits.md)).',
  },
  { name: 'POLICYGRAPH_STATEMENTS', default: '4', help: 'How many statements of one operation run at once; the others wait.' },
  {
    name: 'POLICYGRAPH_OPERATIONS',
    default: '',
    help: 'A file that lists the operations of apps, which requests may then name by an id ([persisted operations](persisted-operations.md)).',
  },
  {
    name: 'POLICYGRAPH_OPERATIONS_ONLY',
    default: 'off',
    help: '`on`: no operations but those of POLICYGRAPH_OPERATIONS are run; the explorer, the playground and `/mcp` are then off.',
  },
  {
    name: 'POLICYGRAPH_CACHE',
    default: '32',
    help: 'Megabytes for the answers of repeated queries ([the results cache](results-cache.md)); 0 turns the cache off.',
  },
  {
    name: 'POLICYGRAPH_CACHE_DELAY',
    default: '250',
    help: 'After how many milliseconds at most cached answers see what another process wrote to Neo4j; 0 asks Neo4j before each answer.',
  },
  {
    name: 'POLICYGRAPH_MODEL_URL',
    default: '',
    help: 'Where a server with the API of OpenAI has its paths, such as `http://127.0.0.1:11434/v1`: its language model may then read texts ([read with a model](read-with-a-model.md)).',
  },
  { name: 'POLICYGRAPH_MODEL', default: '', help: 'The name of that model, as its server calls it.' },
  {
    name: 'POLICYGRAPH_MODEL_KEY',
    default: '',
    help: 'The key that the server wants. It is a secret: it is in no log and no message.',
  },
  {
    name: 'POLICYGRAPH_MODEL_TIME',
    default: '120',
    help: 'How long one answer of the model may take, with all attempts, in seconds; up to 280.',
  },
  {
    name: 'POLICYGRAPH_MODEL_PART',
    default: '6000',
    help: 'How many characters of a text one request has: fewer for a model with a small context.',
  },
  {
    name: 'POLICYGRAPH_MODEL_FORMAT',
    default: 'json_schema',
    help: 'How requests state the form of the answer: `json_schema`; `json_object` or `text` for servers that do not support it. Answers are checked in any case.',
  },
  {
    name: 'POLICYGRAPH_MODEL_OPTIONS',
    default: '',
    help: 'A JSON object that is added to each request, such as `{"temperature":null,"max_tokens":null,"max_completion_tokens":8000}`; null leaves out what is sent otherwise.',
  },
  {
    name: 'POLICYGRAPH_EMBEDDINGS_URL',
    default: '',
    help: 'Where a server with the API of OpenAI has its paths, such as `http://127.0.0.1:11434/v1`: its embeddings are used to [search by meaning](search-by-meaning.md).',
  },
  { name: 'POLICYGRAPH_EMBEDDINGS_MODEL', default: '', help: 'The name of the embedding model, as its server calls it.' },
  {
    name: 'POLICYGRAPH_EMBEDDINGS_KEY',
    default: '',
    help: 'The key that this server wants. It is a secret: it is in no log and no message.',
  },
  {
    name: 'POLICYGRAPH_EMBEDDINGS_QUERY_PREFIX',
    default: '',
    help: 'What is put before each question, as the model wants it: `query: ` for models of the E5 family.',
  },
  {
    name: 'POLICYGRAPH_EMBEDDINGS_TEXT_PREFIX',
    default: '',
    help: 'What is put before each text of the graph: `passage: ` for these models. With another one, all texts are embedded again.',
  },
  {
    name: 'POLICYGRAPH_METRICS',
    default: 'local',
    help: 'Who may read `/metrics`: `local`: programs on the same machine, not through a proxy; `open`: everybody; `off`: nobody; or the port, or address and port (`0.0.0.0:9464`), that serves the metrics alone.',
  },
  {
    name: 'NEO4J_URI',
    default: '',
    help: 'The URI of a Neo4j to use instead of the embedded engine (`bolt://…`, `neo4j://…`, `neo4j+s://…`).',
  },
  { name: 'NEO4J_USER', default: 'neo4j', help: 'The user of Neo4j.' },
  { name: 'NEO4J_PASSWORD', default: '', help: 'The password of that user.' },
  { name: 'NEO4J_DATABASE', default: '', help: "The database in Neo4j; default the user's home database." },
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    default: '',
    help: 'The URL of an OpenTelemetry receiver (OTLP over HTTP), such as `http://127.0.0.1:4318`. With it, traces are sent; the other `OTEL_…` variables of traces work too.',
  },
  { name: 'OTEL_SERVICE_NAME', default: 'policygraph', help: 'The name of the service in traces.' },
  {
    name: 'LOG_LEVEL',
    default: 'warn',
    help: 'The least severe level logged to standard error: trace, debug, info, warn, error, fatal or silent.',
  },
] as const satisfies readonly Setting[];

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** By which addresses clients reach the service. */
  readonly address: AddressSettings;
  /** Whether a GET needs a header that pages of other sites cannot send. */
  readonly csrfPrevention: boolean;
  readonly data: string;
  /** Whether an acknowledged write of the embedded graph survives a power cut. */
  readonly durability: 'full' | 'normal';
  readonly archive: string | undefined;
  /** Whether requests without a key or token may read. */
  readonly reading: 'open' | 'closed';
  /** The file of API keys; undefined when nothing is kept. */
  readonly keys: string | undefined;
  /** The trusted issuer of JWTs and the URL of its keys. */
  readonly jwt: { readonly issuer: string; readonly audience: string; readonly jwks: string } | undefined;
  /** What commands that use a running service authenticate by. */
  readonly apiKey: string | undefined;
  /** Whether the service upgrades an older graph when it starts. */
  readonly migrate: 'auto' | 'off';
  /** What one operation may take. */
  readonly bounds: OperationBounds;
  /** How many requests of one client are served; undefined without a limit. */
  readonly rate: Rate | undefined;
  /** The operations that requests may name, and whether no others are run. */
  readonly operations: { readonly file: string | undefined; readonly only: boolean };
  /** The cache of results; undefined when it is off. */
  readonly cache: { readonly bytes: number; readonly delay: number } | undefined;
  /** The language model that may read texts; undefined without one. */
  readonly model: ModelSettings | undefined;
  /** The model of search by meaning; undefined without one. */
  readonly embeddings: EmbeddingsSettings | undefined;
  /** Who may read the metrics, or where they are served alone. */
  readonly metrics: 'off' | 'local' | 'open' | { readonly host: string; readonly port: number };
  /** Where traces are sent; undefined when they are not. */
  readonly tracing: { readonly endpoint: string; readonly serviceName: string } | undefined;
  readonly neo4j:
    | { readonly uri: string; readonly user: string; readonly password: string; readonly database: string | undefined }
    | undefined;
  readonly logLevel: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Name = (typeof settingsTable)[number]['name'];

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Throws a SettingsError for a variable that is no setting, although it should be one. */
export function mustBeKnown(environment: Environment): void {
  const unknown = unknownSettings(
    environment,
    settingsTable.map(({ name }) => name),
  );
  if (unknown.length > 0) throw new SettingsError(unknown.join(' '));
}

/** The setting that an argument such as `--port=4001` means. */
export function settingNamed(argument: string): Name | undefined {
  const word = argument.replace(/^--?/, '').replace(/=.*/s, '').replaceAll('-', '_').toUpperCase();
  return settingsTable.find(({ name }) => word === name || `POLICYGRAPH_${word}` === name || `NEO4J_${word}` === name)?.name;
}

/** Reads the settings of an environment. Throws a SettingsError. */
export function parseSettings(environment: Environment): Settings {
  mustBeKnown(environment);
  const value = (name: Name) => environment[name] || settingsTable.find((setting) => setting.name === name)?.default || '';
  const uri = value('NEO4J_URI');
  const data = value('POLICYGRAPH_DATA');
  return Object.freeze({
    port: port(value('PORT')),
    host: value('HOST'),
    address: addressSettings(value),
    csrfPrevention: oneOf('POLICYGRAPH_CSRF_PREVENTION', value('POLICYGRAPH_CSRF_PREVENTION'), ['off', 'on'] as const) === 'on',
    data,
    durability: oneOf('POLICYGRAPH_DURABILITY', value('POLICYGRAPH_DURABILITY'), ['full', 'normal'] as const),
    archive: value('POLICYGRAPH_ARCHIVE') || undefined,
    reading: oneOf('POLICYGRAPH_READING', value('POLICYGRAPH_READING'), ['open', 'closed'] as const),
    keys: value('POLICYGRAPH_KEYS') || (data === ':memory:' ? undefined : join(data, 'keys.json')),
    jwt: issuer(value),
    apiKey: value('POLICYGRAPH_API_KEY') || undefined,
    migrate: oneOf('POLICYGRAPH_MIGRATE', value('POLICYGRAPH_MIGRATE'), ['auto', 'off'] as const),
    bounds: {
      storeTime: 1_000 * positive('POLICYGRAPH_STORE_TIME', value('POLICYGRAPH_STORE_TIME')),
      answer: positive('POLICYGRAPH_ANSWER_BYTES', value('POLICYGRAPH_ANSWER_BYTES')),
      statements: positive('POLICYGRAPH_STATEMENTS', value('POLICYGRAPH_STATEMENTS')),
    },
    rate: rateOf(value('POLICYGRAPH_RATE')),
    operations: operations(value),
    cache: cache(value),
    model: modelSettings(value),
    embeddings: embeddingsSettings(value),
    metrics: metrics(value('POLICYGRAPH_METRICS')),
    tracing: tracing(value('OTEL_EXPORTER_OTLP_ENDPOINT'), value('OTEL_SERVICE_NAME')),
    neo4j:
      uri === ''
        ? undefined
        : { uri, user: value('NEO4J_USER'), password: value('NEO4J_PASSWORD'), database: value('NEO4J_DATABASE') || undefined },
    logLevel: oneOf('LOG_LEVEL', value('LOG_LEVEL'), logLevels),
  });
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new SettingsError(`PORT must be a number from 0 to 65535, not "${text}".`);
  return number;
}

function positive(name: Name, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new SettingsError(`${name} must be a whole number from 1 to 999999999, not "${text}".`);
  return Number(text);
}

function upTo(most: number, name: Name, text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) > most)
    throw new SettingsError(`${name} must be a whole number from 0 to ${most}, not "${text}".`);
  return Number(text);
}

function operations(value: (name: Name) => string): Settings['operations'] {
  const file = value('POLICYGRAPH_OPERATIONS') || undefined;
  const only = oneOf('POLICYGRAPH_OPERATIONS_ONLY', value('POLICYGRAPH_OPERATIONS_ONLY'), ['off', 'on'] as const) === 'on';
  if (only && file === undefined)
    throw new SettingsError(
      'POLICYGRAPH_OPERATIONS_ONLY=on needs POLICYGRAPH_OPERATIONS: the file of the operations that are run.',
    );
  return { file, only };
}

/** Up to 100 GB, and a minute. */
function cache(value: (name: Name) => string): Settings['cache'] {
  const megabytes = upTo(100_000, 'POLICYGRAPH_CACHE', value('POLICYGRAPH_CACHE'));
  const delay = upTo(60_000, 'POLICYGRAPH_CACHE_DELAY', value('POLICYGRAPH_CACHE_DELAY'));
  return megabytes === 0 ? undefined : { bytes: 1_000_000 * megabytes, delay };
}

function tracing(endpoint: string, serviceName: string): Settings['tracing'] {
  if (endpoint === '') return undefined;
  if (!/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : ''))
    throw new SettingsError(`OTEL_EXPORTER_OTLP_ENDPOINT must be a URL such as http://127.0.0.1:4318, not "${endpoint}".`);
  return { endpoint, serviceName };
}

/** A port alone is one of this machine. */
function metrics(text: string): Settings['metrics'] {
  const access = (['off', 'local', 'open'] as const).find((each) => each === text);
  const { host = '127.0.0.1', port } = /^(?:(?<host>[\w.-]+|\[[\da-f:.]+\]):)?(?<port>\d{1,5})$/i.exec(text)?.groups ?? {};
  if (access !== undefined) return access;
  if (port === undefined || Number(port) > 65_535)
    throw new SettingsError(
      `POLICYGRAPH_METRICS must be off, local, open, a port such as 9464, or an address and port such as 0.0.0.0:9464, not "${text}".`,
    );
  return { host: host.replaceAll(/[[\]]/g, ''), port: Number(port) };
}

/** A token for another service must not be accepted here, so an issuer needs an audience; the other settings need an issuer. */
function issuer(value: (name: Name) => string): Settings['jwt'] {
  const [name, audience] = [value('POLICYGRAPH_JWT_ISSUER'), value('POLICYGRAPH_JWT_AUDIENCE')];
  const jwks = value('POLICYGRAPH_JWT_JWKS') || `${name.replace(/\/$/, '')}/.well-known/jwks.json`;
  if (name === '' && audience === '' && value('POLICYGRAPH_JWT_JWKS') === '') return undefined;
  if (name === '' || audience === '')
    throw new SettingsError('POLICYGRAPH_JWT_ISSUER and POLICYGRAPH_JWT_AUDIENCE go together: set both or neither.');
  if (!/^https?:$/.test(URL.canParse(jwks) ? new URL(jwks).protocol : ''))
    throw new SettingsError(`POLICYGRAPH_JWT_JWKS must be a URL such as https://…/jwks.json, not "${jwks}".`);
  return { issuer: name, audience, jwks };
}

function oneOf<T extends string>(name: Name, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new SettingsError(`${name} must be one of ${allowed.join(', ')}, not "${value}".`);
  return found;
}
