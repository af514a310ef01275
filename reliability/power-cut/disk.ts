/** A disk that keeps of a folder only what was synced: contents by `fsync` of a file, names by `fsync` of their folder. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Call } from './trace.js';

interface Inode {
  content: Buffer;
  /** What the disk has of it. */
  synced: Buffer;
}

type Names = Map<string, Inode | 'folder'>;

export class Disk {
  /** As the program sees them. */
  private readonly names: Names = new Map();
  /** As the disk has them. */
  private readonly synced: Names = new Map();
  private readonly positions = new Map<number, number>();
  /** What files and folders were when their sync began. */
  private readonly syncing = new Map<string, Buffer | Names>();

  /** `files` are on the disk from the beginning. */
  constructor(
    private readonly root: string,
    files: ReadonlyMap<string, Buffer>,
  ) {
    for (const [path, content] of files) {
      const inode = { content, synced: content };
      this.names.set(join(root, path), inode);
      this.synced.set(join(root, path), inode);
    }
  }

  apply(call: Call): void {
    const { name, fd, result } = call;
    if (name === 'fsync' || name === 'fdatasync') return this.sync(call);
    if (!call.ends || result < 0) return;
    if (name === 'openat') return this.open(call);
    if (name === 'mkdir') return this.set(call.texts[0]?.toString(), 'folder');
    if (name.startsWith('rename')) return this.rename(call);
    if (name.startsWith('unlink') || name === 'rmdir') return this.remove(call);
    if (fd === undefined) return;
    if (name === 'lseek') this.positions.set(fd.number, result);
    else this.write(call, fd);
  }

  /** Writes to a folder what is left of it after a power cut. */
  putInto(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const sorted = [...this.synced].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [path, inode] of sorted) {
      const target = path.replace(this.root, folder);
      if (!existsSync(dirname(target))) continue; // the name of its folder is lost
      if (inode === 'folder') mkdirSync(target);
      else writeFileSync(target, inode.synced);
    }
  }

  private set(path: string | undefined, inode: Inode | 'folder'): void {
    if (path?.startsWith(`${this.root}/`) === true) this.names.set(path, inode);
  }

  private open({ texts, rest, result }: Call): void {
    const path = texts[0]?.toString() ?? '';
    this.positions.set(result, 0);
    if (rest.includes('O_CREAT') && !this.names.has(path)) this.set(path, { content: Buffer.alloc(0), synced: Buffer.alloc(0) });
    const inode = this.names.get(path);
    if (rest.includes('O_TRUNC') && inode !== undefined && inode !== 'folder') inode.content = Buffer.alloc(0);
  }

  private write({ name, texts: [data], rest, result }: Call, { number, path }: NonNullable<Call['fd']>): void {
    const inode = this.names.get(path);
    if (inode === undefined || inode === 'folder') return;
    const [, last = 0] = /(\d+)\)?$/.exec(rest) ?? [];
    if (name === 'ftruncate') return void (inode.content = resized(inode.content, Number(last)));
    if (data === undefined) throw new Error(`${name} of ${path} cannot be followed.`);
    const at = name === 'pwrite64' ? Number(last) : (this.positions.get(number) ?? inode.content.length);
    if (name !== 'pwrite64') this.positions.set(number, at + result);
    inode.content = resized(inode.content, Math.max(inode.content.length, at + result), true);
    data.copy(inode.content, at, 0, result);
  }

  private rename({ texts: [from, to] }: Call): void {
    const inode = this.names.get(String(from));
    if (inode === undefined) return;
    this.names.delete(String(from));
    this.set(to?.toString(), inode);
  }

  private remove({ texts: [name], fd }: Call): void {
    const path = String(name);
    this.names.delete(path.startsWith('/') ? path : join(fd?.path ?? '', path));
  }

  private sync({ fd, begins, ends, result }: Call): void {
    const path = fd?.path ?? '';
    if (begins) this.syncing.set(path, this.now(path));
    const then = this.syncing.get(path);
    if (!ends || result < 0 || then === undefined) return;
    if (then instanceof Map) return this.syncNames(path, then);
    const inode = this.names.get(path);
    if (inode !== undefined && inode !== 'folder') inode.synced = then;
  }

  private syncNames(folder: string, names: Names): void {
    for (const path of this.synced.keys()) if (dirname(path) === folder) this.synced.delete(path);
    for (const [path, inode] of names) this.synced.set(path, inode);
  }

  private now(path: string): Buffer | Names {
    const inode = this.names.get(path);
    if (inode !== undefined && inode !== 'folder') return inode.content;
    return new Map([...this.names].filter(([known]) => dirname(known) === path));
  }
}

/** Always another buffer: what was synced must not change with it. */
function resized(content: Buffer, length: number, copies = false): Buffer {
  if (!copies && length <= content.length) return content.subarray(0, length);
  const next = Buffer.alloc(length);
  content.copy(next);
  return next;
}
