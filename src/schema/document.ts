import { ObjectType } from 'type-graphql';
import { entities } from '../model/model.js';
import { Entity } from './entity.js';
import type { FuzzyDate } from './fuzzy-date.js';
import { Node } from './node.js';
import { propertyOf } from './property.js';

const property = propertyOf('Document');

@ObjectType({ implements: [Node, Entity], description: entities.Document.description })
export class Document {
  @property
  readonly title?: string;

  @property
  readonly publisher?: string;

  @property
  readonly publishedOn?: FuzzyDate;

  @property
  readonly writtenOn?: FuzzyDate;

  @property
  readonly url?: string;

  @property
  readonly language?: string;

  @property
  readonly sha256?: string;

  @property
  readonly rangeStart?: number;

  @property
  readonly rangeEnd?: number;

  @property
  readonly citedSource?: string;

  @property
  readonly citedOn?: FuzzyDate;
}
