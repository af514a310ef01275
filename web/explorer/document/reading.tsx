import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePages } from '../api/use-pages.ts';
import { Failed, Loaded } from '../parts/loaded.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { ClaimList } from './claim-list.tsx';
import { Here } from './here.tsx';
import { statementsOf } from './passages.ts';
import { factsQuery, type Fact, type Source } from './query.ts';
import { Text } from './text.tsx';
import { useFragment } from './use-fragment.ts';
import { useParagraphs } from './use-paragraphs.ts';

const none: readonly Fact[] = [];

/** The claims of a document. */
export function useFacts(id: string, pages: number) {
  const asOf = useAsOf();
  return usePages({ query: factsQuery, variables: { id, asOf }, connectionOf: ({ document: of }) => of?.facts, pages });
}

/** A document's text beside the claims that rest on it: each leads to the other. */
export function Reading({ source }: { readonly source: Source }) {
  const t = useTranslations('document');
  const text = useParagraphs(source.id);
  const facts = useFacts(source.id, 20);
  const found = useDeferredValue(facts.data?.items ?? none);
  const statements = useMemo(() => statementsOf(found, source.id), [found, source.id]);
  const [active, setActive] = useState<readonly number[]>([]);
  useFragment(text.data, statements);
  return (
    <div className="reading">
      <section className="text" aria-labelledby="text-heading">
        <h2 id="text-heading" className="visually-hidden">
          {t('text')}
        </h2>
        <Loaded view={text}>
          {(paragraphs) => (
            <Text
              language={source.language ?? undefined}
              paragraphs={paragraphs}
              passages={statements.passages}
              onActive={setActive}
            />
          )}
        </Loaded>
        {text.data !== undefined && text.error !== undefined && <Failed view={text} />}
      </section>
      <Loaded view={facts}>
        {({ totalCount, more }) => (
          <ClaimList statements={statements} count={totalCount} more={more} active={active} onActive={setActive} />
        )}
      </Loaded>
      <Here passages={active.flatMap((number) => statements.passages[number - 1] ?? [])} close={() => setActive([])} />
      <style>{activeRules(active)}</style>
    </div>
  );
}

/** Marks passages in the text and their claims in the list, without drawing either again. */
const activeRules = (active: readonly number[]): string =>
  active.length === 0 ? '' : `:is(${active.map((number) => `[data-passages~="${number}"]`).join()}) { --passage: var(--active) }`;
