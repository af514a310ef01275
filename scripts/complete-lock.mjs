// Names in package-lock.json the optional packages of other platforms that npm left out, because the registry in use did not have them.
// First npm names them again, with their hashes, where the registry has them by now. "npm ci" refuses a lock file that does not name them all. Run it after "npm install": node scripts/complete-lock.mjs
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = new URL('../package-lock.json', import.meta.url);
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** What a package for one platform asks of it, read off its name: `linux-arm64-musl`. */
function platform(name) {
  const words = name.split(/[/-]/);
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : undefined;
  return {
    cpu: processors.filter((processor) => words.includes(processor)),
    ...(words.includes('linux') && libc !== undefined ? { libc } : {}),
    os: systems.filter((system) => words.includes(system)),
  };
}

/** An entry for each optional dependency that the lock file does not name. */
function missing(packages) {
  return Object.values(packages).flatMap(({ dev, license, optionalDependencies = {} }) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => packages[`node_modules/${name}`] === undefined)
      .map(([name, version]) => [
        `node_modules/${name}`,
        { version, ...platform(name), ...(dev ? { dev } : {}), license, optional: true },
      ]),
  );
}

const readLock = () => JSON.parse(readFileSync(file, 'utf8'));
const writeLock = (lock, packages) =>
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);

const before = readLock();
writeLock(
  before,
  Object.entries(before.packages).filter(([path, { integrity }]) => path === '' || integrity !== undefined),
);
const options = ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'];
execFileSync('npm', options, { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: ['ignore', 'ignore', 'inherit'] });

const lock = readLock();
const added = missing(lock.packages);
const packages = [...Object.entries(lock.packages), ...added].sort(([a], [b]) => (a < b ? -1 : 1));
writeLock(lock, packages);
console.log(`${added.length} packages of other platforms added`);
