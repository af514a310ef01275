import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { modelVersion } from '../src/graph/model-version.js';
import { youngGeneration } from '../src/start/node-options.js';
import { policygraph } from './support/cli.js';
import { smallData } from './support/small-data.js';
import { archived, removeFolders, temporary } from './support/texts.js';

afterAll(removeFolders);
const archive = temporary(archived);

describe('the command line', () => {
  it.each([
    ['an unknown command', ['verfy'], "Unknown command 'verfy' (Did you mean verify?)\n"],
    ['an unknown option', ['verify', '--archiv', 'x'], "Unknown option '--archiv' (Did you mean --archive?)\n"],
    [
      'no archive',
      ['verify', '--data', temporary(smallData)],
      'The folder of the source texts is missing: pass --archive FOLDER, or set POLICYGRAPH_ARCHIVE.\n',
    ],
    ['a missing archive', ['coverage', '--archive', '/nowhere'], 'There is no folder /nowhere.\n'],
    ['missing data', ['verify', '--archive', archive, '--data', '/nowhere'], 'There is no folder /nowhere.\n'],
    [
      'a folder without data',
      ['verify', '--archive', archive, '--data', archive],
      `The folder ${archive} has no import files (*.yaml, *.csv).\n`,
    ],
    ['no document', ['locate', '--archive', archive, 'text'], "Required option '--document <id>' not specified.\n"],
    [
      'no passage',
      ['locate', '--archive', archive, '--document', 'document:article'],
      'The passage is missing: pass it as arguments or on standard input.\n',
    ],
  ])('says one sentence and ends with 2: %s', async (_, args, err) => {
    expect(await policygraph(args)).toEqual({ code: 2, out: '', err });
  });

  it('says that a folder cannot be made, where the system never says so by itself', async () => {
    const settings = { POLICYGRAPH_DATA: '/proc/nope/data' };
    const errorOf = async (args: readonly string[]) => (await policygraph(args, { settings })).err;
    expect(await errorOf(['import', fileURLToPath(new URL('../data/agencies.yaml', import.meta.url))])).toBe(
      'The data folder /proc/nope/data cannot be made (ENOENT): set POLICYGRAPH_DATA to a folder that can be written.\n',
    );
    expect(await errorOf(['keys', 'add', '--name', 'x', '--role', 'reader'])).toBe(
      '/proc/nope/data/keys.json cannot be written (ENOENT): mend its permissions, or set POLICYGRAPH_KEYS.\n',
    );
  });

  it('refuses a misspelt setting, also where a command reads none', async () => {
    const settings = { POLICYGRAPH_ARCHIV: archive };
    const err = 'Unknown setting POLICYGRAPH_ARCHIV. Did you mean POLICYGRAPH_ARCHIVE?\n';
    expect(await policygraph(['verify', '--archive', archive], { settings })).toEqual({ code: 2, out: '', err });
  });

  it.each(['cli.js start', 'main.js'])('refuses arguments of the service, and says what would be right: %s', async (door) => {
    const [program, ...first] = door.split(' ') as [string, ...string[]];
    const run = (...args: string[]) => policygraph([...first, ...args], { program: `dist/${program}` });
    const unknown = (argument: string) => `Unknown argument "${argument}" of start: settings are variables of the environment. `;
    for (const [argument, hint] of [
      ['--port', 'Did you mean PORT=… policygraph start?'],
      ['--data=/srv', 'Did you mean POLICYGRAPH_DATA=… policygraph start?'],
      ['--neo4j-uri', 'Did you mean NEO4J_URI=… policygraph start?'],
      ['now', 'docs/settings.md lists them.'],
    ] as const)
      expect(await run(argument)).toEqual({ code: 2, out: '', err: `${unknown(argument)}${hint}\n` });
  });

  it('also of main.js prints its help and its version', async () => {
    const program = 'dist/main.js';
    expect(await policygraph(['--help'], { program })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Usage: policygraph start/),
    });
    expect(await policygraph(['--version'], { program })).toEqual(await policygraph(['--version']));
  });

  it('refuses a misspelt setting before the service starts', async () => {
    const settings = { POLICYGRAPH_ARCHIV: archive };
    const err = 'Unknown setting POLICYGRAPH_ARCHIV. Did you mean POLICYGRAPH_ARCHIVE?\n';
    expect(await policygraph(['start'], { settings })).toEqual({ code: 2, out: '', err });
    expect(await policygraph(['mcp'], { settings })).toEqual({ code: 2, out: '', err });
  });

  it('starts the service as npm start and the image do, unless a size is set', async () => {
    const folder = temporary({
      'call.mjs': 'process.execve = (...call) => (console.log(JSON.stringify(call.slice(0, 2))), process.exit());',
    });
    const { out, err } = await policygraph(['start'], { settings: { NODE_OPTIONS: `--import=${folder}/call.mjs` } });
    expect(err).toBe('');
    const [file, [name, ...args]] = JSON.parse(out) as [string, string[]];
    expect([file, name, args]).toEqual([
      process.execPath,
      process.execPath,
      [youngGeneration, expect.stringMatching(/cli\.js$/), 'start'],
    ]);
    for (const door of ['package.json', 'Dockerfile'])
      expect(readFileSync(new URL(`../${door}`, import.meta.url), 'utf8')).toContain(youngGeneration);
    const set = await policygraph(['start'], {
      settings: { NODE_OPTIONS: `--import=${folder}/call.mjs --max-semi-space-size=8`, POLICYGRAPH_ARCHIVE: '/nowhere' },
    });
    expect(set).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^POLICYGRAPH_ARCHIVE \/nowhere does not exist/) });
  });

  it('prints the schema', async () => {
    const out = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
    expect(await policygraph(['schema'])).toEqual({ code: 0, out, err: '' });
  });

  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(await policygraph(['--version'])).toEqual({
      code: 0,
      out: `policygraph ${version}, model version ${modelVersion}\n`,
      err: '',
    });
  });

  it('says what its commands are', async () => {
    const { code, out, err } = await policygraph(['--help']);
    expect([code, err, [...out.matchAll(/^ {2}([\w|]+) /gm)].map(([, command]) => command)]).toEqual([
      0,
      '',
      [
        'start',
        'verify',
        'unexplained|coverage',
        'audit',
        'locate',
        'check',
        'migrate',
        'schema',
        'export',
        'import',
        'read',
        'remove',
        'backup',
        'restore',
        'mcp',
        'keys',
        'help',
      ],
    ]);
    expect(await policygraph([])).toEqual({ code: 2, out: '', err: out });
  });

  it.each([
    'start',
    'verify',
    'unexplained',
    'audit',
    'locate',
    'check',
    'migrate',
    'export',
    'import',
    'read',
    'remove',
    'backup',
    'restore',
    'mcp',
    'keys',
    'keys add',
    'keys list',
    'keys revoke',
  ])('%s --help says what it is for, with an example', async (command) => {
    expect(await policygraph([...command.split(' '), '--help'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Usage: policygraph [^]*\nExamples?:\n {2}policygraph /),
      err: '',
    });
  });
});
