/** The object type of each entity type, made from its row of the model. */
import { Field, ObjectType, type ClassType } from '../type-graphql/decorators.js';
import { entities, labels, type Label } from '../model/model.js';
import { Code } from './code.js';
import { Entity } from './entity.js';
import { pascalCase } from './enums.js';
import { Node } from './node.js';
import { outputType } from './property.js';

function objectType(label: Label): ClassType {
  const { description, properties, codes = false } = entities[label];
  class EntityType {}
  for (const [name, property] of Object.entries(properties)) {
    const type = outputType(`${label}${pascalCase(name)}`, property);
    Field(() => type as ClassType, { nullable: true, description: property.description })(EntityType.prototype, name);
  }
  if (codes) Field(() => [Code], { description: codesMeaning })(EntityType.prototype, 'codes');
  ObjectType(label, { implements: [Node, Entity], description })(EntityType);
  return EntityType;
}

const codesMeaning = 'Its codes, such as ISO 3166, GB/T 2260, ISIC or HS.';

export const entityTypes = {
  ...(Object.fromEntries(labels.map((label) => [label, objectType(label)])) as Record<Label, ClassType>),
  Entity,
} satisfies Record<Label | 'Entity', object>;
