/** The filters of lists, made from the model: what can be asked of each type is what the model says it has. */
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int, type ClassType } from 'type-graphql';
import { relationFilters } from '../graph/lists/filter/relations.js';
import { entities, records, type ListedModel, type Listed, type PropertyModel } from '../model/model.js';
import { EntityType, enumType, pascalCase } from './enums.js';
import { DateScalar } from './scalars.js';
import { limits } from '../limits.js';

const { filterValues, filterText, filterBranches } = limits.operation;
const [values, chars, most] = [filterValues.value, filterText.value, filterBranches.value];

/** Adds one optional field to an input or arguments class. */
export function addField(
  type: ClassType,
  name: string,
  returns: () => object,
  description: string,
  ...validators: PropertyDecorator[]
): void {
  Field(returns as () => ClassType, { nullable: true, description })(type.prototype, name);
  for (const validator of [IsOptional(), ...validators]) validator(type.prototype, name);
}

const known = 'Whether it is known at all.';

@InputType({ description: 'A test of a text, ignoring case. All that is given must hold.' })
class StringFilter {}
addField(StringFilter, 'eq', () => String, 'Is this text.', MaxLength(chars));
addField(StringFilter, 'in', () => [String], 'Is one of these texts.', ArrayMaxSize(values));
addField(StringFilter, 'contains', () => String, 'Contains this text.', MaxLength(chars));
addField(StringFilter, 'startsWith', () => String, 'Begins with this text.', MaxLength(chars));
addField(StringFilter, 'known', () => Boolean, known);

@InputType({ description: 'A test of an id.' })
class IdFilter {}
addField(IdFilter, 'eq', () => ID, 'Is this id.');
addField(IdFilter, 'in', () => [ID], 'Is one of these ids.', ArrayMaxSize(values));
addField(IdFilter, 'startsWith', () => String, 'Begins with this text, such as "region:CN-".', MaxLength(chars));

@InputType({ description: 'A test of a date that may be vague: it is after a day when even its earliest reading is.' })
class DateFilter {}
addField(DateFilter, 'gte', () => DateScalar, 'On or after this day.');
addField(DateFilter, 'gt', () => DateScalar, 'After this day.');
addField(DateFilter, 'lte', () => DateScalar, 'On or before this day.');
addField(DateFilter, 'lt', () => DateScalar, 'Before this day.');
addField(DateFilter, 'known', () => Boolean, known);

@InputType({ description: 'A test of a code under its scheme.' })
class CodeFilter {}
Field(() => String, { description: 'The code, such as "370200".' })(CodeFilter.prototype, 'value');
MaxLength(200)(CodeFilter.prototype, 'value');
addField(CodeFilter, 'scheme', () => String, 'The scheme, such as "GB/T 2260"; without it, any scheme.', MaxLength(200));

/** Tests of a number, for `Int` and `Float`. */
function numberFilter(name: string, type: object): ClassType {
  class NumberFilter {}
  InputType(name, { description: 'A test of a number.' })(NumberFilter);
  for (const [operator, text] of Object.entries({
    eq: 'Is',
    gt: 'More than',
    gte: 'At least',
    lt: 'Less than',
    lte: 'At most',
  })) {
    addField(NumberFilter, operator, () => type, `${text} this number.`);
  }
  addField(NumberFilter, 'in', () => [type], 'Is one of these numbers.', ArrayMaxSize(values));
  addField(NumberFilter, 'known', () => Boolean, known);
  return NumberFilter;
}

const IntFilter = numberFilter('IntFilter', Int);
const FloatFilter = numberFilter('FloatFilter', Float);

function enumFilter(name: string, type: object): ClassType {
  class EnumFilter {}
  InputType(`${name}Filter`, { description: `A test of ${name}.` })(EnumFilter);
  addField(EnumFilter, 'eq', () => type, 'Is this.');
  addField(EnumFilter, 'in', () => [type], 'Is one of these.', ArrayMaxSize(values));
  addField(EnumFilter, 'known', () => Boolean, known);
  return EnumFilter;
}

function propertyFilter(listed: Listed, name: string, { type, values, description }: PropertyModel): ClassType {
  switch (type) {
    case 'enum':
      return enumFilter(`${listed}${pascalCase(name)}`, enumType(`${listed}${pascalCase(name)}`, description, values ?? {}));
    case 'integer':
      return IntFilter;
    case 'number':
      return FloatFilter;
    case 'date':
      return DateFilter;
    default:
      return StringFilter;
  }
}

const made = new Map<string, ClassType>();

/** The filter of a type: its own properties, its names and codes, what it is related to, and AND, OR and NOT of such filters. */
export function filterInput(listed: Listed | 'Entity'): ClassType {
  const existing = made.get(listed);
  if (existing !== undefined) return existing;
  class ListFilter {}
  made.set(listed, ListFilter);
  InputType(`${listed}Filter`, { description: 'What items of a list must be. All that is given must hold.' })(ListFilter);
  addField(ListFilter, 'and', () => [ListFilter], 'All of these must hold.', ArrayMaxSize(most), ValidateNested({ each: true }));
  addField(ListFilter, 'or', () => [ListFilter], 'One of these must hold.', ArrayMaxSize(most), ValidateNested({ each: true }));
  addField(ListFilter, 'not', () => ListFilter, 'This must not hold.', ValidateNested());
  if (listed === 'Observation') addField(ListFilter, 'about', () => ID, 'Is about this entity.');
  if (listed === 'Claim') {
    addField(ListFilter, 'about', () => ID, 'Is about this entity, as a statement, provision, purpose or note.');
    addField(ListFilter, 'attributedTo', () => ID, 'Is what this entity says, according to its document.');
    addField(ListFilter, 'document', () => ID, 'Rests on this document.');
  }
  if (listed === 'Claim' || listed === 'Observation') addProperties(ListFilter, listed, records[listed]);
  else addEntityFields(ListFilter, listed);
  return ListFilter;
}

function addEntityFields(type: ClassType, listed: Exclude<Listed, keyof typeof records> | 'Entity'): void {
  addField(type, 'id', () => IdFilter, 'Its id.', ValidateNested());
  addField(type, 'name', () => StringFilter, 'One of its names, in any language.', ValidateNested());
  addField(type, 'code', () => CodeFilter, 'One of its codes.', ValidateNested());
  addField(type, 'identifier', () => CodeFilter, 'One of its identifiers.', ValidateNested());
  if (listed === 'Entity') addField(type, 'type', () => [EntityType], 'Its type is one of these.', ArrayMaxSize(20));
  if (listed === 'Region') addField(type, 'within', () => ID, 'Is this region, or lies in it at any depth.');
  if (listed !== 'Entity') addProperties(type, listed, entities[listed]);
  for (const { name, description } of relationFilters(listed))
    addField(type, name, () => ID, `Is related to this entity: ${description}`);
}

function addProperties(type: ClassType, listed: Listed, { properties }: ListedModel): void {
  for (const [name, property] of Object.entries(properties)) {
    const filter = propertyFilter(listed, name, property);
    addField(type, name, () => filter, property.description, ValidateNested());
  }
}
