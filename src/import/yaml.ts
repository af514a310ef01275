import {
  LineCounter,
  isCollection,
  isMap,
  isNode,
  isScalar,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import { decimal } from '../changesets/decimal.js';
import { limits } from '../limits.js';
import type { ImportFile } from './files.js';
import type { Located, Problem, Step } from '../changesets/problem.js';
import { excessOf, tooDeep } from './yaml-bounds.js';

/** A YAML file as plain data, with the place of each value. */
export interface YamlFile extends Located<unknown> {
  readonly path: string;
}

/** Parses a YAML file of any size. What is not YAML is reported to `problems`, and undefined comes back. */
export function parseYaml(file: ImportFile, problems: Problem[]): YamlFile | undefined {
  const text = file.text.replace(/^\uFEFF/, '');
  const lines = new LineCounter();
  const placed = ({ offset, value, message }: Wrong): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file: file.path, line: Math.max(line, 1), column: Math.max(col, 1), value, message };
  };
  const read = documentOf(text, lines);
  if ('message' in read) return void problems.push(placed(read));
  const { document, item } = read;
  const find = finderIn(document);
  return {
    path: file.path,
    item,
    problem: (at, message) => {
      const [node, rest] = find(at);
      return placed({ offset: node?.range?.[0] ?? 0, value: rest.length === 0 ? plain(node) : undefined, message });
    },
  };
}

/** The same for a file of somebody else's, which may be made to take long. */
export function parseBoundedYaml(file: ImportFile, problems: Problem[]): YamlFile | undefined {
  const excess = excessOf(file.text);
  if (excess === undefined) return parseYaml(file, problems);
  const before = file.text.slice(0, excess.offset).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return void problems.push({ file: file.path, ...place, value: undefined, message: excess.message });
}

/** What is wrong with a document, and where. */
interface Wrong {
  readonly message: string;
  readonly offset: number;
  readonly value?: unknown;
}

/** A few lines can name one another so often that they would fill the memory, and parsers of what is nested go as deep: errors come of these. */
function documentOf(text: string, lineCounter: LineCounter): { readonly document: Document; readonly item: unknown } | Wrong {
  try {
    const document = parseDocument(text, { lineCounter, uniqueKeys: false, prettyErrors: false });
    const [error] = document.errors; // the first brings on the others
    if (error !== undefined) return { message: isOverflow(error) ? tooDeep : error.message, offset: error.pos[0] };
    return wrongNode(document) ?? { document, item: document.toJS() as unknown };
  } catch (error) {
    return { message: isOverflow(error) ? tooDeep : (error as Error).message, offset: 0 };
  }
}

/** Of a stack that nested values have filled; the parser reports it as its own. */
const isOverflow = (error: unknown): boolean => (error as Error).message.startsWith('Maximum call stack');

/** Keys are text as they are written, "01" too. The first key that is repeated, and number that loses digits or is not decimal. */
function wrongNode(document: Document): Wrong | undefined {
  let wrong: Wrong | undefined;
  visit(document, {
    Scalar(at, { value, source: text, range }) {
      if (at === 'key' || typeof value !== 'number' || text === undefined) return undefined;
      const read = decimal(text);
      if (!('error' in read)) return undefined;
      wrong = { value: text, message: read.error, offset: range?.[0] ?? 0 };
      return visit.BREAK;
    },
    Pair(_, { key }) {
      if (isScalar(key) && key.source !== undefined) key.value = key.source;
    },
    Map(_, map, path) {
      wrong = path.length > deepest ? { message: tooDeep, offset: map.range?.[0] ?? 0 } : repeatedKey(map);
      return wrong === undefined ? undefined : visit.BREAK;
    },
  });
  return wrong;
}

/** Steps of the parser on the way to a value: a map, its pair, and a list. */
const deepest = 3 * limits.imports.depth.value;

/** The parser compares each key with all before it. 01 and 1 are two keys. */
function repeatedKey({ items }: YAMLMap): Wrong | undefined {
  const known = new Set<unknown>();
  for (const { key } of items) {
    if (!isScalar(key)) continue;
    const name = key.source ?? key.value;
    if (known.has(name)) return { message: 'Map keys must be unique', offset: key.range?.[0] ?? 0 };
    known.add(name);
  }
  return undefined;
}

/** Finds the node at a path, or the last one on the way to it, with the steps that lead nowhere. */
function finderIn({ contents }: Document): (at: readonly Step[]) => [Node | undefined, readonly Step[]] {
  const maps = new Map<YAMLMap, ReadonlyMap<unknown, unknown>>(); // a map looks through its pairs for each key
  const valueIn = (map: YAMLMap, step: Step): unknown => {
    const values = maps.get(map) ?? new Map(map.items.map(({ key, value }) => [isScalar(key) ? key.value : key, value]));
    maps.set(map, values);
    return values.get(step) ?? values.get(String(step));
  };
  return (at) => {
    let node = contents;
    for (const [index, step] of at.entries()) {
      const next = isMap(node) ? valueIn(node, step) : isCollection(node) ? node.get(step, true) : undefined;
      if (!isNode(next)) return [node ?? undefined, at.slice(index)];
      node = next;
    }
    return [node ?? undefined, []];
  };
}

function plain(node: Node | undefined): unknown {
  return isCollection(node) ? undefined : (node?.toJSON() as unknown);
}
