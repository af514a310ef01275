/** Child processes: started with a log, ended with the bench, and what they use, as /proc reports it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { out, root } from './product.js';

const children = new Set<ChildProcess>();
process.on('exit', () => children.forEach((child) => child.kill('SIGTERM')));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

export interface Command {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** `node ARGS` in the project's folder; its output goes to bench/out/NAME.log. */
export function startNode(name: string, { args, env = {} }: Command): ChildProcess {
  mkdirSync(out, { recursive: true });
  const log = openSync(logOf(name), 'w');
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', log, log, 'ipc'] });
  closeSync(log);
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Runs it to its end. Throws with its last lines when it fails. */
export async function runNode(name: string, command: Command): Promise<void> {
  const child = startNode(name, command);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${name} failed:\n${lastLines(name)}`);
}

export const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Asks it to stop, and kills it after ten seconds. */
export async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(insist);
}

export const logOf = (name: string): string => `${out}${name}.log`;
export const lastLines = (name: string): string => readFileSync(logOf(name), 'utf8').trim().split('\n').slice(-10).join('\n');

/** Milliseconds of processor time so far; NaN where there is no /proc. */
export function processorTime(pid: number | undefined): number {
  if (pid === undefined || !existsSync(`/proc/${pid}/stat`)) return NaN;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10; // ticks of 10 ms: user, system
}

/** Resident memory in MB; NaN where there is no /proc. */
export function residentMemory(pid: number | undefined): number {
  if (pid === undefined || !existsSync(`/proc/${pid}/status`)) return NaN;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024;
}

/** The first child of a process. */
export function childOf(pid: number | undefined): number | undefined {
  const file = `/proc/${pid}/task/${pid}/children`;
  const first = existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ')[0] : '';
  return first ? Number(first) : undefined;
}
