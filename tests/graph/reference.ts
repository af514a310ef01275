/** What lists should give, worked out over records in memory in the plainest way: nothing of the compiled Cypher is used. */
import { certaintyOn, isAtLeast, type Certainty } from '../../src/graph/time/certainty.js';
import { fuzzyDate } from '../../src/graph/time/dates.js';
import {
  entities,
  records,
  relationFields,
  relations,
  targetOf,
  type EntityModel,
  type Label,
  type Listed,
  type PropertyModel,
  type RelationField,
  type RelationModel,
  type RelationType,
} from '../../src/model/model.js';
import type { EdgeFilter } from '../../src/graph/lists/filter/edges.js';
import { filterFields, type FilterField } from '../../src/graph/lists/filter/fields.js';
import type { Filter } from '../../src/graph/lists/filter/filter.js';
import type { QuantifierFilter } from '../../src/graph/lists/filter/quantifiers.js';
import { orderName, type Order } from '../../src/graph/lists/order.js';
import { groupBy } from '../../src/graph/group-by.js';
import type { ClaimRecord, Code, EntityRecord, RelationRecord } from '../../src/graph/stored/record-types.js';
import { codeKey } from '../../src/graph/search/tokens.js';
import { recordedAt, type World } from './world.js';

type Key = string | number | undefined;
type Values = Readonly<Record<string, unknown>>;
type Test = Readonly<Record<string, unknown>>;

/** An item of a list: its values as the API names them, and the entity behind it where there is one. */
export interface Item {
  readonly id: string;
  readonly values: Values;
  readonly entity?: EntityRecord;
}

export type Scope = 'INHERITED' | 'CONTAINED' | 'ANY';

export class Reference {
  private readonly byId: ReadonlyMap<string, EntityRecord>;

  constructor(
    private readonly world: World,
    private readonly on: string,
    private readonly atLeast: Certainty = 'POSSIBLE',
  ) {
    this.byId = new Map(world.entities.map((entity) => [entity.id, entity]));
  }

  /** The ids of what passes a filter, in order. */
  list(listed: Listed | 'Entity', where: Filter, order: Order): string[] {
    const passing = this.items(listed).filter((item) => this.passes(listed, where, item));
    return this.sorted(listed, passing, order, (item) => item).map(({ id }) => id);
  }

  /** The ids of the relations of a field, in the order of the entities at their other ends. */
  related(id: string, field: RelationField, where: Filter, order: Order, includeParts: boolean, edge: EdgeFilter = {}): string[] {
    const listed = field.targets.length === 1 ? (field.targets[0] as Label) : 'Entity';
    const origins = includeParts ? this.partsOf(id) : new Set([id]);
    const found = this.world.relations
      .filter((relation) => field.types.includes(relation.type) && origins.has(near(relation, field)) && this.holds(relation))
      .filter((relation) => this.passesEdge(field, edge, relation))
      .map((relation) => ({ relation, item: this.relatedItem(field, relation) }));
    const passing = found.filter(
      ({ item }) => (listed === 'Entity' || item.entity?.label === listed) && this.passes(listed, where, item),
    );
    return this.sorted(
      listed,
      passing,
      order,
      ({ item }) => item,
      ({ relation }) => relation.id,
    ).map(({ relation }) => relation.id);
  }

  /** The item at the other end of a relation, with what the relation can be ordered by. */
  private relatedItem(field: RelationField, relation: RelationRecord): Item {
    const item = this.itemOf(far(relation, field));
    const days = (text: string | undefined) => (text === undefined ? undefined : fuzzyDate(text).earliest);
    const values = {
      ...Object.fromEntries(Object.entries(relation.attributes).map(([name, value]) => [orderName(name), value])),
      TYPE: relation.type,
      VALID_FROM: days(relation.validFrom),
      VALID_UNTIL: days(relation.validUntil),
      CERTAINTY: ['POSSIBLE', 'PRESUMED', 'CERTAIN'].indexOf(this.certainty(relation) ?? ''),
    };
    const ofRelation = Object.entries(values).map(([name, value]) => [`relation ${name}`, value]);
    return { ...item, values: { ...item.values, ...(Object.fromEntries(ofRelation) as Values) } };
  }

  /** What is related to a region or to one within reach of it, each once, in order, through the nearest region: the region itself, then what it lies in, then what lies in it. */
  within(id: string, field: RelationField, where: Filter, order: Order, reach: Scope): { node: string; via: string }[] {
    const [outwards, inwards] = [this.stepsFrom(id, 'from'), this.stepsFrom(id, 'to')];
    const origins = new Set([
      ...(reach === 'ANY' ? [id] : []),
      ...(reach === 'CONTAINED' ? [] : outwards.flat()),
      ...(reach === 'INHERITED' ? [] : inwards.flat()),
    ]);
    const nearest = [[id], ...outwards, ...inwards];
    const distance = (origin: string) => nearest.findIndex((step) => step.includes(origin));
    const found = this.world.relations
      .filter((each) => field.types.includes(each.type) && origins.has(near(each, field)) && this.holds(each))
      .sort((a, b) => distance(near(a, field)) - distance(near(b, field)) || byText(a.id, b.id));
    const best = new Map(found.toReversed().map((each) => [far(each, field), each]));
    const nearestOf = (node: string) => best.get(node) as RelationRecord;
    const listed = targetOf(field);
    const passing = [...best.keys()].filter(
      (node) => (listed === 'Entity' || this.byId.get(node)?.label === listed) && this.passes(listed, where, this.itemOf(node)),
    );
    return this.sorted(listed, passing, order, (node) => this.relatedItem(field, nearestOf(node))).map((node) => ({
      node,
      via: near(nearestOf(node), field),
    }));
  }

  /** What an entity is part of, or what is part of it, step by step; each at its first step. */
  private stepsFrom(id: string, end: 'from' | 'to'): string[][] {
    const other = end === 'from' ? 'to' : 'from';
    const steps: string[][] = [[id]];
    for (let last = steps[0] as string[]; last.length > 0; steps.push(last)) {
      const next = this.world.relations.filter((each) => each.type === 'PART_OF' && last.includes(each[end]) && this.holds(each));
      last = [...new Set(next.map((each) => each[other]))].filter((each) => !steps.flat().includes(each));
    }
    return steps.slice(1);
  }

  /** The observations that measure, are about, or were made in an entity. */
  observations(id: string, where: Filter, order: Order): string[] {
    const mine = this.world.observations.filter(
      ({ indicator, about, region }) => indicator === id || about.includes(id) || region === id,
    );
    const passing = mine
      .map((observation) => ({ id: observation.id, values: observation as unknown as Values }))
      .filter((item) => this.passes('Observation', where, item));
    return this.sorted('Observation', passing, order, (item) => item).map((item) => item.id);
  }

  /** What an entity is part of, the nearest first, each once. */
  ancestors(id: string): string[] {
    const found: string[] = [];
    for (let level = this.parentsOf([id]); level.length > 0; level = this.parentsOf(level))
      found.push(...level.filter((each) => !found.includes(each)).sort(byText));
    return found;
  }

  /** The ids that an item leads to: `issuers` of a policy, `speaker` of a claim. Of a relation field once for each relation. */
  leadsTo(listed: Listed | 'Entity', id: string, name: string): string[] {
    if (listed === 'Claim') return [...new Set(this.claimLeadsTo(this.claim(id), name))];
    if (listed === 'Observation') return [...new Set(this.observationLeadsTo(id, name))];
    const label = this.byId.get(id)?.label as Label;
    const field = relationFields(label).get(name) as RelationField;
    const target = field.targets.length === 1 ? field.targets[0] : undefined;
    const countsParts = field.parts?.byDefault === true;
    const origins = field.parts?.byDefault === true ? this.withParts(id, field.parts.by) : [id];
    const ends = this.world.relations
      .filter((each) => field.types.includes(each.type) && origins.includes(near(each, field)) && this.holds(each))
      .map((each) => far(each, field))
      .filter((end) => target === undefined || this.byId.get(end)?.label === target);
    return countsParts ? [...new Set(ends)] : ends;
  }

  private claimLeadsTo(claim: ClaimRecord, name: string): string[] {
    const documents = claim.evidence.map(({ document }) => document);
    switch (name) {
      case 'document':
        return documents;
      case 'source':
        return documents.flatMap((document) => this.leadsTo('Document', document, 'publishers'));
      case 'attributedTo':
        return [...claim.attributedTo];
      case 'speaker':
        return [...claim.attributedTo, ...(claim.predicate === 'STATED' ? [claim.subject] : [])];
      case 'about':
        return [...(claim.about ?? [])];
      default:
        throw new Error(`The reference does not know where "${name}" of a claim leads.`);
    }
  }

  private observationLeadsTo(id: string, name: string): string[] {
    if (name === 'about') return [...(this.world.observations.find((each) => each.id === id)?.about ?? [])];
    if (name !== 'document' && name !== 'source')
      throw new Error(`The reference does not know where "${name}" of an observation leads.`);
    return this.world.claims.filter(({ subject }) => subject === id).flatMap((claim) => this.claimLeadsTo(claim, name));
  }

  private claim(id: string): ClaimRecord {
    return this.world.claims.find((claim) => claim.id === id) as ClaimRecord;
  }

  /** Ascending: unknown values last, ties by id. Descending is the exact reverse. */
  private sorted<T>(
    listed: Listed | 'Entity',
    things: readonly T[],
    { property, direction }: Order,
    itemOf: (thing: T) => Item,
    idOf: (thing: T) => string = (thing) => itemOf(thing).id,
  ): T[] {
    const keyed = things.map((thing) => ({ thing, key: this.keyOf(listed, itemOf(thing), property), id: idOf(thing) }));
    const ascending = keyed.sort((a, b) => byKey(a.key, b.key) || byText(a.id, b.id));
    return (direction === 'ASC' ? ascending : ascending.reverse()).map(({ thing }) => thing);
  }

  /** Orders of dates are called after the first day that the date allows, and orders by a count after what is counted: POLICIES_COUNT. */
  private keyOf(listed: Listed | 'Entity', { id, values }: Item, property: string): Key {
    if (property.endsWith('_COUNT')) return this.leadsTo(listed, id, camelCase(property.slice(0, -'_COUNT'.length))).length;
    if (!property.endsWith('Earliest')) return values[property] as Key;
    const text = values[property.slice(0, -'Earliest'.length)];
    return text === undefined ? undefined : fuzzyDate(String(text)).earliest;
  }

  private parentsOf(ids: readonly string[]): string[] {
    return [
      ...new Set(
        this.world.relations
          .filter((relation) => relation.type === 'PART_OF' && ids.includes(relation.from) && this.holds(relation))
          .map(({ to }) => to),
      ),
    ];
  }

  private partsOf(id: string): Set<string> {
    return new Set([id, ...[...this.byId.keys()].filter((each) => this.ancestors(each).includes(id))]);
  }

  private items(listed: Listed | 'Entity'): Item[] {
    if (listed === 'Claim') return this.world.claims.map((claim) => ({ id: claim.id, values: { ...claim, recordedAt } }));
    if (listed === 'Observation')
      return this.world.observations.map((observation) => ({ id: observation.id, values: observation as unknown as Values }));
    return this.world.entities.filter(({ label }) => listed === 'Entity' || label === listed).map(({ id }) => this.itemOf(id));
  }

  private itemOf(id: string): Item {
    const entity = this.byId.get(id) as EntityRecord;
    return { id, entity, values: { ...entity.properties, name: entity.names[0]?.value } };
  }

  private certainty({ validFrom, validUntil, days }: RelationRecord): Certainty | undefined {
    const [from, until] = [validFrom, validUntil].map((text) => (text === undefined ? undefined : fuzzyDate(text)));
    return certaintyOn({ from, until, ...days, knownFrom: recordedAt }, this.on);
  }

  private holds(relation: RelationRecord): boolean {
    const certainty = this.certainty(relation);
    return certainty !== undefined && isAtLeast(certainty, this.atLeast);
  }

  private passes(listed: Listed | 'Entity', filter: Filter, item: Item): boolean {
    return Object.entries(filter).every(([key, value]) => this.passesOne(listed, key, value, item));
  }

  private passesOne(listed: Listed | 'Entity', key: string, value: unknown, item: Item): boolean {
    if (key === 'and') return (value as Filter[]).every((filter) => this.passes(listed, filter, item));
    if (key === 'or') return (value as Filter[]).some((filter) => this.passes(listed, filter, item));
    if (key === 'not') return !this.passes(listed, value as Filter, item);
    const property = propertiesOf(listed)[key];
    if (property !== undefined) return passesProperty(property, value as Test, item.values[key] as Key);
    if (listed === 'Claim' || listed === 'Observation') return this.passesRecord(listed, key, value, item.id);
    return item.entity !== undefined && this.passesEntity(listed, key, value, item.entity);
  }

  private passesRecord(listed: 'Claim' | 'Observation', key: string, value: unknown, id: string): boolean {
    if (key === 'documents')
      return passesTests((value as { count: Test }).count, (operator, operand) =>
        compare(this.leadsTo(listed, id, 'document').length, operator, operand),
      );
    if (key !== 'text') return this.leadsTo(listed, id, key).includes(value as string);
    const claims = listed === 'Claim' ? [this.claim(id)] : this.world.claims.filter(({ subject }) => subject === id);
    const texts = claims.flatMap((claim) => [claim.value ?? '', ...claim.evidence.map(({ summary }) => summary)]);
    return texts.some((text) => compare(lower(text), 'contains', lower(value)));
  }

  private passesEntity(listed: Listed | 'Entity', key: string, value: unknown, entity: EntityRecord): boolean {
    switch (key) {
      case 'id':
        return passesId(value as Test, entity.id);
      case 'name':
        return passesTests(value as Test, (operator, operand) =>
          operator === 'known'
            ? operand === true
            : entity.names.some((name) => compare(lower(name.value), operator, lower(operand))),
        );
      case 'code':
        return hasCode(entity.codes, value as Partial<Code>);
      case 'identifier':
        return hasCode(entity.identifiers, value as Partial<Code>);
      case 'type':
        return (value as string[]).includes(entity.label);
      case 'within':
        return (
          entity.id === value ||
          (this.ancestors(entity.id).includes(value as string) && this.byId.get(value as string)?.label === 'Region')
        );
      default: {
        const field = filterFields(listed).get(key);
        return field === undefined
          ? this.passesRelation(key, value as string, entity)
          : this.passesQuantifiers(field, value as QuantifierFilter, entity.id);
      }
    }
  }

  private passesQuantifiers(field: FilterField, { edge = {}, ...quantifiers }: QuantifierFilter, id: string): boolean {
    const found = this.fieldItems(field, id, edge);
    const passes = (filter: Filter) => (item: Item) => this.passes(targetOf(field), filter, item);
    const asked = Object.entries(quantifiers).filter(([, value]) => value !== undefined);
    if (asked.length === 0) return found.length > 0;
    return asked.every(([quantifier, value]) => {
      switch (quantifier) {
        case 'some':
          return found.some(passes(value as Filter));
        case 'none':
          return !found.some(passes(value as Filter));
        case 'every':
          return found.every(passes(value as Filter));
        case 'count':
          return passesTests(value as Test, (operator, operand) => compare(found.length, operator, operand));
        default:
          throw new Error(`The reference does not know the quantifier "${quantifier}".`);
      }
    });
  }

  /** What a field lists: an item for each relation, and each item once where the parts of the entity count too. */
  private fieldItems(field: FilterField, id: string, edge: EdgeFilter): Item[] {
    const { parts } = field;
    if (parts?.byDefault && parts.by !== 'INCLUDES') throw new Error(`The reference does not know parts by ${parts.by}.`);
    const origins = parts?.byDefault ? this.withParts(id, 'INCLUDES') : [id];
    const passes = (relation: RelationRecord) => field.types.includes(relation.type) && this.passesEdge(field, edge, relation);
    const ends = origins
      .flatMap((origin) => [
        ...(field.direction === 'in'
          ? []
          : this.holdingFrom(origin)
              .filter(passes)
              .map(({ to }) => to)),
        ...(field.direction === 'out'
          ? []
          : this.holdingTo(origin)
              .filter(passes)
              .map(({ from }) => from)),
      ])
      .filter((end) => targetOf(field) === 'Entity' || this.byId.get(end)?.label === targetOf(field));
    return (parts?.byDefault ? [...new Set(ends)] : ends).map((end) => this.itemOf(end));
  }

  private readonly holding = once(() => this.world.relations.filter((relation) => this.holds(relation)));
  private readonly byFrom = once(() => groupBy(this.holding(), ({ from }) => from));
  private readonly byTo = once(() => groupBy(this.holding(), ({ to }) => to));
  private readonly holdingFrom = (id: string): readonly RelationRecord[] => this.byFrom().get(id) ?? [];
  private readonly holdingTo = (id: string): readonly RelationRecord[] => this.byTo().get(id) ?? [];

  private passesEdge({ attributes }: Pick<FilterField, 'attributes'>, edge: EdgeFilter, relation: RelationRecord): boolean {
    return Object.entries(edge).every(([key, value]) => {
      const attribute = attributes[key];
      if (attribute?.isId === true) return passesId(value as Test, relation.attributes[key]);
      if (attribute !== undefined) return passesProperty(attribute, value as Test, relation.attributes[key] as Key);
      switch (key) {
        case 'type':
          return passesTests(value as Test, (operator, operand) => compare(relation.type, operator, operand));
        case 'certainty':
          return passesTests(value as Test, (operator, operand) => compare(this.certainty(relation), operator, operand));
        case 'validity':
          return Object.entries(value as Readonly<Record<string, Test>>).every(([end, test]) =>
            passesProperty({ type: 'date', description: '' }, test, end === 'from' ? relation.validFrom : relation.validUntil),
          );
        default:
          throw new Error(`The reference does not know the filter "${key}" of relations.`);
      }
    });
  }

  private passesRelation(key: string, other: string, { id }: EntityRecord): boolean {
    const found = (Object.entries(relations) as [RelationType, RelationModel][]).find(
      ([, model]) => model.where.out === key || model.where.in === key,
    );
    if (found === undefined) throw new Error(`The reference does not know the filter "${key}".`);
    const [type, { where, ofParts }] = found;
    const [sources, targets] = where.out === key ? [[id], this.withParts(other, ofParts)] : [[other], [id]];
    return this.world.relations.some(
      (relation) =>
        relation.type === type && sources.includes(relation.from) && targets.includes(relation.to) && this.holds(relation),
    );
  }

  /** An entity, and what relations of one type lead to from it, step by step. */
  private withParts(id: string, type: RelationType | undefined): string[] {
    const found = [id];
    for (const whole of found) {
      const parts = this.holdingFrom(whole).filter((each) => each.type === type);
      found.push(...new Set(parts.map(({ to }) => to).filter((to) => !found.includes(to))));
    }
    return found;
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The field that an order or facet is called after: PRIOR_POLICIES is `priorPolicies`. */
export const camelCase = (name: string): string =>
  name.toLowerCase().replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());

const near = (relation: RelationRecord, { direction }: RelationField): string =>
  direction === 'out' ? relation.from : relation.to;
const far = (relation: RelationRecord, { direction }: RelationField): string =>
  direction === 'out' ? relation.to : relation.from;

export function propertiesOf(listed: Listed | 'Entity'): Readonly<Record<string, PropertyModel>> {
  if (listed === 'Entity') return {};
  return ((listed in records ? records[listed as keyof typeof records] : entities[listed as Label]) as EntityModel).properties;
}

function hasCode(codes: readonly Code[], { scheme, value }: Partial<Code>): boolean {
  return codes.some((code) => code.value === value && (scheme === undefined || code.scheme === scheme));
}

const passesId = (test: Test, id: unknown): boolean =>
  passesTests(test, (operator, operand) =>
    operator === 'known' ? (id !== undefined) === operand : compare(id, operator, operand),
  );

function passesProperty({ type, comparedByKey, isId }: PropertyModel, test: Test, value: Key): boolean {
  return passesTests(test, (operator, operand) => {
    if (operator === 'known') return (value !== undefined) === operand;
    if (value === undefined) return false;
    if (type === 'date')
      return compare(
        operator.startsWith('g') ? fuzzyDate(String(value)).earliest : fuzzyDate(String(value)).latest,
        operator,
        operand,
      );
    if (comparedByKey) return compare(codeKey(String(value)), operator, keyed(operand)); // what a key is: tests/search/tokens.test.ts
    if (isId && (operator === 'eq' || operator === 'in')) return compare(value, operator, operand);
    return type === 'string' || type === 'url'
      ? compare(lower(value), operator, lower(operand))
      : compare(value, operator, operand);
  });
}

const passesTests = (test: Test, passes: (operator: string, operand: unknown) => boolean): boolean =>
  Object.entries(test).every(([operator, operand]) => passes(operator, operand));

const keyed = (value: unknown): unknown => (Array.isArray(value) ? value.map(keyed) : codeKey(String(value)));
const lower = (value: unknown): unknown => (Array.isArray(value) ? value.map(lower) : String(value).toLowerCase());

function compare(left: unknown, operator: string, right: unknown): boolean {
  if (left === undefined) return false;
  switch (operator) {
    case 'eq':
      return left === right;
    case 'in':
      return (right as unknown[]).includes(left);
    case 'gt':
      return (left as string) > (right as string);
    case 'gte':
      return (left as string) >= (right as string);
    case 'lt':
      return (left as string) < (right as string);
    case 'lte':
      return (left as string) <= (right as string);
    case 'contains':
      return String(left).includes(String(right));
    case 'startsWith':
      return String(left).startsWith(String(right));
    default:
      throw new Error(`The reference does not know the operator "${operator}".`);
  }
}

function byKey(a: Key, b: Key): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return typeof a === 'number' && typeof b === 'number' ? a - b : byText(String(a), String(b));
}

/** By code point, as UTF-8 sorts; JavaScript's own order puts emoji before what is at the end of the 16-bit plane. */
const byText = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
