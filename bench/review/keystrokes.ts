/** The keystroke-level model: how long a practised person needs for what is counted here. */

/** Seconds. From S. K. Card, T. P. Moran and A. Newell, "The keystroke-level model for user performance time with interactive systems", CACM 23 (1980). */
export const operators = {
  K: { seconds: 0.28, of: 'a key, typed by an average person at 40 words a minute' },
  P: { seconds: 1.1, of: 'pointing at something with the mouse' },
  B: { seconds: 0.1, of: 'pressing or releasing its button' },
  H: { seconds: 0.4, of: 'moving the hand between keyboard and mouse' },
  M: { seconds: 1.35, of: 'deciding what comes next' },
} as const;

/** Words a minute of silent reading: M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109 (2019). */
export const readingSpeed = 238;

/** How often each operator is used, and how many words are read. */
export type Effort = Readonly<Record<keyof typeof operators | 'words', number>>;

export const noEffort: Effort = { K: 0, P: 0, B: 0, H: 0, M: 0, words: 0 };

export function sum(efforts: readonly Partial<Effort>[]): Effort {
  const names = Object.keys(noEffort) as (keyof Effort)[];
  const of = (name: keyof Effort) => efforts.reduce((total, each) => total + (each[name] ?? 0), 0);
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Effort;
}

export function minutesOf({ words, ...counts }: Effort): number {
  const names = Object.keys(operators) as (keyof typeof operators)[];
  const seconds = names.reduce((total, name) => total + operators[name].seconds * counts[name], 0);
  return seconds / 60 + words / readingSpeed;
}

/** Words as readers count them; two Chinese characters are about one. */
export const wordsIn = (text: string): number =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).reduce((count, word) => count + (/\p{Script=Han}/u.test(word) ? word.length / 2 : 1), 0);
