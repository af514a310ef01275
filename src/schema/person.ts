import { ObjectType } from 'type-graphql';
import { entities } from '../model/model.js';
import { Entity } from './entity.js';
import { Node } from './node.js';

@ObjectType({ implements: [Node, Entity], description: entities.Person.description })
export class Person {
  readonly id!: string;
}
