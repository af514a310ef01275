/** The edges of relation fields. Each part is made when it is asked for. */
import type { ClaimPage } from '../graph/loaders/claim-loader.js';
import type { Loaders } from '../graph/loaders/loaders.js';
import type { PlannedRelation } from '../graph/plan/relations.js';
import { qualifiersOf, type Claim, type Entity, type Relation } from '../graph/stored/rows.js';
import type { RelationField } from '../model/model.js';
import type { NodeEdge, Place } from './connection.js';

/** An edge of a relation, which also has the relation's attributes. */
export interface RelationEdge extends NodeEdge<Entity> {
  readonly relationId: Relation['id'];
  readonly type: Relation['type'];
  readonly validity: Relation['validity'];
  readonly certainty: Relation['certainty'];
  readonly firstStatedOn: Relation['firstStatedOn'];
  readonly lastStatedOn: Relation['lastStatedOn'];
  readonly pageOfClaims: (page: ClaimPage) => readonly Claim[] | Promise<readonly Claim[]>;
  readonly [attribute: string]: unknown;
}

/** What an edge shows of its relation as it is. */
const ofRelation = ['node', 'type', 'validity', 'certainty', 'firstStatedOn', 'lastStatedOn'] as const;

type EdgeClass = new (relation: PlannedRelation, place: Place, id: string, loaders: Loaders) => RelationEdge;

const classes = new WeakMap<object, EdgeClass>();

/** The edges of a relation field: how they show its attributes is worked out once. */
export function edgeClassOf(field: Pick<RelationField, 'attributes'>): EdgeClass {
  const known = classes.get(field) ?? edgeClass(field);
  classes.set(field, known);
  return known;
}

function edgeClass({ attributes }: Pick<RelationField, 'attributes'>): EdgeClass {
  class Edge {
    constructor(
      readonly relation: PlannedRelation,
      readonly place: Place,
      /** The entity that was asked. */
      readonly id: string,
      readonly loaders: Loaders,
    ) {}

    get cursor() {
      return this.place.cursor;
    }

    get relationId() {
      return this.relation.id;
    }

    /** A relation of an entity to itself leads from it. */
    get direction() {
      return this.relation.source === this.id ? 'out' : 'in';
    }

    get attributes() {
      return qualifiersOf(this.relation.type, this.relation.attributes);
    }

    /** Plans read the first page. */
    pageOfClaims(page: ClaimPage) {
      return this.relation.claims ?? this.loaders.claims.pageOf(this.relation.claimIds, page);
    }

    get via() {
      return this.loaders.entities.byId(this.relation.via ?? this.id);
    }
  }
  for (const name of ofRelation)
    Object.defineProperty(Edge.prototype, name, {
      get(this: Edge) {
        return this.relation[name];
      },
    });
  for (const [name, { isId }] of Object.entries(attributes))
    Object.defineProperty(Edge.prototype, name, {
      get(this: Edge) {
        const value = this.relation.attributes[name];
        return isId === true && value !== undefined ? this.loaders.entities.byId(value as string) : value;
      },
    });
  return Edge as unknown as EdgeClass;
}
