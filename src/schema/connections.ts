/** Relay connections, made from the model: a page of items, each on an edge that says how and since when it is related. */
import { Field, ID, Int, ObjectType, type ClassType } from '../type-graphql/decorators.js';
import { targetOf, type Label, type Listed, type PropertyModel, type RelationField } from '../model/model.js';
import { Claim, Qualifier } from './claim.js';
import { Certainty, Direction, RelationType, pascalCase } from './enums.js';
import { entityTypes } from './entity-types.js';
import { FuzzyDate, Validity, stated } from './fuzzy-date.js';
import { PageInfo } from './page-info.js';
import { outputType } from './property.js';
import { Costs, pageItem, pageRead, part, wholeList } from './price.js';

interface Made {
  readonly type: ClassType;
  readonly listed: Listed | 'Entity';
}

const made = new Map<string, Made>();

/** Every connection that has been made, with what it lists. */
export const connectionsMade = (): readonly Made[] => [...made.values()];

/** The connection of a list of one type, such as `regions`. */
export function listConnection(name: Listed, node: () => object): ClassType {
  return made.get(name)?.type ?? connection(name, name, node, () => undefined);
}

/** The connection of a relation field, such as `Program.regions`: its edges carry the relation. */
export function relationConnection(on: Label | 'Entity', field: string, relation: RelationField): ClassType {
  const name = `${on}${pascalCase(field)}`;
  const listed = targetOf(relation);
  return (
    made.get(name)?.type ??
    connection(
      name,
      listed,
      () => entityTypes[listed],
      (edge) => addRelation(edge, name, on, relation),
    )
  );
}

/** The connection of all that an entity is related to, whatever the relation. */
export function anyRelationConnection(): ClassType {
  return (
    made.get('EntityRelations')?.type ??
    connection(
      'EntityRelations',
      'Entity',
      () => entityTypes.Entity,
      (edge) => {
        addField(edge, 'type', () => RelationType, 'Which relation it is.');
        addField(
          edge,
          'direction',
          () => Direction,
          'OUT where it leads from the entity that was asked to the item, IN where it leads the other way.',
        );
        addHolding(edge);
        addField(edge, 'attributes', () => [Qualifier], 'Its attributes, such as the batch in which a region was admitted.');
      },
    )
  );
}

const edgesOfRelations = new Set<ClassType>();

/** The types of edges that are relations, and have claims. */
export const relationEdges = (): readonly ClassType[] => [...edgesOfRelations];

function connection(
  name: string,
  listed: Listed | 'Entity',
  node: () => object,
  addToEdge: (edge: ClassType) => void,
): ClassType {
  class Edge {}
  addField(Edge, 'cursor', () => String, 'The position of the item in the list: begin a page after or before it.');
  addField(Edge, 'node', node, 'The item.');
  Costs(part)(Edge.prototype, 'node'); // counted with its page
  addToEdge(Edge);
  ObjectType(`${name}Edge`, { description: 'An item of a list, and its place there.' })(Edge);
  Costs(pageItem)(Edge);

  class Connection {}
  addField(Connection, 'edges', () => [Edge], 'The items of this page.');
  addField(Connection, 'pageInfo', () => PageInfo, 'The position of this page in the list.');
  addField(Connection, 'totalCount', () => Int, 'How many items the whole list has, whatever the page.');
  Costs(wholeList(() => 4))(Connection.prototype, 'totalCount');
  ObjectType(`${name}Connection`, { description: 'A page of a list.' })(Connection);
  Costs(pageRead)(Connection);
  made.set(name, { type: Connection, listed });
  return Connection;
}

function addRelation(edge: ClassType, name: string, on: Label | 'Entity', { types, attributes }: RelationField): void {
  if (types.length > 1) addField(edge, 'type', () => RelationType, 'Which relation it is.');
  addHolding(edge);
  addField(
    edge,
    'via',
    () => entityTypes[on],
    'The entity at this end: the one that was asked, or, where the question reaches further, the one through which it is related.',
  );
  for (const [attribute, property] of Object.entries(attributes)) addAttribute(edge, name, attribute, property);
}

function addHolding(edge: ClassType): void {
  addField(
    edge,
    'relationId',
    () => ID,
    'The id of the relation, the same from both of its ends: that of `Relation.id`. Of relations that `rollUpTo` folds into one, that of the first.',
  );
  addField(
    edge,
    'validity',
    () => Validity,
    'When the relation holds in the world. What a policy does holds since it was announced, where no claim says when.',
  );
  addField(edge, 'certainty', () => Certainty, 'How sure it is that it holds on the day as of which the graph is seen.');
  for (const [name, description] of Object.entries(stated))
    Field(() => FuzzyDate, { nullable: true, description })(edge.prototype, name);
  edgesOfRelations.add(edge);
  addField(edge, 'claims', () => [Claim], 'The claims that assert the relation, each with its evidence.');
}

function addAttribute(edge: ClassType, name: string, attribute: string, property: PropertyModel): void {
  const output = (
    property.isId === true ? entityTypes.Entity : outputType(`${name}${pascalCase(attribute)}`, property)
  ) as ClassType;
  Field(() => output, { nullable: true, description: property.description })(edge.prototype, attribute);
}

function addField(type: ClassType, name: string, returns: () => object, description: string): void {
  Field(returns as () => ClassType, { description })(type.prototype, name);
}
