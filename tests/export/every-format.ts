/** A graph in every format that is text, as files by name. */
import { formats } from '../../src/export/formats.js';
import { GraphReader } from '../../src/export/graph-reader.js';
import type { Graph } from '../../src/graph/port.js';
import { text, texts } from './text.js';

/** `graph.jsonl` and the like; the files of a folder as `csv/entities.csv`. */
export async function everyFormat(graph: Graph): Promise<Map<string, string>> {
  const reader = new GraphReader(graph);
  const files = new Map<string, string>();
  for (const [name, format] of Object.entries(formats))
    if (name === 'xlsx') continue;
    else if ('file' in format) files.set(`graph.${name}`, await text((await format.file())(reader)));
    else for (const [file, content] of await texts((await format.folder())(reader, ''))) files.set(`${name}/${file}`, content);
  return files;
}
