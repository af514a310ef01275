export const languages = ['en', 'zh'] as const;

export type Language = (typeof languages)[number];

/** The language of the browser, where the explorer has it. */
export const preferred: Language = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';

function isLanguage(text: string): text is Language {
  return languages.includes(text as Language);
}
