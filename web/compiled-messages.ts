/** Parses the messages (ICU) when the explorer is built, so that no browser loads a parser of them. */
import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';

type Messages = { readonly [key: string]: string | Messages };

/** The form of each text that `use-intl/format-message/format-only` reads. */
const compiled = (messages: Messages): object =>
  Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [key, typeof value === 'string' ? compile(value) : compiled(value)]),
  );

export const compiledMessages: Plugin = {
  name: 'compiled-messages',
  enforce: 'pre', // Vite makes a module of the JSON afterwards
  config: () => ({
    resolve: { alias: [{ find: /^use-intl\/format-message$/, replacement: 'use-intl/format-message/format-only' }] },
  }),
  transform: {
    filter: { id: /\/messages\/\w+\/\w+\.json$/ },
    handler: (code) => ({ code: JSON.stringify(compiled(JSON.parse(code) as Messages)), map: null }),
  },
};
