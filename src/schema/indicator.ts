import { ObjectType } from 'type-graphql';
import { entities } from '../model/model.js';
import { Entity } from './entity.js';
import { Node } from './node.js';
import { propertyOf } from './property.js';

const property = propertyOf('Indicator');

@ObjectType({ implements: [Node, Entity], description: entities.Indicator.description })
export class Indicator {
  @property
  readonly unit?: string;

  @property
  readonly kind?: string;
}
