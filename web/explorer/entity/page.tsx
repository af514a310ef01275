import { Navigate, useParams, useSearch } from '@tanstack/react-router';
import { useView } from '../api/use-view.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { EntityHeader } from './header.tsx';
import { Missing } from './missing.tsx';
import { entityPage, type EntityData } from './query.ts';
import { EntityTabs } from './tabs.tsx';
import './entity.css';

export default function EntityPage() {
  const { id } = useParams({ from: '/entity/$id' });
  const view = useView(entityPage, { id, asOf: useAsOf() });
  const isRefused = view.error?.graphQLErrors[0]?.extensions['code'] === 'BAD_USER_INPUT';
  const isOfOther = view.isLoading && view.data?.entity?.id !== id; // what was shown before stays until the answer comes
  if (isRefused) return <Missing id={id} />;
  return (
    <Loaded view={isOfOther ? { ...view, data: undefined } : view}>
      {({ entity }) => (entity === null ? <Missing id={id} /> : <Entity key={entity.key} id={id} entity={entity} />)}
    </Loaded>
  );
}

/** Its page is under its own id: a name, and the id of an entity merged into it, redirect to that. */
function Entity({ id, entity }: { readonly id: string; readonly entity: EntityData }) {
  const { merged } = useSearch({ from: '/entity/$id' });
  if (entity.__typename === 'Document') return <Navigate to="/document/$id" params={{ id: entity.id }} replace />;
  if (entity.id !== id) {
    const note = id.startsWith(`${entity.__typename.toLowerCase()}:`) ? id : undefined;
    return <Navigate to="/entity/$id" params={{ id: entity.id }} search={(all) => ({ ...all, merged: note })} replace />;
  }
  return (
    <article className="entity-page">
      <EntityHeader entity={entity} merged={merged} />
      <EntityTabs entity={entity} />
    </article>
  );
}
