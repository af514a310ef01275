// Builds when nothing was built, or, unless --missing is an argument, when the sources are newer than what was built.
import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['src', 'data', 'web', 'package.json', 'tsconfig.json', 'vite.config.ts'];

function newest(path) {
  const at = join(root, path);
  const files = statSync(at).isDirectory() ? readdirSync(at, { recursive: true }).map((file) => join(at, file)) : [at];
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

const built = join(root, 'dist/web/playground/index.html'); // the last thing that a build makes
const isOlder = () => !process.argv.includes('--missing') && Math.max(...sources.map(newest)) > statSync(built).mtimeMs;
if (!existsSync(built) || isOlder()) {
  console.log('Building …');
  execSync('npm run --silent build', { cwd: root, stdio: 'inherit' });
}
