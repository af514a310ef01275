import { ObjectType } from 'type-graphql';
import { entities } from '../model/model.js';
import { Entity } from './entity.js';
import { Node } from './node.js';
import { propertyOf } from './property.js';

const property = propertyOf('Organization');

@ObjectType({ implements: [Node, Entity], description: entities.Organization.description })
export class Organization {
  @property
  readonly kind?: string;
}
