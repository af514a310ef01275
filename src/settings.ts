/** What the service can be told through the environment. README's table is made from this one. */
export interface Setting {
  readonly name: string;
  /** What holds when it is not set. */
  readonly default: string;
  readonly help: string;
}

export const settingsTable = [
  { name: 'PORT', default: '4000', help: 'The port to listen on; 0 takes a free one.' },
  { name: 'HOST', default: '127.0.0.1', help: 'The address to listen on; 0.0.0.0 for all.' },
  { name: 'POLICYGRAPH_DATA', default: '.policygraph', help: 'The folder of the embedded graph; `:memory:` keeps nothing.' },
  {
    name: 'POLICYGRAPH_ARCHIVE',
    default: '',
    help: 'A folder with the source texts. With it, evidence shows its quotes, checked against their hashes.',
  },
  {
    name: 'NEO4J_URI',
    default: '',
    help: 'A Neo4j to keep the graph in (`bolt://…`, `neo4j://…`, `neo4j+s://…`), in place of the embedded engine.',
  },
  { name: 'NEO4J_USER', default: 'neo4j', help: 'Its user.' },
  { name: 'NEO4J_PASSWORD', default: '', help: "Its user's password." },
  { name: 'NEO4J_DATABASE', default: '', help: "Its database; the user's home database where it is not set." },
  {
    name: 'LOG_LEVEL',
    default: 'warn',
    help: 'What is logged to standard error: trace, debug, info, warn, error, fatal or silent.',
  },
] as const satisfies readonly Setting[];

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly archive: string | undefined;
  readonly neo4j:
    | { readonly uri: string; readonly user: string; readonly password: string; readonly database: string | undefined }
    | undefined;
  readonly logLevel: string;
}

/** A setting that has no sense; the message says what would have. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Reads the settings of an environment. Throws a SettingsError. */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const value = (name: (typeof settingsTable)[number]['name']) =>
    environment[name] || settingsTable.find((setting) => setting.name === name)?.default || '';
  const uri = value('NEO4J_URI');
  return Object.freeze({
    port: port(value('PORT')),
    host: value('HOST'),
    data: value('POLICYGRAPH_DATA'),
    archive: value('POLICYGRAPH_ARCHIVE') || undefined,
    neo4j:
      uri === ''
        ? undefined
        : { uri, user: value('NEO4J_USER'), password: value('NEO4J_PASSWORD'), database: value('NEO4J_DATABASE') || undefined },
    logLevel: oneOf('LOG_LEVEL', value('LOG_LEVEL'), logLevels),
  });
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new SettingsError(`PORT must be a number from 0 to 65535, and is "${text}".`);
  return number;
}

function oneOf(name: string, value: string, allowed: readonly string[]): string {
  if (!allowed.includes(value)) throw new SettingsError(`${name} must be one of ${allowed.join(', ')}, and is "${value}".`);
  return value;
}
