/** The command line as users run it: a process of its own. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `policygraph` with these arguments; of the settings, only those given here are set. */
export function policygraph(
  args: readonly string[],
  {
    settings = {},
    input = '',
    fileBlocks,
    program = 'dist/cli.js',
  }: {
    settings?: Readonly<Record<string, string>>;
    input?: string;
    /** Blocks that a file may have, as on a disk that is nearly full. */
    fileBlocks?: number;
    readonly program?: string;
  } = {},
): Promise<Outcome> {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      fileBlocks === undefined ? process.execPath : 'sh',
      fileBlocks === undefined
        ? [program, ...args]
        : ['-c', `ulimit -f ${fileBlocks} && exec "$0" "$@"`, process.execPath, program, ...args],
      { cwd: root, env: { PATH, HOME, TMPDIR, ...settings } },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
    child.stdin?.end(input);
  });
}
