/** The fields of claims, observations and evidence in the API, made from their rows. */
import { Field, type ClassType } from '../type-graphql/decorators.js';
import { outputDescription, type RecordField, type Fields } from '../model/model.js';
import { pascalCase } from './enums.js';
import { outputType } from './property.js';

/** Adds the fields that hold values; those that lead to entities are resolved, and `part` chooses those shown inside another field. */
export function addValueFields(type: ClassType, label: string, fields: Fields, part?: string): void {
  for (const [name, field] of Object.entries(fields)) {
    if (field.edge !== undefined || field.partOf !== part) continue;
    const returns = outputType(`${label}${pascalCase(name)}`, field) as ClassType;
    const nullable = part === undefined && !isAlwaysShown(field);
    Field(() => returns, { nullable, description: outputDescription(field) })(type.prototype, name);
  }
}

/** Whether every record has a value of it to show. */
export const isAlwaysShown = ({ required, default: defaulted, absentMeans }: RecordField): boolean =>
  required === true || defaulted !== undefined || absentMeans !== undefined;
