import type { messages as english } from './en.ts';
import type { Language } from './languages.ts';

export type Messages = typeof english;

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages;
    Locale: Language;
  }
}

/** The messages of one language; only these are sent to the browser. */
export async function messagesOf(language: Language): Promise<Messages> {
  const { messages } = language === 'zh' ? await import('./zh.ts') : await import('./en.ts');
  return messages;
}
