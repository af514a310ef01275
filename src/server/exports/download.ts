/** How an export is sent: what is in the download, its type and its name. */
import { formats } from '../../export/formats.js';
import type { GraphReader } from '../../export/graph-reader.js';
import { zipped, type Entry } from '../../export/zip.js';
import { GraphError } from '../../graph/errors.js';
import type { ExportRequest } from './parameters.js';

export interface Download {
  readonly mediaType: string;
  readonly fileName: string;
  readonly content: (graph: GraphReader) => AsyncIterable<string | Uint8Array>;
}

/** Throws BAD_USER_INPUT for a format that cannot be sent, and for a file that it does not have. */
export async function downloadOf(request: ExportRequest): Promise<Download> {
  const { format, file, formulas, asOf } = request;
  const chosen = formats[format];
  const part = ['policygraph', ...nameOfPart(request.part)]
    .join('-')
    .replaceAll(/[^\w.-]+/g, '-')
    .slice(0, 100);
  const name = asOf === undefined ? part : `${part}-${asOf}`;
  const whole = { mediaType: chosen.mediaType, fileName: `${name}.${chosen.extension}` };
  if ('file' in chosen) {
    if (file !== undefined)
      throw new GraphError('BAD_USER_INPUT', `"file" is for formats of several files, and ${format} is one.`);
    const write = await chosen.file();
    return { ...whole, content: (graph) => write(graph, formulas) };
  }
  if (chosen.files === undefined)
    throw new GraphError('BAD_USER_INPUT', `${format} is written into a folder: use the command "policygraph export".`);
  const files = await chosen.files();
  if (file === undefined) return { ...whole, content: (graph) => zipped(files(graph, formulas)) };
  return {
    mediaType: 'text/csv; charset=utf-8',
    fileName: `${name}-${file}`,
    content: (graph) => entryOf(files(graph, formulas), file),
  };
}

function entryOf(files: readonly Entry[], file: string): AsyncIterable<string> {
  const found = files.find(({ name }) => name === file);
  if (found !== undefined) return found.chunks();
  const names = files.map(({ name }) => name).join(', ');
  throw new GraphError('BAD_USER_INPUT', `Unknown file ${JSON.stringify(file.slice(0, 100))}: it must be one of ${names}.`);
}

function nameOfPart(part: ExportRequest['part']): readonly string[] {
  if (part === undefined) return [];
  if ('types' in part) return part.types;
  if ('about' in part) return part.about.slice(0, 1);
  return [/\bquery\s+(\w+)/.exec(part.operation.query)?.[1] ?? 'query'];
}
