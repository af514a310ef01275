import { join } from 'node:path';
import { addressSettings, type AddressSettings } from './address-settings.js';
import type { OperationBounds } from '../limits.js';
import { modelSettings, type ModelSettings } from './model-settings.js';
import { embeddingsSettings, type EmbeddingsSettings } from './embeddings-settings.js';
import { rateOf, type Rate } from './rate.js';
import { SettingsError } from './settings-error.js';
import { settingsTable, type SettingName as Name } from './table.js';
import { unknownSettings } from './unknown-settings.js';

export { SettingsError };

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

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Throws a SettingsError for a variable that is no setting, although it should be one. */
export function mustBeKnown(environment: Environment): void {
  const unknown = unknownSettings(
    environment,
    settingsTable.map(({ name }) => name),
  );
  if (unknown.length > 0) throw new SettingsError(unknown.join(' '));
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
