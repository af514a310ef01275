import { ObjectType } from 'type-graphql';
import { entities } from '../model/model.js';
import { Entity } from './entity.js';
import type { FuzzyDate } from './fuzzy-date.js';
import { Node } from './node.js';
import { propertyOf } from './property.js';

const property = propertyOf('Policy');

@ObjectType({ implements: [Node, Entity], description: entities.Policy.description })
export class Policy {
  @property
  readonly kind?: string;

  @property
  readonly documentNumber?: string;

  @property
  readonly announcedOn?: FuzzyDate;

  @property
  readonly effectiveFrom?: FuzzyDate;

  @property
  readonly effectiveTo?: FuzzyDate;

  @property
  readonly status?: string;

  @property
  readonly unnamedIssuers?: number;
}
