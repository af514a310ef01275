/** The items of an answer that should be JSON: alone, in a code fence, between sentences, or cut off. */
export interface AnsweredItems {
  readonly items: readonly unknown[];
  /** The end is missing; the items are those that were whole. */
  readonly isCutOff: boolean;
}

/** Places that are tried as the beginning of the JSON. */
const mostTries = 20;

/** Undefined where there is no object with a list of items, and no list of objects. */
export function itemsIn(answer: string): AnsweredItems | undefined {
  const text = answer.replaceAll(/<think>[\s\S]*?<\/think>/g, ''); // what some models think aloud before they answer
  let tries = 0;
  for (const { index } of text.matchAll(/[{[]/g)) {
    if (tries++ === mostTries) return undefined;
    const { end, lastItem } = bracketsFrom(text, index);
    const whole = end === undefined ? undefined : itemsOf(parsed(text.slice(index, end)));
    if (whole !== undefined) return { items: whole, isCutOff: false };
    if (end !== undefined || lastItem === undefined) continue;
    const closing = text[index] === '{' ? ']}' : ']';
    const cut = itemsOf(parsed(text.slice(index, lastItem) + closing));
    if (cut !== undefined) return { items: cut, isCutOff: true };
  }
  return undefined;
}

/** Where the bracket at a position closes, and where the last object directly in the list does. */
function bracketsFrom(text: string, from: number): { readonly end?: number; readonly lastItem?: number | undefined } {
  const listDepth = text[from] === '{' ? 2 : 1;
  let [depth, isText, lastItem]: [number, boolean, number | undefined] = [0, false, undefined];
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (isText) {
      if (character === '\\') at++;
      else if (character === '"') isText = false;
    } else if (character === '"') isText = true;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') {
      if (--depth === 0) return { end: at + 1 };
      if (depth === listDepth && character === '}') lastItem = at + 1;
    }
  }
  return { lastItem };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function itemsOf(value: unknown): readonly unknown[] | undefined {
  const isObjects = Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'object' && each !== null);
  if (isObjects) return value as unknown[];
  const { items } = Object(value) as { items?: unknown };
  return Array.isArray(items) ? items : undefined;
}
