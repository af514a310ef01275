import { LineCounter, isCollection, isNode, isScalar, parseDocument, visit, type Document, type Node } from 'yaml';
import { decimal } from '../changesets/decimal.js';
import type { ImportFile } from './files.js';
import type { Located, Problem, Step } from '../changesets/problem.js';

/** A YAML file as plain data, with the place of each value. */
export interface YamlFile extends Located<unknown> {
  readonly path: string;
}

/** Parses a YAML file. What is not YAML is reported to `problems`, and undefined comes back. */
export function parseYaml({ path, text }: ImportFile, problems: Problem[]): YamlFile | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, uniqueKeys, prettyErrors: false });
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const [error] = document.errors; // the first brings on the others
  if (error !== undefined) {
    problems.push({ file: path, ...position(error.pos[0]), value: undefined, message: error.message });
    return undefined;
  }
  const lost = lostNumber(document);
  if (lost !== undefined) {
    problems.push({ file: path, ...position(lost.offset), value: lost.text, message: lost.reason });
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

/** 01 and 1 are two keys. */
const uniqueKeys = (a: unknown, b: unknown): boolean =>
  a === b || (isScalar(a) && isScalar(b) && (a.source ?? a.value) === (b.source ?? b.value));

/** Keys are text as they are written, "01" too. The first number among the values that loses digits, or is not decimal. */
function lostNumber(document: Document): { readonly text: string; readonly reason: string; readonly offset: number } | undefined {
  let lost: ReturnType<typeof lostNumber>;
  visit(document, {
    Scalar(at, { value, source: text, range }) {
      if (at === 'key' || typeof value !== 'number' || text === undefined) return undefined;
      const read = decimal(text);
      if (!('error' in read)) return undefined;
      lost = { text, reason: read.error, offset: range?.[0] ?? 0 };
      return visit.BREAK;
    },
    Pair(_, { key }) {
      if (isScalar(key) && key.source !== undefined) key.value = key.source;
    },
  });
  return lost;
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
