/** Keys that JSON gives twice in one object: parsers keep the last in silence, and no reader can tell which was meant. */

interface RepeatedKey {
  readonly key: string;
  /** Where in the text it is given again. */
  readonly offset: number;
}

/** The first key that is given twice in an object of JSON text. Not recursive, so that no depth overflows the stack. */
export function repeatedKey(json: string): RepeatedKey | undefined {
  const open: Set<string>[] = [];
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (sign === '{') open.push(new Set());
    else if (sign === '}') open.pop();
    if (sign !== '"') continue;
    const end = endOfString(json, at);
    if (isKey(json, end)) {
      const [key, known] = [textOf(json.slice(at, end)), open.at(-1)];
      if (known?.has(key) === true) return { key, offset: at };
      known?.add(key);
    }
    at = end - 1;
  }
  return undefined;
}

/** After the closing quote. */
export function endOfString(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end < 0 ? json.length : end + 1;
}

/** It follows an odd number of backslashes. */
function isEscaped(json: string, at: number): boolean {
  let from = at;
  while (json[from - 1] === '\\') from--;
  return (at - from) % 2 === 1;
}

function isKey(json: string, end: number): boolean {
  let at = end;
  while (json[at] === ' ' || json[at] === '\t' || json[at] === '\n' || json[at] === '\r') at++;
  return json[at] === ':';
}

/** "a" and "\u0061" are one key. */
function textOf(quoted: string): string {
  try {
    return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  } catch {
    return quoted; // not JSON, which the parser reports
  }
}
