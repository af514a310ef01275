/** Reads a line of JSON Lines and locates values in it. */
import {
  findNodeAtLocation,
  getNodeValue,
  parse,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { Located, Problem, Step } from '../../changesets/problem.js';
import { lostNumber } from '../../lost-number.js';
import { repeatedKey } from '../../repeated-key.js';
import { limits } from '../../limits.js';
import { excessOf } from './json-bounds.js';

const longest = limits.imports.record.value;

export type JsonObject = Readonly<Record<string, unknown>>;

/** The object of one line, or none where it is not one, with the reason among the problems. */
export function jsonObject(text: string, file: string, line: number, problems: Problem[]): Located<JsonObject>[] {
  const wrong = (message: string, column = 1) => problems.push({ file, line, column, value: undefined, message });
  if (text.length > longest) return (wrong(`is longer than ${longest.toLocaleString('en')} characters: no record may be`), []);
  const excess = excessOf(text);
  if (excess !== undefined) return (wrong(excess.message, excess.offset + 1), []);
  const item = parsed(text);
  if (item === undefined) return (wrong(...syntaxError(text)), []);
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    return (wrong('must be a JSON object, such as {"type":"entity",…}'), []);
  const again = repeatedKey(text);
  if (again !== undefined) return (wrong(`gives "${again.key}" twice in one object: give it once`, again.offset + 1), []);
  const lost = lostNumber(text);
  if (lost !== undefined) return (wrong(`${lost.text.slice(0, 100)} ${lost.reason}`, lost.offset + 1), []);
  if (text.includes(String.raw`\u0000`) && holdsNul(item))
    return (wrong('holds a NUL character, which no text has: take it out'), []);
  return [{ item: item as JsonObject, problem: problemIn(text, file, line) }];
}

/** A value's place in the line is only looked up when something is wrong with it. */
function problemIn(text: string, file: string, line: number): Located<unknown>['problem'] {
  let tree: Node | undefined;
  return (at, message) => {
    tree ??= parseTree(text);
    const [node, rest] = deepest(tree, at);
    const isScalar = node !== undefined && node.children === undefined;
    const value: unknown = isScalar && rest === 0 ? getNodeValue(node) : undefined;
    return { file, line, column: (node?.offset ?? 0) + 1, value, message };
  };
}

/** The node at a path, or the last one on the way to it, with how many steps are left. */
function deepest(root: Node | undefined, at: readonly Step[]): [Node | undefined, number] {
  if (root === undefined) return [undefined, at.length];
  for (let length = at.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, at.slice(0, length));
    if (node !== undefined) return [node, at.length - length];
  }
  return [root, at.length];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const holdsNul = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).some(([key, part]) => key.includes('\0') || holdsNul(part))
    : typeof value === 'string' && value.includes('\0');

function syntaxError(text: string): [message: string, column: number] {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true });
  } catch {
    return ['is nested too deep: no record is', 1];
  }
  const [first] = errors;
  const reason = first === undefined ? '' : ` (${printParseErrorCode(first.error)})`;
  return [`is not JSON${reason}: each line must be one whole JSON object`, (first?.offset ?? 0) + 1];
}
