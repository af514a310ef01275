import './workers.ts';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './examples.ts';
import { fetcher } from './fetcher.ts';
import './theme.css';

const plugins = [explorerPlugin(), HISTORY_PLUGIN];

createRoot(document.getElementById('playground')!).render(
  <GraphiQL fetcher={fetcher} plugins={plugins} defaultTabs={examples} schemaDescription>
    <GraphiQL.Logo>
      Policy<b>Graph</b>
    </GraphiQL.Logo>
  </GraphiQL>,
);
