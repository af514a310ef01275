const texts = new WeakMap<object, string>();

/** A variant as text, by which equal ones are read together; an object that comes again is not serialised again. */
export function variantText(variant: unknown): string {
  if (typeof variant !== 'object' || variant === null) return JSON.stringify(variant);
  const text = texts.get(variant) ?? JSON.stringify(variant);
  texts.set(variant, text);
  return text;
}
