/** Filters of what a relation field leads to, and of the relations themselves, made from the model. */
import { ValidateNested } from 'class-validator';
import { InputType, type ClassType } from '../type-graphql/decorators.js';
import type { EdgeModel } from '../graph/lists/filter/edges.js';
import type { FilterField } from '../graph/lists/filter/fields.js';
import {
  labels,
  relationFields,
  relations,
  targetOf,
  type Label,
  type PropertyModel,
  type RelationType as RelationTypeName,
} from '../model/model.js';
import { Certainty, RelationType, pascalCase } from './enums.js';
import { addEntity } from './entity-ids.js';
import {
  addField,
  addTest,
  CountFilter,
  DateFilter,
  enumFilter,
  IdFilter,
  propertyFilter,
  testValidators,
} from './filter-tests.js';

const made = new Map<string, ClassType>();

/** The filter of a relation field: `RegionRelationFilter`, or `CoversRegionRelationFilter` where relations have attributes. */
export function relationFilter(field: FilterField, filterInput: (target: Label | 'Entity') => ClassType): ClassType {
  const target = targetOf(field);
  const name = `${edgeName(field)}${target}RelationFilter`;
  const existing = made.get(name);
  if (existing !== undefined) return existing;
  class RelationFilter {}
  made.set(name, RelationFilter);
  InputType(name, {
    description: 'What it is related to. All that is given must hold; {} holds where there is any.',
  })(RelationFilter);
  const filter = filterInput(target);
  const edge = edgeFilter(field);
  addField(RelationFilter, 'some', () => filter, 'At least one passes this filter; {} is any.', ValidateNested());
  addField(RelationFilter, 'none', () => filter, 'None passes this filter; {} is any.', ValidateNested());
  addField(RelationFilter, 'every', () => filter, 'All pass this filter; so it is where there are none.', ValidateNested());
  addTest(RelationFilter, 'count', CountFilter, 'How many there are: the `totalCount` of the field.');
  addField(
    RelationFilter,
    'edge',
    () => edge,
    'The other conditions are about relations that pass this alone.',
    ValidateNested(),
  );
  return RelationFilter;
}

/** The filter of relations: `EdgeFilter`, or `CoversEdgeFilter` where they have attributes. */
export function edgeFilter(field: EdgeModel): ClassType {
  const name = `${edgeName(field)}EdgeFilter`;
  const existing = made.get(name);
  if (existing !== undefined) return existing;
  class EdgeFilter {}
  made.set(name, EdgeFilter);
  InputType(name, { description: 'What relations must be. All that is given must hold.' })(EdgeFilter);
  for (const [attribute, property] of Object.entries(field.attributes)) addAttribute(EdgeFilter, field, attribute, property);
  addTest(EdgeFilter, 'type', RelationTypeFilter, 'Which relation it is.');
  addTest(EdgeFilter, 'certainty', CertaintyFilter, 'How sure it is that it holds on the day as of which the graph is seen.');
  addField(EdgeFilter, 'validity', () => ValidityFilter, 'When it holds in the world.', ValidateNested());
  return EdgeFilter;
}

const has = (type: RelationTypeName, attribute: string): boolean => Object.hasOwn(relations[type].attributes, attribute);

/** The relations whose attributes are tested. */
export const edgeName = ({ types, attributes }: EdgeModel): string =>
  types
    .filter((type) => Object.keys(attributes).some((attribute) => has(type, attribute)))
    .map(pascalCase)
    .join('');

function addAttribute(filter: ClassType, field: EdgeModel, attribute: string, property: PropertyModel): void {
  const { description, isId = false, to = labels } = property;
  if (isId) addEntity(filter, attribute, to as readonly Label[], description, () => IdFilter, ...testValidators());
  else addTest(filter, attribute, attributeFilter(field, attribute, property), description);
}

function attributeFilter({ types }: EdgeModel, attribute: string, property: PropertyModel): ClassType {
  const type = types.find((each) => has(each, attribute)) as RelationTypeName;
  const name = `${pascalCase(type)}${pascalCase(attribute)}`;
  const filter = made.get(name) ?? propertyFilter(name, property, `${firstField(type)}${pascalCase(attribute)}`);
  made.set(name, filter);
  return filter;
}

/** Enums of attributes are called after the first field that shows them: `PolicyIssuersRole`. */
function firstField(type: RelationTypeName): string {
  for (const label of labels)
    for (const [name, { types }] of relationFields(label)) if (types.includes(type)) return `${label}${pascalCase(name)}`;
  return pascalCase(type);
}

const RelationTypeFilter = enumFilter('RelationType', RelationType, false);
const CertaintyFilter = enumFilter('Certainty', Certainty, false);

@InputType({ description: 'A test of when something holds in the world. All that is given must hold.' })
class ValidityFilter {}
addTest(ValidityFilter, 'from', DateFilter, 'Since when.');
addTest(ValidityFilter, 'until', DateFilter, 'Until when.');
