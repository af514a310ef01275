import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { Provider as ClientProvider } from 'urql';
import { IntlProvider } from 'use-intl';
import { client } from './api/client.ts';
import { preferred, type Language } from './messages/languages.ts';
import { messagesOf, type Messages } from './messages/load.ts';
import { router } from './router.tsx';
import { viewSearch } from './url/view-search.ts';
import './theme.css';
import './print.css';

interface Words {
  readonly language: Language;
  readonly messages: Messages;
}

/** The router of the page, in the language of its URL. */
function Explorer({ first }: { readonly first: Words }) {
  const [{ language, messages }, setWords] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
    return router.subscribe('onBeforeLoad', ({ toLocation: { search } }) => {
      const next = viewSearch(search).lang ?? preferred;
      if (next !== language) void messagesOf(next).then((loaded) => setWords({ language: next, messages: loaded }));
    });
  }, [language]);
  return (
    <IntlProvider locale={language} messages={messages} timeZone="UTC">
      <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-GB'}>
        <RouterProvider router={router} />
      </I18nProvider>
    </IntlProvider>
  );
}

const language = viewSearch(Object.fromEntries(new URLSearchParams(location.search))).lang ?? preferred;
const messages = await messagesOf(language);
createRoot(document.getElementById('explorer')!).render(
  <StrictMode>
    <ClientProvider value={client}>
      <Explorer first={{ language, messages }} />
    </ClientProvider>
  </StrictMode>,
);
