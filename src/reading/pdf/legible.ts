/** Whether the letters of a page are those that a reader sees: without a character map, a font gives numbers of its shapes. */

/** What no text of any language has: controls, unassigned and private characters. */
const impossible = /[\p{Cc}\p{Cn}\p{Co}\ufffd]/gu;

/** What few texts have: rare blocks, where numbers of shapes come to be. */
const rare =
  /[^\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Inherited}\p{N}\p{P}\p{Z}\p{Sc}\p{Cf}+<=>|~^`]|[\u3400-\u4dbf]/gu;

/** Shapes of bullets, which symbol fonts have for private characters. */
const bullets = /[\uf000-\uf0ff](?=\s|$)/gu;

/** False where a twentieth of the letters cannot be, or a fifth are rare. */
export function isLegible(text: string): boolean {
  const letters = text.replaceAll(/[\s\0]/g, '').replaceAll(bullets, '');
  const count = (pattern: RegExp): number => letters.match(pattern)?.length ?? 0;
  return 20 * count(impossible) <= letters.length && 5 * count(rare) <= letters.length;
}
