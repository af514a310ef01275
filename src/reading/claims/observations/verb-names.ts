/** Names of figures whose sentences have a verb in their place, and the words of a clause before what is measured. */

const nouns: Readonly<Record<string, string>> = {
  earned: 'Earnings',
  lost: 'Losses',
  spent: 'Spending',
  invested: 'Investment',
  lent: 'Lending',
  borrowed: 'Borrowing',
  paid: 'Payments',
  sold: 'Sales',
  exported: 'Exports',
  imported: 'Imports',
  produced: 'Output',
  made: 'Output',
  shipped: 'Shipments',
  employed: 'Employees',
  raised: 'Funds raised',
  donated: 'Donations',
};
const verbs = Object.keys(nouns).join('|');
const verbLast = new RegExp(
  String.raw`(?:^|\s)(?<done>${verbs})(?:\s(?:about|some|only|nearly|almost|\p{Lu}[\p{L}]+))*\s*$`,
  'u',
);

/** A name, or a word for who did it. */
const whoWord =
  /^(?:\p{Lu}\S*|and|but|which|who|that|the|its|it|they|he|she|an?|has|have|had|also|company|firm|group|country|bank|fund)$/u;

/** "Earned" with nothing before it but who did: its noun. */
export function nameOfVerb(clause: string): string | undefined {
  const { done = '' } = verbLast.exec(clause)?.groups ?? {};
  const who = clause.slice(0, clause.lastIndexOf(done)).split(/\s+/u);
  const isWho = who.every((word) => word === '' || whoWord.test(word));
  return done !== '' && isWho ? nouns[done] : undefined;
}

/** "Analysts at X expect car sales": who expects them is no part of their name. */
const believed =
  /^.*\b(?:expects?|predicts?|predicted|projects|anticipates?|estimates?|reckons?|believes?|thinks?|hopes|expected(?!\sto\b)|projected(?!\sto\b))\s(?:that\s)?(?=\p{Ll}|\p{Lu})/su;
/** "X kept its policy rate": what is after the verb. */
const whose =
  /^.*\b(?:kept|held|left|raised?|cut|lower(?:ed)?|increased?|reduced?|lift(?:ed)?|set|puts?|brought|pushe[ds]|pushed|maintain(?:ed)?|trim(?:med)?|boost(?:ed)?|slash(?:ed)?|double[ds]?|tripled|expand(?:ed)?|grow|grew|shrank|narrowed|widened)\s(?=(?:its|their|the|his|her)\s)/su;
const aims =
  /^.*\b(?:aims?|plans?|hopes?|wants?|intends?|pledged|promised)\sto\s(?:bring|raise|cut|lower|increase|reduce|keep|lift|get|have|push)\s/su;
/** ", specifically," and ", an Irish maker of meals,". */
const asides =
  /,\s(?:specifically|however|meanwhile|in\scontrast|by\scontrast|on\saverage|in\stotal|in\sturn|by\scomparison|respectively|an?\s[^,]{3,60}|(?:listed|based|founded|owned)\s[^,]{3,60}),(?=\s)/gu;

export const withoutAsides = (clause: string): string => clause.replaceAll(asides, '');

/** The words of a clause without whose view or act it is. */
export const withoutWho = (clause: string): string => clause.replace(believed, '').replace(aims, '').replace(whose, '');

/** "26,000 tonnes of tea", "39 trillion yuan in fixed assets": what is measured is after the amount. */
export function nameAfter(unit: string, before: string, after: string): string | undefined {
  if (unit.startsWith('{') || unit === '%' || unit.includes('/')) return undefined;
  const has = /\b(?:has|have|had|with|holds?|held)\s(?:over\s|about\s|some\s)?$/u.test(before);
  const words = after.replace(/^\s\([^)]*\)/u, '');
  const what =
    /^\s(?:worth\s)?of\s(?<what>[^,.;:()⟨]{3,60})/u.exec(words) ?? (has ? /^\sin\s(?<what>[^,.;:()⟨]{3,60})/u.exec(words) : null);
  const name = what?.groups?.['what']?.replace(
    /\s(?:in|over|from|to|by|at|during|last|this|next|for|a\syear|than|and|which|that|is|are|was|were)\b.*$/u,
    '',
  );
  if (name === undefined || !/^\p{Ll}{3}|^(?:the\s)?\p{Ll}{3}/u.test(name)) return undefined;
  const { done } = verbLast.exec(before)?.groups ?? {};
  return done === undefined ? name : `${name} ${done}`;
}
