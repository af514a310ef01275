/** Relations as the API shows them: like entities, a part at a time. */
import { relations, type RelationType } from '../../model/model.js';
import { certaintyOn, daysOf, extremes, surest, type Certainty } from '../time/certainty.js';
import { cachedDate, type FuzzyDate, type Validity } from '../time/dates.js';
import { entityOf, type Entity, type NodeRow, type Properties } from './entity-view.js';
import { qualifiersOf, validityOf, type Qualifier } from './record-view.js';

export interface RelationRow extends NodeRow {
  readonly relation: Properties;
  readonly type: RelationType;
  /** The id of the entity at this end, where it is not the one that was asked. */
  readonly via?: string;
  /** The id of the entity that the relation leads from, where it may lead either way. */
  readonly source?: string;
}

/** A relation and the entity at its other end. */
export interface Relation {
  readonly id: string;
  readonly type: RelationType;
  readonly validity: Validity;
  readonly certainty: Certainty | undefined;
  readonly firstStatedOn: FuzzyDate | undefined;
  readonly lastStatedOn: FuzzyDate | undefined;
  readonly possibleFrom: string | undefined;
  readonly claimIds: readonly string[];
  readonly node: Entity;
  readonly attributes: Properties;
  /** The id of the entity at this end, where it is not the one that was asked. */
  readonly via: string | undefined;
  /** The relation leads from the entity of this id, where it may lead either way. */
  readonly source: string | undefined;
}

/** A region, and the relations to what is folded into it. */
export interface RolledUpRow extends NodeRow {
  readonly relations: readonly Pick<RelationRow, 'relation' | 'type'>[];
}

export const relationOf = (row: RelationRow, on: string): Relation => new RelationView(row, on);

class RelationView implements Relation {
  readonly node: Entity;

  constructor(
    private readonly row: RelationRow,
    private readonly on: string,
  ) {
    this.node = entityOf(row);
  }

  get id() {
    return this.row.relation['id'] as string;
  }

  get type() {
    return this.row.type;
  }

  get validity() {
    return validityOf(this.row.relation);
  }

  get certainty() {
    return holdingOf(this.row.relation, this.on).certainty;
  }

  get firstStatedOn() {
    return holdingOf(this.row.relation, this.on).firstStatedOn;
  }

  get lastStatedOn() {
    return holdingOf(this.row.relation, this.on).lastStatedOn;
  }

  get possibleFrom() {
    return holdingOf(this.row.relation, this.on).possibleFrom;
  }

  get claimIds() {
    return this.row.relation['claimIds'] as string[];
  }

  get attributes() {
    const names = Object.keys(relations[this.row.type].attributes);
    return Object.fromEntries(names.map((name) => [name, this.row.relation[name] ?? undefined]));
  }

  get via() {
    return this.row.via;
  }

  get source() {
    return this.row.source;
  }
}

/** When a relation holds, how sure that is on a day, and since and until when sources speak of it. */
function holdingOf(relation: Properties, on: string) {
  const [validity, days] = [validityOf(relation), daysOf(relation)];
  return {
    validity,
    certainty: certaintyOn({ ...validity, ...days, knownFrom: (relation['knownFrom'] ?? undefined) as string | undefined }, on),
    firstStatedOn: writtenDate(days.firstStatedOn),
    lastStatedOn: writtenDate(days.lastStatedOn),
    possibleFrom: days.possibleFrom,
  };
}

const writtenDate = (edtf: string | undefined) => (edtf === undefined ? undefined : cachedDate(edtf));

/** Several relations as one: with all of their claims, since the earliest of them, and the attributes in which they agree. */
export function rolledUpOf({ relations: folded, ...row }: RolledUpRow, on: string): Relation {
  const all = folded.map((each) => relationOf({ ...each, ...row }, on)).sort((a, b) => byStart(a, b));
  const first = all[0] as Relation;
  const agreed = Object.entries(first.attributes).filter(([name, value]) =>
    all.every(({ attributes }) => attributes[name] === value),
  );
  const { id, type, validity, possibleFrom, node, via, source } = first;
  return {
    id,
    type,
    validity,
    possibleFrom,
    node,
    via,
    source,
    certainty: surest(all.map(({ certainty = 'POSSIBLE' }) => certainty)),
    ...statedOf(all),
    claimIds: [...new Set(all.flatMap(({ claimIds }) => claimIds))],
    attributes: Object.fromEntries(agreed),
  };
}

/** The first and the last day on which a source speaks of any of several relations. */
export function statedOf(all: readonly Pick<Relation, 'firstStatedOn' | 'lastStatedOn'>[]) {
  const dates = all.flatMap(({ firstStatedOn, lastStatedOn }) => [firstStatedOn, lastStatedOn]);
  const { first, last } = extremes(dates.filter((date) => date !== undefined));
  return { firstStatedOn: first, lastStatedOn: last };
}

const byStart = (a: Relation, b: Relation): number =>
  startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : a.id < b.id ? -1 : 1;
const startOf = ({ validity }: Relation): string => validity.from?.earliest ?? '';

export interface JoinRow {
  readonly relation: Properties;
  readonly type: RelationType;
  readonly source: string;
  readonly target: string;
}

/** A relation seen from neither of its ends. */
export interface Join {
  readonly id: string;
  readonly type: RelationType;
  /** The ids of its ends. */
  readonly from: string;
  readonly to: string;
  readonly validity: Validity;
  readonly certainty: Certainty | undefined;
  readonly firstStatedOn: FuzzyDate | undefined;
  readonly lastStatedOn: FuzzyDate | undefined;
  readonly possibleFrom: string | undefined;
  readonly attributes: readonly Qualifier[];
  readonly claimIds: readonly string[];
  /** ISO day: as of when it is seen. */
  readonly on: string;
}

export function joinOf({ relation, type, source, target }: JoinRow, on: string): Join {
  return {
    id: relation['id'] as string,
    type,
    from: source,
    to: target,
    on,
    ...holdingOf(relation, on),
    attributes: qualifiersOf(type, relation),
    claimIds: relation['claimIds'] as string[],
  };
}
