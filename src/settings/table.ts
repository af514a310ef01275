/** The settings by name, default and help. They come from the environment, and docs/settings.md is printed from this table. */
interface Setting {
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

export type SettingName = (typeof settingsTable)[number]['name'];

/** The setting that an argument such as `--port=4001` means. */
export function settingNamed(argument: string): SettingName | undefined {
  const word = argument.replace(/^--?/, '').replace(/=.*/s, '').replaceAll('-', '_').toUpperCase();
  return settingsTable.find(({ name }) => word === name || `POLICYGRAPH_${word}` === name || `NEO4J_${word}` === name)?.name;
}
