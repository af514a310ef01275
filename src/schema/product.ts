import { Field, ObjectType } from 'type-graphql';
import { entities } from '../model/model.js';
import { Code } from './code.js';
import { Entity } from './entity.js';
import { Node } from './node.js';

@ObjectType({ implements: [Node, Entity], description: entities.Product.description })
export class Product {
  @Field(() => [Code], { description: 'Its codes, such as ISO 3166, GB/T 2260, ISIC or HS.' })
  readonly codes!: Code[];
}
