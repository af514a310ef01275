/** Language tags (BCP 47), such as "en", "zh-CN" or "zh-Latn". */

/** What is wrong with a tag; undefined where it is well-formed. Longer than 35 characters is none that is in use (RFC 5646, 4.4.1). */
export function languageProblem(tag: string): string | undefined {
  if (/^[a-z]{2,3}(-|$)/.test(tag) && tag.length <= 35 && canonical(tag) !== undefined) return undefined;
  const better = suggestion(tag);
  const hint = better === undefined ? '' : `. Did you mean "${better}"?`;
  return `must be a language tag (BCP 47) such as "en", "zh-CN" or "zh-Latn"${hint}`;
}

/** "zh_cn" is meant as "zh-CN", "English" as "en", "EN" as "en". */
function suggestion(text: string): string | undefined {
  const tag = canonical(text.trim().replaceAll('_', '-').replace(/\..*$/, '')); // "zh_CN.UTF-8" is a locale of POSIX
  if (tag !== undefined && /^[a-z]{2,3}(-|$)/.test(tag)) return tag;
  return byName().get(text.trim().toLowerCase());
}

/** The tag as it should be written; undefined for what is not well-formed. */
function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

let names: ReadonlyMap<string, string> | undefined;

/** Languages of two letters by their English names: what people write by mistake. */
function byName(): ReadonlyMap<string, string> {
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  names ??= new Map(codes.map((code) => [english.of(code)?.toLowerCase() ?? '', code]));
  return names;
}
