import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { audit, type Audit, type AuditOptions } from '../audit/audit.js';
import { parseMarks, type Mark } from '../audit/marks.js';
import { formatPage } from '../audit/page.js';
import { isClean, tallyColumns, tallyOf } from '../audit/tally.js';
import { formatText } from '../audit/text.js';
import { sentence, type Located } from '../changesets/problem.js';
import { toFile } from '../export/output.js';
import { auditMarksFile } from '../import/files.js';
import { SettingsError } from '../settings/settings.js';
import { counted, type Report } from './report.js';
import type { Sources } from './sources.js';

export const auditFormats = { html: formatPage, text: formatText } as const;

export interface AuditCommandOptions extends AuditOptions {
  readonly format: keyof typeof auditFormats;
  /** A file; standard output by default. */
  readonly output?: string | undefined;
  /** Not clean, unless all claims are read and right. */
  readonly strict: boolean;
}

/** Writes every claim next to its passage, for a reviewer to mark. Throws an InvalidInput, a SettingsError or a GraphError. */
export async function auditClaims(
  sources: Sources,
  marks: readonly Located<Mark>[],
  options: AuditCommandOptions,
): Promise<Report> {
  const { document, format, output, strict } = options;
  if (output !== undefined) mustBeWritable(output);
  const texts = sources.texts();
  const found = await audit(await sources.records(), marks, texts, options);
  if (found.documents.length === 0)
    return {
      lines: [],
      note: `No claim rests on ${document === undefined ? 'any document' : `a document "${document}"`}.`,
      ok: false,
    };
  const text = auditFormats[format](found);
  if (output !== undefined) await writeText(output, text);
  return { lines: output === undefined ? [text.trimEnd()] : [], note: noteOf(found), ok: !strict || isClean(found) };
}

/** The marks of a file; none where there is no file, unless it must exist. Throws an InvalidInput or a SettingsError. */
export function readMarks(path: string, mustExist: boolean): Located<Mark>[] {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return parseMarks(basename(path), readFileSync(path, 'utf8'));
  if (mustExist) throw new SettingsError(`There is no file ${path}.`);
  return [];
}

/** The marks file of a data folder. */
export const marksPath = (data: string): string => join(data, auditMarksFile);

export async function writeText(path: string, text: string): Promise<void> {
  await toFile(onceOf(text), path, { gzip: false });
}

async function* onceOf(text: string): AsyncGenerator<string> {
  yield text;
}

function mustBeWritable(output: string): void {
  if (statSync(output, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new SettingsError(`${output} is a folder: give --output the name of a file.`);
  if (!existsSync(dirname(output))) throw new SettingsError(`There is no folder ${dirname(output)}.`);
}

/** "5 claims rest on passages: 3 right, 1 wrong, 1 unmarked". */
function noteOf({ documents, stale }: Audit): string {
  const tally = tallyOf(documents.flatMap(({ claims }) => claims));
  const marked = tallyColumns.filter(([key]) => key !== 'claims' && tally[key] > 0).map(([key, name]) => `${tally[key]} ${name}`);
  const summary = `${counted(tally.claims, 'claim rests', 'claims rest')} on passages${marked.length === 0 ? '' : `: ${marked.join(', ')}`}`;
  return [...stale.map(staleSentence), ...documents.flatMap(missingText), summary].join('\n');
}

export function staleSentence({ problem }: Located<Mark>): string {
  return sentence(
    problem(['claim'], 'is not the id of a claim: it was changed or taken out, and a changed claim is to be read again'),
  );
}

function missingText({ id, hasText, claims }: Audit['documents'][number]): string[] {
  return hasText || claims.length === 0
    ? []
    : [`${id} has no text in the archive or the graph: ${counted(claims.length, 'claim is', 'claims are')} not listed`];
}
