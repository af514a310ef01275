import { ObjectType } from 'type-graphql';
import { entities } from '../model/model.js';
import { Entity } from './entity.js';
import { Node } from './node.js';
import { propertyOf } from './property.js';

const property = propertyOf('Agency');

@ObjectType({ implements: [Node, Entity], description: entities.Agency.description })
export class Agency {
  @property
  readonly kind?: string;
}
