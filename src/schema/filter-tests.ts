/** Tests of one value, with operators: `{ contains: "Commerce" }`, `{ gte: 2 }`. */
import { ArrayMaxSize, IsOptional, MaxLength, ValidateBy, ValidateNested, type ValidationArguments } from 'class-validator';
import { Field, Float, ID, InputType, Int, type ClassType } from '../type-graphql/decorators.js';
import { limits } from '../limits.js';
import type { PropertyModel } from '../model/model.js';
import { enumType } from './enums.js';
import { DateScalar } from './scalars.js';

const { filterValues, filterText } = limits.operation;
const [values, chars] = [filterValues.value, filterText.value];

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

/** Adds a field whose value is a test; one without an operator would hold for everything, and is an error. */
export function addTest(type: ClassType, name: string, test: ClassType, description: string): void {
  addField(type, name, () => test, description, ...testValidators());
}

/** The validators of a field whose value is a test. */
export const testValidators = (): PropertyDecorator[] => [
  ValidateNested(),
  ValidateBy({ name: 'hasOperator', validator: hasOperator }),
];

const hasOperator = {
  validate: (test: unknown) =>
    typeof test === 'object' && test !== null && Object.values(test).some((operand) => operand != null),
  defaultMessage: ({ property }: ValidationArguments) => `"${property}" must have an operator, such as "eq" or "in"`,
};

const known = 'Whether it is known at all.';

@InputType({ description: 'A test of a text, ignoring case. All that is given must hold.' })
export class StringFilter {}
addField(StringFilter, 'eq', () => String, 'Is this text.', MaxLength(chars));
addField(StringFilter, 'in', () => [String], 'Is one of these texts.', ArrayMaxSize(values));
addField(StringFilter, 'contains', () => String, 'Contains this text.', MaxLength(chars));
addField(StringFilter, 'startsWith', () => String, 'Begins with this text.', MaxLength(chars));
addField(StringFilter, 'known', () => Boolean, known);

@InputType({ description: 'A test of an id.' })
export class IdFilter {}
addField(IdFilter, 'eq', () => ID, 'Is this id.');
addField(IdFilter, 'in', () => [ID], 'Is one of these ids.', ArrayMaxSize(values));
addField(IdFilter, 'startsWith', () => String, 'Begins with this text, such as "region:CN-".', MaxLength(chars));
addField(IdFilter, 'known', () => Boolean, known);

@InputType({ description: 'A test of a date that may be vague: it is after a day when even its earliest reading is.' })
export class DateFilter {}
addField(DateFilter, 'gte', () => DateScalar, 'On or after this day.');
addField(DateFilter, 'gt', () => DateScalar, 'After this day.');
addField(DateFilter, 'lte', () => DateScalar, 'On or before this day.');
addField(DateFilter, 'lt', () => DateScalar, 'Before this day.');
addField(DateFilter, 'known', () => Boolean, known);

@InputType({ description: 'A test of a code under its scheme.' })
export class CodeFilter {}
Field(() => String, { description: 'The code, such as "370200".' })(CodeFilter.prototype, 'value');
MaxLength(200)(CodeFilter.prototype, 'value');
addField(CodeFilter, 'scheme', () => String, 'The scheme, such as "GB/T 2260"; without it, any scheme.', MaxLength(200));

/** Tests of a number, for `Int` and `Float`; `known` only where the number may be missing. */
function numberFilter(name: string, description: string, type: object, canBeUnknown = true): ClassType {
  class NumberFilter {}
  InputType(name, { description })(NumberFilter);
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
  if (canBeUnknown) addField(NumberFilter, 'known', () => Boolean, known);
  return NumberFilter;
}

const IntFilter = numberFilter('IntFilter', 'A test of a number.', Int);
const FloatFilter = numberFilter('FloatFilter', 'A test of a number.', Float);
export const CountFilter = numberFilter('CountFilter', 'A test of how many there are. All that is given must hold.', Int, false);

/** A test of an enum; `known` only where the value may be missing. */
export function enumFilter(name: string, type: object, canBeUnknown = true): ClassType {
  class EnumFilter {}
  InputType(`${name}Filter`, { description: `A test of ${name}.` })(EnumFilter);
  addField(EnumFilter, 'eq', () => type, 'Is this.');
  addField(EnumFilter, 'in', () => [type], 'Is one of these.', ArrayMaxSize(values));
  if (canBeUnknown) addField(EnumFilter, 'known', () => Boolean, known);
  return EnumFilter;
}

/** The test of a property; `name` is for its enum. */
export function propertyFilter(name: string, { type, values, description }: PropertyModel, enumName = name): ClassType {
  switch (type) {
    case 'enum':
      return enumFilter(name, enumType(enumName, description, values ?? {}));
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
