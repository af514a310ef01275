/** Everything that one request reads of the graph: one statement per field and level, never per row. */
import { Batches } from './batches.js';
import type { Changeset } from './changeset.js';
import { compileFilter, holds, type Filter } from './filter.js';
import { groupBy } from './group-by.js';
import type { Label, Listed, RelationField } from './model.js';
import { compilePage, type Order, type PageArguments } from './order.js';
import { cursorFor, lazyList, pageOf, type List, type Page } from './page.js';
import type { Graph } from './port.js';
import { anyOf, fragment, nameOf, query, type Fragment, type Statement } from './query.js';
import {
  claimOf,
  entityOf,
  evidenceOf,
  observationOf,
  relationOf,
  type Claim,
  type ClaimRow,
  type Entity,
  type Evidence,
  type NodeRow,
  type Observation,
  type Properties,
  type Relation,
  type RelationRow,
} from './rows.js';

type Values = Readonly<Record<string, unknown>>;
type Ids = { readonly ids: readonly string[] };

const entitiesById = query<Ids, NodeRow>('entity/by-id');
const ancestorsOf = query<Ids & { on: string }, NodeRow & { origin: string }>('entity/ancestors');
const claimsById = query<Ids, ClaimRow>('claim/by-id');
const evidenceOfClaims = query<Ids, { claim: string; evidence: Properties; document: string }>('claim/evidence');
const claimsOfSubjects = query<
  Ids & { predicates?: readonly string[] },
  { subject: string; claim: string },
  'label' | 'predicates'
>('claim/of-subject');
const changesetsById = query<Ids, { changeset: Changeset }>('changeset/by-id');
const observationsById = query<Ids, { node: Properties }>('observation/by-id');
const listPage = query<Values, NodeRow, 'label' | 'filter' | 'after' | 'order'>('list/page');
const listCount = query<Values, { total: number }, 'label' | 'filter'>('list/count');
const relationPage = query<
  Values,
  { origin: string; rows: RelationRow[] },
  'pattern' | 'label' | 'holds' | 'filter' | 'after' | 'order'
>('relation/page');
const relationCount = query<Values, { origin: string; total: number }, 'pattern' | 'label' | 'holds' | 'filter'>(
  'relation/count',
);
const relationPageIncludingParts = query<
  Values,
  { origin: string; rows: RelationRow[] },
  'pattern' | 'label' | 'holds' | 'filter' | 'after' | 'order'
>('relation/page-including-parts');
const relationCountIncludingParts = query<Values, { origin: string; total: number }, 'pattern' | 'label' | 'holds' | 'filter'>(
  'relation/count-including-parts',
);
const observationPage = query<Values, { origin: string; rows: Properties[] }, 'filter' | 'after' | 'order'>('observation/page');
const observationCount = query<Values, { origin: string; total: number }, 'filter'>('observation/count');
const countOf = query<Record<string, never>, { total: number }, 'label'>('graph/counts');

/** What a list is asked for. */
export interface ListArguments extends PageArguments {
  readonly where?: Filter | undefined;
  readonly order: Order;
}

export interface RelationArguments extends ListArguments {
  /** Also what the parts of the entity have, at any depth. */
  readonly includeParts?: boolean | undefined;
}

export class Loaders {
  private readonly batches = new Batches();

  constructor(
    private readonly graph: Graph,
    /** The day as of which relations are seen, as an ISO day. */
    readonly on: string,
    private readonly signal?: AbortSignal,
  ) {}

  /** The entity with this id, or null. */
  entity(id: string): Promise<Entity | null> {
    return this.batches.load<Entity | null>(
      'entity',
      null,
      id,
      async (ids) => {
        const entities = (await this.read(entitiesById({ ids }))).map(entityOf);
        return new Map(entities.map((entity) => [entity.id, entity]));
      },
      null,
    );
  }

  /** What an entity is part of: its parent first, the widest last. */
  ancestors(id: string): Promise<readonly Entity[]> {
    return this.batches.load(
      'ancestors',
      null,
      id,
      async (ids) => grouped(await this.read(ancestorsOf({ ids, on: this.on })), ({ origin }) => origin, entityOf),
      [],
    );
  }

  claim(id: string): Promise<Claim | null> {
    return this.batches.load<Claim | null>(
      'claim',
      null,
      id,
      async (ids) => {
        const claims = (await this.read(claimsById({ ids }))).map(claimOf);
        return new Map(claims.map((claim) => [claim.id, claim]));
      },
      null,
    );
  }

  async claims(ids: readonly string[]): Promise<readonly Claim[]> {
    const claims = await Promise.all(ids.map((id) => this.claim(id)));
    return claims.filter((claim) => claim !== null);
  }

  /** The live claims about an entity or observation; `predicates` keeps those of some kinds. */
  async claimsAbout(id: string, label: 'Entity' | 'Observation', predicates?: readonly string[]): Promise<readonly Claim[]> {
    const slots = {
      label: nameOf(label),
      predicates: predicates === undefined ? fragment`` : fragment`AND claim.predicate IN $predicates`,
    };
    const ids = await this.batches.load(
      'claims about',
      [label, predicates],
      id,
      async (keys) => {
        const rows = await this.read(claimsOfSubjects({ ids: keys, ...(predicates === undefined ? {} : { predicates }) }, slots));
        return grouped(
          rows,
          ({ subject }) => subject,
          ({ claim }) => claim,
        );
      },
      [],
    );
    return this.claims(ids);
  }

  evidence(claim: string): Promise<readonly Evidence[]> {
    return this.batches.load(
      'evidence',
      null,
      claim,
      async (ids) =>
        grouped(
          await this.read(evidenceOfClaims({ ids })),
          (row) => row.claim,
          ({ evidence, document }) => evidenceOf(evidence, document),
        ),
      [],
    );
  }

  observation(id: string): Promise<Observation | null> {
    return this.batches.load<Observation | null>(
      'observation',
      null,
      id,
      async (ids) => {
        const observations = (await this.read(observationsById({ ids }))).map(({ node }) => observationOf(node));
        return new Map(observations.map((observation) => [observation.id, observation]));
      },
      null,
    );
  }

  changeset(id: string): Promise<Changeset | null> {
    return this.batches.load<Changeset | null>(
      'changeset',
      null,
      id,
      async (ids) => new Map((await this.read(changesetsById({ ids }))).map(({ changeset }) => [changeset.id, changeset])),
      null,
    );
  }

  /** All items of a kind that pass a filter. */
  list(listed: Listed | 'Entity', args: ListArguments): List<NodeRow> {
    const filter = compileFilter(listed, args.where);
    const keyset = compilePage(args, args.order, 'node.id');
    const slots = { label: nameOf(listed), filter: filter.text };
    const values = { ...filter.parameters, on: this.on };
    const cursorOf = ({ node }: NodeRow) => cursorFor(args.order.property, node, node['id'] as string);
    return lazyList(
      async () =>
        pageOf(
          await this.read(listPage({ ...values, ...keyset.parameters }, { ...slots, after: keyset.where, order: keyset.order })),
          keyset,
          cursorOf,
          (row) => row,
        ),
      async () => (await this.read(listCount(values, slots)))[0]?.total ?? 0,
    );
  }

  /** What stands at the other end of a relation field of an entity. */
  related(id: string, field: RelationField, args: RelationArguments): List<Relation> {
    const listed = field.targets.length === 1 ? (field.targets[0] as Label) : 'Entity';
    const filter = compileFilter(listed, args.where);
    const keyset = compilePage(args, args.order, 'relation.id');
    const slots = { pattern: pattern(field), label: nameOf(listed), holds: holds('relation') as Fragment, filter: filter.text };
    const values = { ...filter.parameters, on: this.on };
    const cursorOf = ({ node, relation }: RelationRow) => cursorFor(args.order.property, node, relation['id'] as string);
    const [pages, counts] = args.includeParts
      ? [relationPageIncludingParts, relationCountIncludingParts]
      : [relationPage, relationCount];
    return lazyList(
      () =>
        this.batches.load(
          'related',
          [field, args],
          id,
          async (ids) => {
            const rows = await this.read(
              pages({ ids, ...values, ...keyset.parameters }, { ...slots, after: keyset.where, order: keyset.order }),
            );
            return new Map(
              rows.map((row) => [row.origin, pageOf(row.rows, keyset, cursorOf, (each) => relationOf(each, this.on))]),
            );
          },
          emptyPage,
        ),
      () =>
        this.batches.load(
          'count of related',
          [field, args.where, args.includeParts],
          id,
          async (ids) => {
            const rows = await this.read(counts({ ids, ...values }, slots));
            return new Map(rows.map(({ origin, total }) => [origin, total]));
          },
          0,
        ),
    );
  }

  /** The observations that measure, are about, or were made in an entity. */
  observations(id: string, args: ListArguments): List<Observation> {
    const filter = compileFilter('Observation', args.where);
    const keyset = compilePage(args, args.order, 'node.id');
    const cursorOf = (node: Properties) => cursorFor(args.order.property, node, node['id'] as string);
    return lazyList(
      () =>
        this.batches.load(
          'observations',
          args,
          id,
          async (ids) => {
            const rows = await this.read(
              observationPage(
                { ids, ...filter.parameters, ...keyset.parameters },
                { filter: filter.text, after: keyset.where, order: keyset.order },
              ),
            );
            return new Map(rows.map((row) => [row.origin, pageOf(row.rows, keyset, cursorOf, observationOf)]));
          },
          emptyPage,
        ),
      () =>
        this.batches.load(
          'count of observations',
          args.where,
          id,
          async (ids) => {
            const rows = await this.read(observationCount({ ids, ...filter.parameters }, { filter: filter.text }));
            return new Map(rows.map(({ origin, total }) => [origin, total]));
          },
          0,
        ),
    );
  }

  /** How many nodes carry a label. */
  async count(label: Listed): Promise<number> {
    return (await this.read(countOf({}, { label: nameOf(label) })))[0]?.total ?? 0;
  }

  private read<Row>(statement: Statement<Row>): Promise<Row[]> {
    return this.graph.read(statement, { signal: this.signal });
  }
}

const emptyPage: Page<never> = { edges: [], hasNextPage: false, hasPreviousPage: false };

function pattern({ types, direction }: RelationField): Fragment {
  return direction === 'out' ? fragment`-[relation:${anyOf(types)}]->` : fragment`<-[relation:${anyOf(types)}]-`;
}

function grouped<Row, T>(rows: readonly Row[], keyOf: (row: Row) => string, itemOf: (row: Row) => T): Map<string, T[]> {
  return new Map([...groupBy(rows, keyOf)].map(([key, group]) => [key, group.map(itemOf)]));
}
