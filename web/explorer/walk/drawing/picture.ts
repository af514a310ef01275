/** How each entity and relation is drawn. */
import type { Shown, ShownEntity, ShownRelation } from '../graph/shown.ts';
import type { Point, Positions } from '../layout/addition.ts';
import type { Certainty } from '../operations.ts';
import { kindOf, type Kind } from './kinds.ts';

export interface Words {
  readonly relation: (type: ShownRelation['type']) => string;
  readonly name: (entity: ShownEntity['entity']) => string;
}

export interface DrawnEntity extends Point {
  readonly id: string;
  readonly kind: Kind;
  readonly label: string;
  readonly size: number;
  /** On which side its name is. */
  readonly side: 'left' | 'right';
  readonly isOpen: boolean;
  readonly isOnPath: boolean;
}

export interface DrawnRelation {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly dash: Dash;
  readonly isNamed: boolean;
  readonly isOnPath: boolean;
}

export interface Picture {
  readonly entities: readonly DrawnEntity[];
  readonly relations: readonly DrawnRelation[];
}

/** Lengths in pixels of what is drawn and of what is left out; a line without gaps is certain. */
export interface Dash {
  readonly dash: number;
  readonly gap: number;
}

export const dashes: Readonly<Record<Certainty, Dash>> = {
  CERTAIN: { dash: 8, gap: 0 },
  PRESUMED: { dash: 8, gap: 4 },
  POSSIBLE: { dash: 2, gap: 5 },
};

/** Pictures of more relations than this are too full to name each; those of what is selected are named. */
const mostNamed = 40;

/** All that is shown and has a place. */
export function pictureOf({ entities, relations }: Shown, positions: Positions, words: Words): Picture {
  const isDrawn = ({ from, to }: ShownRelation) => positions.has(from) && positions.has(to);
  const drawn = [...relations.values()].filter(isDrawn);
  const surroundings = surroundingsOf(drawn, positions);
  return {
    entities: [...entities.values()].flatMap((shown) => {
      const position = positions.get(shown.entity.id);
      if (position === undefined) return [];
      const { degree, x } = surroundings.get(shown.entity.id) ?? { degree: 0, x: 0 };
      const side = degree > 0 && x / degree > position.x ? 'left' : 'right'; // away from what it is related to
      return [drawnEntity(shown, { ...position, side, size: sizeOf(degree, entities.size) }, words)];
    }),
    relations: drawn.map((relation) => drawnRelation(relation, drawn.length <= mostNamed, words)),
  };
}

type Place = Pick<DrawnEntity, 'x' | 'y' | 'side' | 'size'>;

function drawnEntity({ entity, loaded, isOnPath }: ShownEntity, place: Place, words: Words): DrawnEntity {
  const kind = kindOf(entity.__typename);
  return { id: entity.id, ...place, kind, label: words.name(entity), isOpen: loaded !== undefined, isOnPath };
}

function drawnRelation(
  { id, from, to, type, certainty, isOnPath }: ShownRelation,
  isNamed: boolean,
  words: Words,
): DrawnRelation {
  return { id, from, to, label: words.relation(type), dash: dashes[certainty], isNamed, isOnPath };
}

/** The radius in pixels: larger for what is related to more, smaller where there is little room for each. */
function sizeOf(degree: number, among: number): number {
  const room = among < 200 ? 1 : among < 1_000 ? 0.75 : 0.5;
  return Math.min(16, 6 + Math.sqrt(degree) * 1.4) * room;
}

/** Of each entity how many relations it has, and the sum of the places of what they lead to. */
function surroundingsOf(
  relations: readonly ShownRelation[],
  positions: Positions,
): ReadonlyMap<string, { degree: number; x: number }> {
  const all = new Map<string, { degree: number; x: number }>();
  const add = (id: string, other: string) => {
    const { degree, x } = all.get(id) ?? { degree: 0, x: 0 };
    all.set(id, { degree: degree + 1, x: x + positions.get(other)!.x });
  };
  for (const { from, to } of relations) {
    add(from, to);
    add(to, from);
  }
  return all;
}

const longest = 36;

/** A name that leaves room for others. */
export const shortened = (label: string): string =>
  label.length <= longest ? label : `${label.slice(0, longest - 1).trimEnd()}…`;
