/** Whether each word of a search begins a word of a text; the plural finds the singular, and hyphens are spaces. */
export function matches(text: string, search: string): boolean {
  const words = ` ${spaced(text)}`;
  return spaced(search)
    .split(' ')
    .filter((word) => word !== '')
    .every((word) => words.includes(` ${word.replace(/(?<=\w{3})s$/, '')}`));
}

const spaced = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
