/** `npm run bench`: `--help` lists its parts. */
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { compare } from './compare/compare.js';
import { explorer } from './explorer/explorer.js';
import { help, readOptions, type Options } from './options.js';
import { memory } from './parts/memory.js';
import { seeing } from './parts/seeing.js';
import { stalls } from './stalls/stalls.js';
import { start } from './parts/start.js';
import { size } from './size/size.js';
import { root } from './product.js';

const parts: Readonly<Record<string, (options: Options) => Promise<void>>> = {
  compare,
  stalls,
  memory,
  seeing,
  start,
  size,
  explorer,
};

/** Runs npm when something that it makes is missing. */
function prepare(missing: string, folder: string, ...args: readonly string[]): void {
  if (existsSync(`${folder}${missing}`)) return;
  console.error(`npm ${args.join(' ')} …`);
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder}`);
}

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) return console.log(help);
  const part = parts[options.part];
  if (part === undefined) throw new Error(`Unknown part "${options.part}": use one of ${Object.keys(parts).join(', ')}.`);
  prepare('node_modules', `${root}bench/`, 'ci', '--ignore-scripts');
  await part(options);
}

try {
  await run();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
