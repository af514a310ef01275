/** Names that a text gives in brackets behind a name: （Ministry of Magic）, (魔法部). */
const longest = 120;

/** The parts of a bracket right behind a place that may be names; none where there is no bracket. */
export function bracketsAfter(characters: readonly string[], place: number): string[] {
  const after = characters.slice(place, place + longest).join('');
  const inside = /^["”’》]?\s?[(（]([^()（）\n]{2,100})[)）]/u.exec(after)?.[1] ?? '';
  return inside
    .split(/[,，;；、]\s?/u)
    .map((part) =>
      part
        .replaceAll(/^(?:in Chinese|Chinese|in English|英文(?:名|全称)?|下称|以下简称|简称)[:：]?\s?|["“”‘’《》]/giu, '')
        .trim(),
    )
    .filter((part) => isName(part));
}

/** In Chinese, or with the capitals of a name. */
const isName = (part: string): boolean =>
  /^[\p{Script=Han}·\d]{2,60}$/u.test(part) ||
  /^\p{Lu}[\p{L}\p{N}.&’'-]*(?:\s(?:(?:of|for|the|and|on|to|in|with|de|des|du|&)|\p{Lu}[\p{L}\p{N}.&’'-]*))*$/u.test(part);
