import { Link } from '@tanstack/react-router';
import { useLocale } from 'use-intl';
import { graphql, type FragmentOf } from '../api/graphql.ts';

/** What a link to an entity needs. Spread it wherever entities are named. */
export const entityLink = graphql(`
  fragment EntityLink on Entity @_unmask {
    __typename
    id
    key
    name
    chinese: name(lang: ZH)
  }
`);

type Linked = FragmentOf<typeof entityLink>;

/** Names entities in the language of the page, where they have a name in it. */
export function useEntityName(): (entity: Pick<Linked, 'name' | 'chinese'>) => string {
  const language = useLocale();
  return ({ name, chinese }) => (language === 'zh' ? chinese : name);
}

/** Where the page of an entity is, for `<Link>` and `navigate`. */
export function pageOf({ __typename, id }: Pick<Linked, '__typename' | 'id'>) {
  return { to: __typename === 'Document' ? '/document/$id' : '/entity/$id', params: { id } } as const;
}

/** The name of an entity, which leads to its page. */
export function EntityLink({ entity }: { readonly entity: Linked }) {
  const nameOf = useEntityName();
  return (
    <Link {...pageOf(entity)} className={`entity ${entity.__typename.toLowerCase()}`}>
      {nameOf(entity)}
    </Link>
  );
}
