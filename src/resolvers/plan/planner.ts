/** From what an operation selects to what a plan reads: relation fields with their pages and counts, the claims of their edges, and the evidence of these. */
import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import { cypher } from '../../graph/query.js';
import { sizeOf } from '../../graph/lists/order.js';
import { evidenceBlock, evidenceOfRows, type ClaimReads, type EvidenceReads } from '../../graph/plan/claims.js';
import type { EntityReads, Read } from '../../graph/plan/reads.js';
import { plannedList, relationsBlock, type EdgeReads, type RelationReads } from '../../graph/plan/relations.js';
import { commonFields, labels, relationFields, type Label, type RelationField } from '../../model/model.js';
import type { Context } from '../context.js';
import { listOf, type PlannedArguments, type Planning } from './planned-list.js';
import { reserve } from './reservation.js';
import { fieldsIn, type SelectedField } from './selection.js';
import { storedOf, storedOfClaim, storedOfEdge, storedOfEntity, storedOfEvidence } from './stored.js';

/** Plans what one root field selects. */
export class Planner {
  /** The most nodes that are read. */
  nodes = 0;
  /** All was planned, and nothing looked up: the same operation with the same values has this plan. */
  isLasting = true;

  constructor(private readonly planning: Planning) {}

  /** What is read of entities that fields select, of which there are at most so many. */
  async entity(fields: readonly SelectedField[], type: GraphQLCompositeType, most: number): Promise<EntityReads> {
    const relations = fields.flatMap((field) => {
      const relation = field.type === type ? relationOf(field) : undefined;
      return relation === undefined ? [] : [{ field, relation }];
    });
    const reads = await Promise.all(relations.map(({ field, relation }) => this.related(field, relation, most)));
    return {
      properties: storedOf(
        fields,
        storedOfEntity((field) => relationOf(field) !== undefined),
      ),
      reads: reads.filter((read) => read !== undefined),
    };
  }

  /** What is read of the items of a connection; undefined where its page is not selected. */
  async items({ fieldNodes, returnType }: GraphQLResolveInfo, most: number): Promise<EntityReads | undefined> {
    const fields = fieldsIn(fieldNodes, getNamedType(returnType) as GraphQLCompositeType, this.planning.info);
    const edges = named(fields, 'edges');
    if (edges.length === 0 && named(fields, 'pageInfo').length === 0) return undefined;
    return this.nodesOf(
      edges.flatMap((each) => this.below(each)),
      most,
    );
  }

  private async nodesOf(ofEdges: readonly SelectedField[], most: number): Promise<EntityReads> {
    const nodes = named(ofEdges, 'node');
    if (nodes[0] === undefined) return { properties: [], reads: [] };
    const type = this.typeOf(nodes[0]);
    return this.entity(
      nodes.flatMap((node) => fieldsIn(node.nodes, type, this.planning.info)),
      type,
      most,
    );
  }

  /** A relation field as a part of the plan; undefined where its own resolver must answer. */
  private async related(field: SelectedField, relation: RelationField, most: number): Promise<Read | undefined> {
    const planned = await this.listOf(field, relation);
    if (planned === undefined) return undefined;
    const { args, list } = planned;
    const together = most * sizeOf(list.keyset).size;
    if (!this.reserve(together)) return undefined;
    const reads = await (relation.one ? this.one(field, together) : this.connection(field, relation, together));
    if (!reads.count && reads.page === undefined) return undefined;
    const { hasOrderedIndexes } = this.planning.context.loaders.reader;
    return {
      key: field.nodes[0],
      at: cypher`node`,
      block: relationsBlock(list, reads, hasOrderedIndexes),
      valueOf: (answer, budget) => {
        const found = plannedList(answer as never, list, reads, budget);
        budget.spend(found.page?.edges.length ?? 0);
        return relation.one ? (found.page?.edges[0]?.item.node ?? null) : { ...found, args };
      },
    };
  }

  private reserve(nodes: number): boolean {
    this.nodes += nodes;
    const isReserved = reserve(this.planning.context.loaders.reader.budget, nodes);
    this.isLasting &&= isReserved;
    return isReserved;
  }

  private async listOf(field: SelectedField, relation: RelationField): Promise<PlannedArguments | undefined> {
    try {
      const planned = await listOf(this.planning, field, relation);
      this.isLasting &&= planned?.isLasting !== false;
      return planned;
    } catch {
      this.isLasting = false;
      return undefined; // its resolver says what is wrong, in its place
    }
  }

  private async one(field: SelectedField, most: number): Promise<RelationReads> {
    const type = this.typeOf(field);
    const node = await this.entity(fieldsIn(field.nodes, type, this.planning.info), type, most);
    return { count: false, page: { properties: [], node } };
  }

  private async connection(field: SelectedField, relation: RelationField, most: number): Promise<RelationReads> {
    const fields = this.below(field);
    const edges = named(fields, 'edges');
    const count = named(fields, 'totalCount').length > 0;
    if (edges.length === 0 && named(fields, 'pageInfo').length === 0) return { count };
    const ofEdges = edges.flatMap((each) => this.below(each));
    return { count, page: await this.edge(ofEdges, relation, most) };
  }

  private async edge(fields: readonly SelectedField[], { attributes }: RelationField, most: number): Promise<EdgeReads> {
    const lists = named(fields, 'claims');
    const isFirstPage = lists.every(({ nodes }) => nodes.every(({ arguments: args = [] }) => args.length === 0));
    const claims = isFirstPage ? lists.flatMap((each) => this.below(each)) : []; // its resolver reads another page
    return {
      properties: storedOf(fields, storedOfEdge(attributes)),
      node: await this.nodesOf(fields, most),
      claims: claims.length === 0 ? undefined : await this.claims(claims, most * typicalClaims),
    };
  }

  private async claims(fields: readonly SelectedField[], most: number): Promise<ClaimReads> {
    const evidence = await Promise.all(named(fields, 'evidence').map((field) => this.evidence(field, most)));
    return {
      properties: storedOf(fields, storedOfClaim),
      attributedTo: named(fields, 'attributedTo').length > 0,
      recordedIn: named(fields, 'recordedIn').length > 0,
      reads: evidence,
    };
  }

  private async evidence(field: SelectedField, most: number): Promise<Read> {
    const fields = this.below(field);
    const documents = named(fields, 'document');
    const type = documents[0] === undefined ? undefined : this.typeOf(documents[0]);
    const selected = type === undefined ? [] : documents.flatMap((each) => fieldsIn(each.nodes, type, this.planning.info));
    const reads: EvidenceReads = {
      properties: storedOf(fields, storedOfEvidence),
      document: type === undefined ? undefined : await this.entity(selected, type, most),
      documentKeys: documents.map(({ nodes }) => ({ key: nodes[0] })),
    };
    return {
      key: field.nodes[0],
      at: cypher`claim`,
      block: evidenceBlock(reads),
      valueOf: (rows, budget) => evidenceOfRows(rows as never, reads, budget),
    };
  }

  private below(field: SelectedField): SelectedField[] {
    return fieldsIn(field.nodes, this.typeOf(field), this.planning.info);
  }

  private typeOf({ type, name }: SelectedField): GraphQLCompositeType {
    const field = (type as GraphQLObjectType).getFields()[name] as GraphQLField<unknown, Context>;
    return getNamedType(field.type) as GraphQLCompositeType;
  }
}

/** How many claims an edge is taken to have. */
const typicalClaims = 5;

const named = (fields: readonly SelectedField[], name: string): SelectedField[] => fields.filter((field) => field.name === name);

/** The relation field that a selected field is, of a type or of all entities. */
function relationOf({ type, name }: SelectedField): RelationField | undefined {
  return isLabel(type.name) ? relationFields(type.name).get(name) : type.name === 'Entity' ? commonFields().get(name) : undefined;
}

const isLabel = (name: string): name is Label => labels.includes(name as Label);
