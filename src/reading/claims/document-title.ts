/** The title of a text. */

/** In characters: a longer first line is a paragraph. */
const longestTitle = 200;

/** The first line; undefined where that is a paragraph. */
export function titleOf(text: string): string | undefined {
  const [first = ''] = text.trimStart().split('\n', 1);
  const line = first.replace(/^#+\s/, '').trim();
  return line.length > longestTitle || line === '' ? undefined : line;
}
