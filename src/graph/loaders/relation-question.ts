/** Which statements answer a question about a relation: that depends on how far the question reaches. */
import { relations, targetOf, type Label, type RelationType } from '../../model/model.js';
import type { EdgeModel } from '../lists/filter/edges.js';
import { reaches, type Reach } from '../lists/reach.js';
import { anyOf, cypher, nameOf, type CypherText } from '../query.js';
import { labelsOf, sourceOf, wholeOf } from '../stored/projection.js';
import type { RelationRow, RolledUpRow } from '../stored/rows.js';
import { listStatements, pageOfEach, type ListStatements } from './list-of-each.js';

/** A way from an entity: a relation field of the model, or any types of relations, whichever way they lead. */
export interface Way {
  readonly types: readonly RelationType[];
  readonly direction: 'out' | 'in' | 'any';
  /** The labels of what it leads to; of any label where there are several. */
  readonly targets: readonly Label[];
  /** What its relations can be filtered by besides what all have. */
  readonly attributes?: EdgeModel['attributes'];
}

export type Slot = 'pattern' | 'back' | 'label' | 'target' | 'reach' | 'relationType' | 'source';
/** `key` is what the list is ordered by. */
export type Row = (RelationRow | RolledUpRow) & { readonly key: unknown };

export interface RelationQuestion {
  readonly statements: ListStatements<Row, Slot>;
  readonly slots: Readonly<Record<Slot, CypherText>>;
  readonly values: { readonly level?: string };
  /** What makes a row unique: its relation, or the entity at the other end where each is listed once. */
  readonly tie: 'relation.id' | 'node.id';
}

const result = ({ relationType, source }: Readonly<Record<Slot, CypherText>>) =>
  cypher`${wholeOf('relation', 'relation')} AS relation, ${relationType} AS type, ${source} AS source, ${wholeOf('node', 'entity')} AS node, ${labelsOf('node')} AS labels, key AS key`;
const own = {
  statements: listStatements<Row, Slot>('relation', '', pageOfEach('relation/page', 'block/related', result)),
  tie: 'relation.id',
} as const;
const reaching = { statements: listStatements<Row, Slot>('relation', '-reaching'), tie: 'relation.id' } as const;
const nearest = { statements: listStatements<Row, Slot>('relation', '-nearest'), tie: 'node.id' } as const;
const rolledUp = { statements: listStatements<Row, Slot>('relation', '-rolled-up'), tie: 'node.id' } as const;

/** A program that covers three cities of a province is one program of the province; a person with two posts in a ministry holds both. */
export function relationQuestion(way: Way, reach: Reach | undefined, level: string | undefined): RelationQuestion {
  const slots = {
    pattern: patternOf(way),
    back: patternOf({ ...way, direction: opposite[way.direction] }),
    label: nameOf(targetOf(way)),
    target: testOf(way),
    reach: reach === undefined ? cypher`` : reaches[reach],
    relationType: typeOf(way),
    source: sources[way.direction],
  };
  if (level !== undefined) return { ...rolledUp, slots, values: { level } };
  if (reach === undefined) return { ...own, slots, values: {} };
  return { ...(reach === 'PARTS' ? reaching : nearest), slots, values: {} };
}

/** Expressions that the embedded engine decodes all of a relation for are written only where an answer cannot be known without them. */
const typeOf = ({ types: [type, ...others] }: Way): CypherText =>
  type !== undefined && others.length === 0 ? cypher`'${nameOf(type)}'` : cypher`type(relation)`;
const sources = { out: cypher`origin.id`, in: cypher`node.id`, any: sourceOf } as const;

/** The label of what a way leads to, as a test. Where its relations lead to nothing else there is none: it would be looked up for each of thousands. */
function testOf(way: Way): CypherText {
  const ends = way.types.flatMap((type) => endsOf(type, way.direction));
  return ends.every((end) => end === targetOf(way)) ? cypher`` : cypher`:${nameOf(targetOf(way))}`;
}

const endsOf = (type: RelationType, direction: Way['direction']): readonly Label[] => [
  ...(direction === 'in' ? [] : relations[type].to),
  ...(direction === 'out' ? [] : relations[type].from),
];

const opposite = { in: 'out', out: 'in', any: 'any' } as const;

function patternOf({ types, direction }: Way): CypherText {
  const relation = cypher`-[relation:${anyOf(types)}]-`;
  if (direction === 'any') return relation;
  return direction === 'out' ? cypher`${relation}>` : cypher`<${relation}`;
}
