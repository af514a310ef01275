const collator = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true });

/** Whether the name by which an entity was found is another than the one shown, by more than case, accents and punctuation. */
export function isOtherName(found: string | null, shown: string): found is string {
  return found !== null && collator.compare(found, shown) !== 0;
}
