import './workers.ts';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './examples.ts';
import { fetcher } from './fetcher.ts';
import './theme.css';

/** What a new tab begins with. */
const welcome = `# Ask the graph. Ctrl+Space completes, Ctrl+Enter runs.
#
# With an API key, write below, under Headers:
#   { "authorization": "Bearer pg_..." }
# Changing the graph needs one; reading does only where
# the service says so: then also press Re-fetch schema.

`;

const plugins = [explorerPlugin(), HISTORY_PLUGIN];

createRoot(document.getElementById('playground')!).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={plugins}
    defaultTabs={examples}
    defaultQuery={welcome}
    schemaDescription
    isHeadersEditorEnabled
  >
    <GraphiQL.Logo>
      Policy<b>Graph</b>
    </GraphiQL.Logo>
  </GraphiQL>,
);
