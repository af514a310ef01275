import { Float, Int } from '../type-graphql/decorators.js';
import type { PropertyModel } from '../model/model.js';
import { enumType } from './enums.js';
import { FuzzyDate } from './fuzzy-date.js';

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
