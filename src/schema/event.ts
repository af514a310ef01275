import { ObjectType } from 'type-graphql';
import { entities } from '../model/model.js';
import { Entity } from './entity.js';
import type { FuzzyDate } from './fuzzy-date.js';
import { Node } from './node.js';
import { propertyOf } from './property.js';

const property = propertyOf('Event');

@ObjectType({ implements: [Node, Entity], description: entities.Event.description })
export class Event {
  @property
  readonly startedOn?: FuzzyDate;

  @property
  readonly endedOn?: FuzzyDate;
}
