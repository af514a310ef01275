import './workers.ts';
import { DOC_EXPLORER_PLUGIN } from '@graphiql/plugin-doc-explorer';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { linkedOperation } from './address.ts';
import { Documentation } from './documentation/documentation.tsx';
import { examples } from './examples.ts';
import { fetcher } from './fetcher.ts';
import { FragmentCompletion, fragments } from './fragments.ts';
import './theme.css';
import './narrow.css';
import './documentation/documentation.css';

/** The text of a new tab. */
const welcome = `# Ask the graph. Ctrl+Space completes, Ctrl+Enter runs.
#
# Ready-made fragments: ...Names, ...Evidence,
# ...ClaimEvidence, ...RelationEvidence
#
# Writes need an API key, and so do reads when reading is
# closed. Enter it below, under Headers:
#   { "authorization": "Bearer pg_..." }
# Then press Re-fetch schema.

`;

const linked = linkedOperation(location);

/** The explorer is at the root of the service, this page at its "graphql". */
const explorer = new URL('./', location.href).pathname;

// GraphiQL keeps the documentation's place only for its own plugin.
DOC_EXPLORER_PLUGIN.content = Documentation;
const plugins = [explorerPlugin(), HISTORY_PLUGIN];

createRoot(document.getElementById('playground')!).render(
  <>
    <FragmentCompletion />
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      defaultTabs={linked === undefined ? examples : [linked, ...examples]}
      defaultQuery={welcome}
      {...(linked && { initialQuery: linked.query, initialVariables: linked.variables ?? '' })} // not those of the last visit
      externalFragments={fragments}
      schemaDescription
      isHeadersEditorEnabled
    >
      <GraphiQL.Logo>
        <a href={explorer}>
          Policy<b>Graph</b> explorer
        </a>{' '}
        <a href={`${explorer}docs/`}>Docs</a>
      </GraphiQL.Logo>
    </GraphiQL>
  </>,
);
