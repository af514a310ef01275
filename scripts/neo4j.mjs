#!/usr/bin/env node
/**
 * Runs a real Neo4j Community on this machine, without Docker: the jars come from Maven Central, everything else lives in `.neo4j/`.
 * `--help` says how, docs/neo4j.md what for. Neo4j is GPLv3: running this downloads it; the project ships none of it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** The release lines, newest first: the first that the machine's Java runs is taken. `off` names what would announce it to others. */
const LINES = [
  {
    name: '2026',
    version: '2026.08.1',
    java: 21,
    entryPoint: 'org.neo4j.server.Neo4jCommunity',
    off: ['dbms.usage_report.enabled', 'dbms.fleet_manager.enabled', 'server.fleet_discovery.enabled'],
  },
  {
    name: '5.26',
    version: '5.26.30',
    java: 17,
    entryPoint: 'org.neo4j.server.CommunityEntryPoint',
    off: ['dbms.usage_report.enabled'],
  },
];
const FOLDER = fileURLToPath(new URL('../.neo4j', import.meta.url));
const USER = 'neo4j';
const PASSWORD = 'policygraph'; // no secret: the server listens on 127.0.0.1 only
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
const JVM = ['--enable-native-access=ALL-UNNAMED', ...OPENED]; // opened as Neo4j's own neo4j.conf does
const HELP = `Runs a Neo4j on this machine, without Docker. Needs Java 17 or later, and Maven for the first start.

  node scripts/neo4j.mjs [options]                                until Ctrl-C; the data stays in .neo4j/
  node scripts/neo4j.mjs [options] --run 'COMMAND' [ARGUMENT …]   while COMMAND runs, on an empty database

  --port N      the port on 127.0.0.1, 0 for any free one (without it 7687, with --run any free one)
  --line NAME   the release line: ${LINES.map(({ name }) => name).join(' or ')} (without it the newest that this Java runs)
  --fresh       an empty database, deleted at the end (always so with --run)
  --home DIR    where the database is, in place of .neo4j/VERSION
  --import DIR  first loads the files of DIR, which neo4j-admin.args there names, into a new database by Neo4j's bulk importer
  --heap SIZE   the largest heap (without it 1g)
  --cache SIZE  the page cache (without it 128m)
  --servers N   with --run, so many servers; NEO4J_TEST_URI names all of them, with commas
  --run         COMMAND is given NEO4J_TEST_URI, NEO4J_TEST_USER and NEO4J_TEST_PASSWORD, and gives its exit code
  --help        this text

JAVA_HOME chooses the Java.`;

const OPTIONS = /** @type {const} */ ({
  port: { type: 'string' },
  line: { type: 'string' },
  fresh: { type: 'boolean' },
  home: { type: 'string' },
  import: { type: 'string' },
  heap: { type: 'string', default: '1g' },
  cache: { type: 'string', default: '128m' },
  servers: { type: 'string', default: '1' },
  help: { type: 'boolean' },
});

/** What the user can mend: told in a sentence, without a stack. */
class Failure extends Error {}

const stop = new AbortController(); // its reason is the signal's name
const stopped = new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
const say = (/** @type {string} */ text) => console.error(text); // standard output is for the ready line and the command

/** Splits at `--run`: what follows the command belongs to the command, whatever it looks like. */
function readOptions(/** @type {string[]} */ argv) {
  const at = argv.includes('--run') ? argv.indexOf('--run') : argv.length;
  const [command, ...rest] = argv.slice(at + 1);
  const { values } = parseArgs({ args: argv.slice(0, at), options: OPTIONS });
  if (at < argv.length && !command) throw new Failure("--run needs a command, as in --run 'vitest run'.");
  const servers = Number(values.servers);
  if (!(servers >= 1 && servers <= 8)) throw new Failure(`--servers is a number from 1 to 8, not ${values.servers}.`);
  if (servers > 1 && (!command || values.port || values.home))
    throw new Failure('--servers needs --run, and goes with neither --port nor --home: each server has its own.');
  return { ...values, servers, fresh: values.fresh || Boolean(command), command, rest: rest[0] === '--' ? rest.slice(1) : rest };
}

/** How to call the machine's Java, and its major version. */
function findJava() {
  const home = process.env.JAVA_HOME;
  const program = home ? join(home, 'bin', 'java') : 'java';
  const { status, stderr } = spawnSync(program, ['-version'], { encoding: 'utf8' });
  const version = status === 0 && /version "(?:1\.)?(\d+)/.exec(stderr); // Java 8 calls itself 1.8
  if (version) return { program, java: Number(version[1]) };
  throw new Failure(
    `There is no Java ${home ? `in JAVA_HOME, ${home}` : 'on the PATH'}: install Java 17 or later, or set JAVA_HOME.`,
  );
}

/** The line asked for, or the newest that this Java runs. */
function chooseLine(/** @type {number} */ java, /** @type {string | undefined} */ name) {
  const asked = LINES.filter((line) => !name || line.name === name);
  const oldest = asked.at(-1);
  if (!oldest) throw new Failure(`There is no line ${name}: it is ${LINES.map((line) => line.name).join(' or ')}.`);
  const line = asked.find((candidate) => candidate.java <= java);
  if (line) return line;
  throw new Failure(
    `Java ${java} is too old: Neo4j ${oldest.name} needs ${oldest.java} or later; install one, or set JAVA_HOME.`,
  );
}

/** The jars in the local Maven repository. Asks Maven the first time, and again when one has gone. */
async function findJars(/** @type {string} */ version) {
  const folder = join(FOLDER, 'jars', version);
  const list = join(folder, 'classpath');
  const jars = () => readFileSync(list, 'utf8').trim().split(delimiter);
  if (existsSync(list) && jars().every((jar) => existsSync(jar))) return jars();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pom.xml'), pomOf(version));
  say(`Fetching Neo4j ${version} from Maven Central (some 150 MB, this once) …`);
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';
  await runMaven(['-B', '-f', join(folder, 'pom.xml'), goal, '-DincludeScope=runtime', `-Dmdep.outputFile=${list}`]);
  return jars();
}

/** `org.neo4j:neo4j` holds the entry point; it brings `org.neo4j.app:neo4j-server`, Bolt and the rest. */
const pomOf = (/** @type {string} */ version) => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>policygraph</groupId><artifactId>neo4j</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${version}</version></dependency>
  </dependencies>
</project>
`;

/** Runs Maven and reports the progress of its downloads every few seconds. */
async function runMaven(/** @type {string[]} */ args) {
  const child = spawn('mvn', ['-Dstyle.color=never', ...args], { stdio: ['ignore', 'pipe', 'pipe'], signal: stop.signal });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const progress = setInterval(() => say(`  ${output.match(/Downloaded from/g)?.length ?? 0} files so far`), 5000);
  const { code, error } = await ended(child);
  clearInterval(progress);
  stop.signal.throwIfAborted();
  if (error) throw new Failure('There is no Maven (mvn) on the PATH: the first start fetches Neo4j with it, so install Maven.');
  const reason = /^\[ERROR\] (.*)/m.exec(output)?.[1] ?? output.slice(-500);
  if (code !== 0) throw new Failure(`Maven could not fetch Neo4j; is Maven Central within reach? Maven says: ${reason}`);
}

/** The exit code of a child process, 128 + n for signal n as in shells; never rejects.
 * @returns {Promise<{ code: number, error?: Error }>} */
function ended(/** @type {ChildProcess} */ child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, error }));
    child.once('close', (code, signal) => resolve({ code: code ?? 128 + (signal ? constants.signals[signal] : 0) }));
  });
}

/** The port, when nobody listens there; 0 gives any free one. @returns {Promise<number>} */
function freePort(/** @type {number} */ port) {
  return new Promise((resolve, reject) => {
    const taken = `Port ${port} is in use, perhaps by a Neo4j from here: use that one, or --port 0 for a free port.`;
    const probe = createServer().once('error', () => reject(new Failure(taken)));
    probe.listen(port, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(address.port));
    });
  });
}

/** The server's settings. The two waits are Bolt's at its end: as shipped they make every stop last ten seconds. */
const configurationOf = (
  /** @type {number} */ port,
  /** @type {string[]} */ off,
  /** @type {string} */ cache,
) => `server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=${cache}
dbms.memory.transaction.total.max=512m
db.transaction.timeout=30s
db.tx_log.preallocate=false
internal.server.bolt.connection_shutdown_wait_time=100ms
internal.server.bolt.thread_pool_shutdown_wait_time=100ms
${off.map((name) => `${name}=false\n`).join('')}`;

/** Starts the server in a process group of its own: Ctrl-C must not end it under the command that uses it. */
async function startServer({
  program = '',
  home = '',
  port = 0,
  jars = [''],
  entryPoint = '',
  off = [''],
  heap = '',
  cache = '',
  from = /** @type {string | undefined} */ (undefined),
}) {
  const [conf, logs] = [join(home, 'conf'), join(home, 'logs')];
  for (const folder of [conf, logs]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(conf, 'neo4j.conf'), configurationOf(port, off, cache));
  writeFileSync(join(conf, 'classpath'), `-cp "${jars.join(delimiter)}"\n`); // too long for some systems' command lines
  const output = openSync(join(logs, 'console.log'), 'w');
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf };
  const java = (/** @type {string[]} */ ...args) =>
    spawn(program, ['-Xms512m', `-Xmx${heap}`, ...JVM, `@${join(conf, 'classpath')}`, ...args], {
      env,
      stdio: ['ignore', output, output],
      detached: true,
    });
  if (from !== undefined) await importFiles(java, home, from);
  if (!existsSync(join(home, 'data', 'dbms'))) {
    const { code } = await ended(java('org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', PASSWORD));
    if (code !== 0) throw new Failure(`Neo4j did not take its first password:\n${reasonIn(home)}`);
  }
  stop.signal.throwIfAborted();
  return java(entryPoint, `--home-dir=${home}`, `--config-dir=${conf}`);
}

/** Fills the database with the files of a folder, in Neo4j's own importer. */
async function importFiles(
  /** @type {(...args: string[]) => ChildProcess} */ java,
  /** @type {string} */ home,
  /** @type {string} */ from,
) {
  const list = join(from, 'neo4j-admin.args');
  if (!existsSync(list)) throw new Failure(`--import needs the file neo4j-admin.args in ${from}: policygraph export writes it.`);
  if (existsSync(join(home, 'data', 'databases', 'neo4j')))
    throw new Failure(`--import needs a new database, and ${home} holds one: delete it, or name another --home.`);
  const files = readFileSync(list, 'utf8')
    .trim()
    .split('\n')
    .map((option) => option.replace(/^(--(?:nodes|relationships)=)/, `$1${from}/`));
  const report = `--report-file=${join(home, 'logs', 'import.report')}`; // by default in the current folder
  say(`Importing ${from} …`);
  const began = performance.now();
  const { code } = await ended(java('org.neo4j.cli.AdminTool', 'database', 'import', 'full', 'neo4j', report, ...files));
  if (code !== 0) throw new Failure(`Neo4j could not import ${from}:\n${reasonIn(home)}`);
  say(`Imported in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/** Waits until the database answers a query, two minutes at most, and not for what no waiting mends. */
async function untilReady(/** @type {ChildProcess} */ server, /** @type {string} */ home, /** @type {string} */ uri) {
  for (const deadline = Date.now() + 120_000; ; await sleep(200, undefined, { signal: stop.signal })) {
    const problem = await problemAt(uri);
    if (!problem) return;
    if (problem.code?.startsWith('Neo.ClientError.Security'))
      throw new Failure(`${problem.message} Delete ${home} to start over.`);
    if (hasEnded(server) || Date.now() > deadline) throw new Failure(`Neo4j did not start:\n${reasonIn(home)}`);
  }
}

/** What the database says instead of an answer. @returns {Promise<undefined | Error & { code?: string }>} */
async function problemAt(/** @type {string} */ uri) {
  const { default: neo4j } = await import('neo4j-driver');
  const driver = neo4j.driver(uri, neo4j.auth.basic(USER, PASSWORD), { maxTransactionRetryTime: 0, connectionTimeout: 2000 });
  return driver
    .executeQuery('RETURN 1')
    .then(
      () => undefined,
      (error) => error,
    )
    .finally(() => driver.close());
}

const hasEnded = (/** @type {ChildProcess} */ child) => child.exitCode !== null || child.signalCode !== null;

/** What the JVM's log and Neo4j's own say of this start: the errors, or else how far it came. */
function reasonIn(/** @type {string} */ home) {
  const [console, log] = ['console.log', 'neo4j.log']
    .map((name) => join(home, 'logs', name))
    .map((file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : ''));
  const lines = [...console.split('\n'), ...log.slice(log.lastIndexOf('Starting...')).split('\n')];
  const errors = lines.filter((line) => /error|caused by/i.test(line));
  return (errors.length > 0 ? errors : lines).slice(-8).join('\n');
}

/** Runs the user's command in a shell; gives its exit code. A terminal sends its Ctrl-C to the command itself; elsewhere the command
 * has a process group of its own, so that one signal ends all of it. */
async function runCommand(/** @type {string} */ command, /** @type {string[]} */ rest, /** @type {string} */ uri) {
  const env = { ...process.env, NEO4J_TEST_URI: uri, NEO4J_TEST_USER: USER, NEO4J_TEST_PASSWORD: PASSWORD };
  const script = rest.length > 0 ? `${command} "$@"` : command;
  const child = spawn('sh', ['-c', script, 'sh', ...rest], { env, stdio: 'inherit', detached: !process.stdin.isTTY });
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    if (!process.stdin.isTTY) process.kill(-Number(child.pid), signal);
    else if (signal !== 'SIGINT') child.kill(signal);
  };
  stop.signal.addEventListener('abort', () => pass(stop.signal.reason), { once: true });
  return (await ended(child)).code;
}

/** Asks the server to stop, and insists after twenty seconds. */
async function stopServer(/** @type {ChildProcess} */ server) {
  if (hasEnded(server)) return;
  const insist = setTimeout(() => server.kill('SIGKILL'), 20_000);
  server.kill('SIGTERM');
  await ended(server);
  clearTimeout(insist);
}

/** What every server of this run is started with. */
async function prepare(/** @type {ReturnType<typeof readOptions>} */ options) {
  const { program, java } = findJava();
  const { version, entryPoint, off } = chooseLine(java, options.line);
  const jars = await findJars(version);
  const from = options.import === undefined ? undefined : resolve(options.import);
  say(`Starting Neo4j ${version} on Java ${java} …`);
  return { program, version, jars, entryPoint, off, heap: options.heap, cache: options.cache, from };
}

/** Where each server listens and keeps its data, one after the other: of two probes at once, both may find the same port free. */
async function placesOf(/** @type {ReturnType<typeof readOptions>} */ options, /** @type {string} */ version) {
  const places = [];
  for (let number = 1; number <= options.servers; number++) {
    const port = await freePort(Number(options.port ?? (options.command ? 0 : 7687)));
    const home = options.home ? resolve(options.home) : join(FOLDER, options.fresh ? `fresh-${process.pid}-${number}` : version);
    places.push({ port, home, uri: `bolt://127.0.0.1:${port}`, server: /** @type {ChildProcess | undefined} */ (undefined) });
  }
  return places;
}

/** The whole of it. @returns the exit code */
async function main(/** @type {string[]} */ argv) {
  const options = readOptions(argv);
  if (options.help) return console.log(HELP) ?? 0;
  if (process.platform === 'win32')
    throw new Failure('This needs Linux or macOS; on Windows use WSL, or Docker: see docs/neo4j.md.');
  const how = await prepare(options);
  const places = await placesOf(options, how.version);
  try {
    for (const place of places) place.server = await startServer({ ...how, ...place });
    for (const { server, home, uri } of places) {
      await untilReady(/** @type {ChildProcess} */ (server), home, uri);
      stop.signal.throwIfAborted();
      (options.command ? say : console.log)(
        `Neo4j ${how.version} is ready: NEO4J_URI=${uri} NEO4J_USER=${USER} NEO4J_PASSWORD=${PASSWORD}`,
      );
    }
    if (options.command) return await runCommand(options.command, options.rest, places.map(({ uri }) => uri).join());
    await Promise.race([stopped, ...places.flatMap(({ server }) => (server ? [ended(server)] : []))]);
    if (!stop.signal.aborted)
      throw new Failure(`Neo4j has stopped by itself:\n${places.map(({ home }) => reasonIn(home)).join()}`);
    return 0;
  } finally {
    await Promise.all(places.flatMap(({ server }) => (server ? [stopServer(server)] : [])));
    if (options.fresh) for (const { home } of places) rmSync(home, { recursive: true, force: true });
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop.abort(signal));
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (/** @type {any} */ error) {
  const signal = /** @type {NodeJS.Signals | undefined} */ (stop.signal.reason);
  const told = error instanceof Failure || /^ERR_(PARSE_ARGS|SOCKET_BAD_PORT)/.test(error.code);
  if (!signal && !told) throw error;
  if (!signal) say(error.message);
  process.exitCode = signal ? (process.argv.includes('--run') ? 128 + constants.signals[signal] : 0) : 1;
}
