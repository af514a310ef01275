/** Where the service that has a graph open listens for commands: a file of the graph's folder has it. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

export interface Address {
  /** The path of a Unix socket, relative to the folder where it is in it, or the name of a Windows pipe. */
  readonly socket: string;
  readonly pid: number;
}

const addressFile = 'service.json';
const socketName = 'service.sock';

/** Bytes of the path of a socket that every system takes: macOS takes 103, Linux 107. */
const longestPath = 100;

/** The address in a folder; undefined where no service has noted one. The service may be gone. */
export function readAddress(folder: string): Address | undefined {
  try {
    const { socket, pid } = JSON.parse(readFileSync(join(folder, addressFile), 'utf8')) as Partial<Address>;
    return typeof socket === 'string' && typeof pid === 'number' ? { socket, pid } : undefined;
  } catch {
    return undefined; // none, or one that is no address
  }
}

export function writeAddress(folder: string, address: Address): void {
  const part = join(folder, `${addressFile}.part`);
  writeFileSync(part, `${JSON.stringify(address)}\n`, { mode: 0o600 });
  renameSync(part, join(folder, addressFile));
}

/** Removes an address and its socket, which the service of it must have left. */
export function removeAddress(folder: string): void {
  const address = readAddress(folder);
  rmSync(join(folder, addressFile), { force: true });
  if (address === undefined || process.platform === 'win32') return;
  const path = socketPath(folder, address);
  if (basename(path) !== socketName) return; // not of this program
  rmSync(path, { force: true });
  const own = dirname(path);
  if (basename(own).startsWith(temporaryPrefix)) rmSync(own, { recursive: true, force: true });
}

/** The path by which a socket is reached. */
export function socketPath(folder: string, { socket }: Address): string {
  const path = resolve(folder, socket);
  return process.platform === 'win32' || isShort(path) ? path : resolve(realpathSync(folder), socket);
}

const isShort = (path: string): boolean => Buffer.byteLength(path) <= longestPath;

const temporaryPrefix = 'policygraph-service-';

/** Sockets to listen at, the best first: in the folder, unless its path is too long, and in a folder of its own that only this user may enter. */
export function* sockets(folder: string): Generator<string> {
  const real = realpathSync(folder);
  if (process.platform === 'win32') {
    yield String.raw`\\.\pipe\policygraph-${createHash('sha256').update(real).digest('hex').slice(0, 32)}`;
    return;
  }
  if (isShort(join(real, socketName))) yield socketName;
  yield join(mkdtempSync(join(tmpdir(), temporaryPrefix)), socketName);
}
