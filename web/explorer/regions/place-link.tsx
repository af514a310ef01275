import { Link } from '@tanstack/react-router';
import type { FragmentOf } from '../api/graphql.ts';
import { useEntityName, type entityLink } from '../parts/entity-link.tsx';

/** The name of a place, which leads to it in this view. */
export function PlaceLink({ place }: { readonly place: FragmentOf<typeof entityLink> }) {
  const nameOf = useEntityName();
  return (
    <Link to="/regions" search={(all) => ({ ...all, at: place.id, level: undefined })} resetScroll={false}>
      {nameOf(place)}
    </Link>
  );
}
