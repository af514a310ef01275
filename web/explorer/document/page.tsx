import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useView } from '../api/use-view.ts';
import { useEntityName } from '../parts/entity-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { TakeAlong } from '../parts/take-along.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { EditorTools } from './editor-tools.tsx';
import { DocumentFacts } from './document-facts.tsx';
import { LinkedClaim } from './linked-claim.tsx';
import { factsQuery, documentQuery, type Source } from './query.ts';
import { Reading } from './reading.tsx';
import { Unread } from './unread.tsx';
import './document.css';

/** What a document says, word for word where the archive has it, and which claims rest on it. */
export default function DocumentPage() {
  const id = useParams({ from: '/document/$id', select: (params) => params.id });
  const view = useView(documentQuery, { id, asOf: useAsOf() });
  return (
    <Loaded view={view}>
      {({ document: source }) => (source === null ? <NotFound /> : <Content key={source.key} source={source} />)}
    </Loaded>
  );
}

function Content({ source }: { readonly source: Source }) {
  const t = useTranslations('document');
  const asOf = useAsOf();
  const title = useEntityName()(source);
  return (
    <article className="document">
      <header>
        <div>
          <p className="quiet small">{t('title')}</p>
          <h1 lang={title === source.name ? (source.language ?? undefined) : undefined}>{title}</h1>
        </div>
        <TakeAlong query={factsQuery} variables={{ id: source.id, asOf }} />
        <DocumentFacts source={source} />
        <EditorTools source={source} />
      </header>
      <LinkedClaim document={source.id} />
      {source.paragraphs === null ? <Unread source={source} /> : <Reading source={source} />}
    </article>
  );
}
