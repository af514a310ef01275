import { Fragment, type ReactNode } from 'react';
import { useLocale } from 'use-intl';
import type { FragmentOf } from '../api/graphql.ts';
import { EntityLink, type entityLink } from './entity-link.tsx';

type Linked = FragmentOf<typeof entityLink>;

interface EntityListProps<Entity extends Linked> {
  readonly entities: readonly Entity[];
  /** What ends the list where not all are named: "others". */
  readonly more?: string | undefined;
  /** How one is shown; by default as the link to its page. */
  readonly children?: (entity: Entity) => ReactNode;
}

/** Entities with the commas and the "and" of the language of the page. */
export function EntityList<Entity extends Linked>({ entities, more, children = linkTo }: EntityListProps<Entity>) {
  const list = new Intl.ListFormat(useLocale() === 'zh' ? 'zh-CN' : 'en-GB');
  const byKey = new Map(entities.map((entity) => [entity.key, entity]));
  const parts = list.formatToParts([...byKey.keys(), ...(more === undefined ? [] : [more])]);
  return parts.map(({ value }, index) => {
    const entity = byKey.get(value);
    return <Fragment key={index}>{entity === undefined ? value : children(entity)}</Fragment>;
  });
}

const linkTo = (entity: Linked) => <EntityLink entity={entity} />;
