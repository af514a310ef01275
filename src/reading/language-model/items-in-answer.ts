/** The items of an answer that should be JSON: alone, in a code fence, between sentences, with mistakes, or cut off. */
export interface AnsweredItems {
  /** What is not JSON is undefined. */
  readonly items: readonly unknown[];
  /** The end is missing; the items are those that were whole. */
  readonly isCutOff: boolean;
}

/** Places that are tried as the beginning of the JSON. */
const mostTries = 20;

/** Undefined where there is no object with a list of items, no list of objects, and no item. */
export function itemsIn(answer: string): AnsweredItems | undefined {
  const text = withoutThoughts(answer).replaceAll(/[\n\r\t]+/g, ' '); // in a string of JSON they would be mistakes
  let [tries, from] = [0, 0];
  for (const { index } of text.matchAll(/[{[]/g)) {
    if (index < from) continue;
    const end = endOf(text, index);
    const isProse = end !== undefined && !text.slice(index, end).includes('"');
    if (isProse) from = end;
    else if (tries++ === mostTries) break;
    const items = end === undefined || isProse ? undefined : itemsOf(parsed(text.slice(index, end)));
    if (items !== undefined) return { items, isCutOff: false };
  }
  return itemsOneByOne(text);
}

/** Some models think aloud before they answer; the tag that opens their thoughts may be in the prompt. */
function withoutThoughts(answer: string): string {
  const text = answer.trimStart();
  if (/^(?:[{[]|```)/.test(text)) return text;
  const end = text.lastIndexOf('</think>');
  if (end !== -1) return text.slice(end + '</think>'.length);
  return text.startsWith('<think>') ? '' : text;
}

/** An item begins so. */
const beginning = /\{\s*"(?:quote|paragraph|kind|summary|why|confidence)"\s*:/g;

/** Each item on its own, so that a mistake in one does not lose the others: a quotation mark without its backslash, a comma at the end. */
function itemsOneByOne(text: string): AnsweredItems | undefined {
  const starts = [...text.matchAll(beginning)].map(({ index }) => index);
  const pieces = starts.map((start, index) => text.slice(start, starts[index + 1]));
  const ends = pieces.map((piece) => endOf(piece, 0));
  const isCutOff = pieces.length > 0 && ends.at(-1) === undefined;
  const whole = isCutOff ? pieces.slice(0, -1) : pieces;
  const items = whole.map((piece, index) => parsedLoosely(piece.slice(0, ends[index])));
  const isAny = items.some((item) => item !== undefined);
  return isAny ? { items, isCutOff: isCutOff || endOf(text, firstBracket(text)) === undefined } : undefined;
}

const firstBracket = (text: string): number => Math.max(0, text.search(/[{[]/));

/** Where the bracket at a position closes. */
function endOf(text: string, from: number): number | undefined {
  let [depth, isText]: [number, boolean] = [0, false];
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (isText) {
      if (character === '\\') at++;
      else if (character === '"') isText = false;
    } else if (character === '"') isText = true;
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return at + 1;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const parsedLoosely = (text: string): unknown => parsed(text) ?? parsed(text.replaceAll(/,(?=\s*[}\]])/g, ''));

function itemsOf(value: unknown): readonly unknown[] | undefined {
  const isItem = (each: unknown) => typeof each === 'object' && each !== null && 'quote' in each;
  if (Array.isArray(value) && value.some(isItem)) return value;
  const { items } = Object(value) as { items?: unknown };
  return Array.isArray(items) ? items : undefined;
}
