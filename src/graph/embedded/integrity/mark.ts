/**
 * The mark of a graph file, beside it: what the file must hold when it is opened again. A closed graph has the checksum of its file there. While a graph is open, the mark
 * has the number of the last commit that was acknowledged, which is what is left to compare after the process was killed.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { syncFolder } from '../sync.js';
import { bootOf } from './boot.js';
import type { Checksum } from './checksum.js';

export const markPath = (graph: string): string => `${graph}.mark`;

/** Numbers of commits. */
export interface Commits {
  /** The last one that was acknowledged. */
  readonly acknowledged: number;
  /** The last one that the disk is known to have. */
  readonly synced: number;
}

export interface Mark extends Commits {
  /** The engine's id of the database. */
  readonly database: string;
  /** The checksum of the file; undefined while it is open. */
  readonly closed?: Checksum | undefined;
  /** The process that has it open. */
  readonly owner?: Owner | undefined;
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Which start of the machine: after another one, the disk may lack what was not synced. */
  readonly boot: string;
}

export const thisProcess = (): Owner => ({ pid: process.pid, host: hostname(), boot: bootOf() });

/** The mark of a graph; undefined where there is none, or where it is damaged: the graph is then as safe as one of a version without marks. */
export function readMark(graph: string): Mark | undefined {
  const [head = '', ...commits] = contentOf(markPath(graph)).split('\n');
  const text = checked(head);
  if (text === undefined) return undefined;
  const mark = JSON.parse(text) as Mark;
  return { ...mark, ...latest(commits, mark) };
}

/** Writes a mark, which appears whole or not at all, and returns the place of its commits in it. */
export function writeMark(graph: string, mark: Mark): number {
  const head = line(JSON.stringify(mark));
  const path = markPath(graph);
  const part = `${path}.part`;
  const descriptor = openSync(part, 'w');
  try {
    writeSync(descriptor, head + commitsLine(mark) + commitsLine(mark));
    fsyncSync(descriptor);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  syncFolder(dirname(path));
  return Buffer.byteLength(head);
}

/** Notes commits in the mark of an open graph. Two lines are written in turn, so that one is always whole; it takes no room on the disk. */
export class CommitNotes {
  private turn = 0;

  private constructor(
    private readonly descriptor: number,
    private readonly start: number,
  ) {}

  static of(graph: string, mark: Mark): CommitNotes {
    const start = writeMark(graph, mark);
    return new CommitNotes(openSync(markPath(graph), 'r+'), start);
  }

  note(commits: Commits): void {
    const text = commitsLine(commits);
    writeSync(this.descriptor, text, this.start + this.turn * text.length);
    this.turn = 1 - this.turn;
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

/** A line and its checksum. */
const line = (text: string): string => `${crc32(text).toString(16).padStart(8, '0')} ${text}\n`;

/** Always of the same length. */
const commitsLine = ({ acknowledged, synced }: Commits): string =>
  line(`${String(acknowledged).padStart(16, '0')} ${String(synced).padStart(16, '0')}`);

/** The text of a line, without the end of the line; undefined where it is not what was written. */
function checked(written: string): string | undefined {
  const text = written.slice(9);
  return line(text) === `${written}\n` ? text : undefined;
}

function latest(lines: readonly string[], otherwise: Commits): Commits {
  const commits = lines.flatMap((each) => {
    const [acknowledged, synced] = (checked(each) ?? '').split(' ').map(Number);
    return acknowledged === undefined || synced === undefined ? [] : [{ acknowledged, synced }];
  });
  return commits.reduce((last, next) => (next.acknowledged >= last.acknowledged ? next : last), {
    acknowledged: otherwise.acknowledged,
    synced: otherwise.synced,
  });
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // a mark that is no file
  }
}
