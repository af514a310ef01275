/** The position in code points of each position in UTF-16 code units of a text. Locators count the former, regular expressions the latter. */
export function codePointPositions(text: string): (unit: number) => number {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return (unit) => unit;
  const positions = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; unit++) {
    positions[unit] = count;
    if (!isLowSurrogate(text.charCodeAt(unit + 1))) count++;
  }
  positions[text.length] = count;
  return (unit) => positions[unit] ?? count;
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
