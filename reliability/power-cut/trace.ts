/** The system calls of a program that `strace -f -y -xx` wrote down. */
export interface Call {
  readonly name: string;
  /** Paths and data, decoded: of `fd<path>` the path. */
  readonly fd?: { readonly number: number; readonly path: string } | undefined;
  readonly texts: readonly Buffer[];
  /** The numbers and flags after the texts. */
  readonly rest: string;
  readonly result: number;
  /** A call that another thread interrupts is two lines: it begins at the first, and has its result at the second. */
  readonly begins: boolean;
  readonly ends: boolean;
}

export const traced =
  'openat,write,pwrite64,writev,sendto,lseek,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,rmdir';

export function* callsOf(trace: string): Iterable<Call> {
  const begun = new Map<string, string>();
  for (const line of trace.split('\n')) {
    const [, pid = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const [, first] = /^(.*) <unfinished \.\.\.>$/.exec(text) ?? [];
    const [, second] = /^<\.\.\. \w+ resumed>(.*)$/.exec(text) ?? [];
    if (first !== undefined) {
      begun.set(pid, first);
      yield* parsed(`${first}) = 0`, true, false);
    } else if (second === undefined) yield* parsed(text, true, true);
    else yield* parsed(`${begun.get(pid) ?? ''}${second}`, false, true);
  }
}

function* parsed(text: string, begins: boolean, ends: boolean): Iterable<Call> {
  const [, name, inside = '', result] = /^(\w+)\((.*)\) += (-?\d+)/.exec(text) ?? [];
  if (name === undefined) return;
  const [, number, path] = /^(\d+|AT_FDCWD)<([^>]*)>/.exec(inside) ?? [];
  const fd = number === undefined || path === undefined ? undefined : { number: Number(number), path: decoded(path).toString() };
  const texts = [...inside.matchAll(/"((?:\\x[\da-f]{2})*)"/g)].map(([, hex = '']) => decoded(hex));
  yield { name, fd, texts, rest: inside.slice(inside.lastIndexOf('"') + 1), result: Number(result), begins, ends };
}

const decoded = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');
