/** How each type of entity looks: a colour for each theme, and a shape, so that nobody depends on colours. */
import type { FragmentOf } from '../../api/graphql.ts';
import type { entityLink } from '../../parts/entity-link.tsx';
import type { EntityType } from '../operations.ts';
import { polygon, star, type Shape } from './shapes.ts';

type Typename = FragmentOf<typeof entityLink>['__typename'];

interface Look {
  readonly light: string;
  readonly dark: string;
  readonly shape: Shape;
}

export interface Kind extends Look {
  readonly typename: Typename;
  readonly type: EntityType;
}

/** Each colour has a contrast of at least 3 to 1 with the ground of its theme. */
const looks: Readonly<Record<Typename, Look>> = {
  Policy: { light: '#1f5fbf', dark: '#79b0ff', shape: polygon(4, 45) },
  Program: { light: '#7a3fb8', dark: '#c79bff', shape: star(5, 0.5) },
  Agency: { light: '#0b6e6e', dark: '#4fc4c4', shape: polygon(6) },
  Organization: { light: '#a14a00', dark: '#ffb26b', shape: polygon(5) },
  Person: { light: '#b0246b', dark: '#ff8fc4', shape: polygon(24) },
  Region: { light: '#2d7a2d', dark: '#7fd07f', shape: polygon(4) },
  Sector: { light: '#6b6b00', dark: '#d3d35a', shape: polygon(3) },
  Product: { light: '#b3261e', dark: '#ff8a80', shape: polygon(3, 180) },
  Topic: { light: '#5b6470', dark: '#aab4bf', shape: star(4, 0.4) },
  Event: { light: '#8a6100', dark: '#f2c14e', shape: star(8, 0.62) },
  Indicator: { light: '#4a4fb5', dark: '#a9adff', shape: star(3, 0.36) },
  Document: {
    light: '#3d4852',
    dark: '#cfd6dc',
    shape: polygon(4, 45, 0.7),
  },
};

const enumOf = (typename: Typename) => typename.toUpperCase() as EntityType;

export const kinds: readonly Kind[] = (Object.keys(looks) as Typename[]).map((typename) => ({
  typename,
  type: enumOf(typename),
  ...looks[typename],
}));

const kindsByName = new Map(kinds.map((kind) => [kind.typename, kind]));

export const kindOf = (typename: Typename): Kind => kindsByName.get(typename)!;
