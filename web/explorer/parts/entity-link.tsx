import { Link } from '@tanstack/react-router';
import { graphql, type FragmentOf } from '../api/graphql.ts';

/** What a link to an entity needs. Spread it wherever entities are named. */
export const entityLink = graphql(`
  fragment EntityLink on Entity @_unmask {
    __typename
    id
    key
    name
  }
`);

/** The name of an entity, which leads to its page. */
export function EntityLink({ entity }: { readonly entity: FragmentOf<typeof entityLink> }) {
  const to = entity.__typename === 'Document' ? '/document/$id' : '/entity/$id';
  return (
    <Link to={to} params={{ id: entity.id }} className={`entity ${entity.__typename.toLowerCase()}`}>
      {entity.name}
    </Link>
  );
}
