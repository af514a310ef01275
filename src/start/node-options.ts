/** The options of Node that the service runs with, however it is started. */

/** What the first garbage of a process may take: docs/performance.md has what this saves. V8 reads it only when a process starts. */
export const youngGeneration = '--max-semi-space-size=4';

/** Of Node from 22.15 on, but not on Windows. */
type Execve = (file: string, args: readonly string[], environment: NodeJS.ProcessEnv) => never;

/** Starts this process again with the options, under its id and with its streams, where Node can and nobody set another size. */
export function restartWithOptions(): void {
  const { execve, execPath, execArgv, argv, env } = process as typeof process & { readonly execve?: Execve };
  const isSet = [...execArgv, env['NODE_OPTIONS'] ?? ''].some((option) => /semi[-_]space[-_]size/.test(option));
  if (isSet || execve === undefined) return;
  execve.call(process, execPath, [execPath, ...execArgv, youngGeneration, ...argv.slice(1)], env);
}
