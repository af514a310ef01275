import { Field, Float, Int } from 'type-graphql';
import { propertyModel, type Label, type PropertyModel } from '../model/model.js';
import { enumType, pascalCase } from './enums.js';
import { FuzzyDate } from './fuzzy-date.js';

/** The decorator of a field that shows a property of the model: its type and description come from there. */
export function propertyOf(label: Label): PropertyDecorator {
  return (target, name) => {
    const property = propertyModel(label, String(name));
    const type = outputType(`${label}${pascalCase(String(name))}`, property);
    Field(() => type, { nullable: true, description: property.description })(target, name);
  };
}

/** The GraphQL type that shows a property; `name` is for its enum. */
export function outputType(name: string, { type, values, description }: PropertyModel): object {
  switch (type) {
    case 'enum':
      return enumType(name, description, values ?? {});
    case 'integer':
      return Int;
    case 'number':
      return Float;
    case 'date':
      return FuzzyDate;
    default:
      return String;
  }
}
