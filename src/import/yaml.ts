import { LineCounter, isCollection, isNode, parseDocument, type Document, type Node } from 'yaml';
import type { ImportFile } from './files.js';
import type { Located, Problem, Step } from '../changesets/problem.js';

/** A YAML file as plain data, and where in the file each value of it stands. */
export interface YamlFile extends Located<unknown> {
  readonly path: string;
}

/** Parses a YAML file. What is not YAML is reported to `problems`, and undefined comes back. */
export function parseYaml({ path, text }: ImportFile, problems: Problem[]): YamlFile | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const [error] = document.errors; // the first brings on the others
  if (error !== undefined) {
    problems.push({ file: path, ...position(error.pos[0]), value: undefined, message: error.message });
    return undefined;
  }
  const item = plainOf(document);
  if (item instanceof Error) {
    problems.push({ file: path, line: 1, column: 1, value: undefined, message: item.message });
    return undefined;
  }
  return {
    path,
    item,
    problem: (at, message) => {
      const [node, rest] = deepest(document, at);
      return { file: path, ...position(node?.range?.[0] ?? 0), value: rest.length === 0 ? plain(node) : undefined, message };
    },
  };
}

/** A few lines can name one another so often that they would fill the memory: an error comes back for these. */
function plainOf(document: Document): unknown {
  try {
    return document.toJS() as unknown;
  } catch (error) {
    return error;
  }
}

/** The node at a path, or the last one on the way to it, with the steps that lead nowhere. */
function deepest(document: Document, at: readonly Step[]): [Node | undefined, readonly Step[]] {
  let node = document.contents;
  for (const [index, step] of at.entries()) {
    const next = isCollection(node) ? node.get(step, true) : undefined;
    if (!isNode(next)) return [node ?? undefined, at.slice(index)];
    node = next;
  }
  return [node ?? undefined, []];
}

function plain(node: Node | undefined): unknown {
  return isCollection(node) ? undefined : (node?.toJSON() as unknown);
}
