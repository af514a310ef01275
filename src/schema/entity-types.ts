import type { Label } from '../model/model.js';
import { Agency } from './agency.js';
import { Document } from './document.js';
import { Entity } from './entity.js';
import { Event } from './event.js';
import { Indicator } from './indicator.js';
import { Organization } from './organization.js';
import { Person } from './person.js';
import { Policy } from './policy.js';
import { Product } from './product.js';
import { Program } from './program.js';
import { Region } from './region.js';
import { Sector } from './sector.js';
import { Topic } from './topic.js';

/** The class of each label, for what is made from the model. */
export const entityTypes = {
  Policy,
  Program,
  Agency,
  Organization,
  Person,
  Region,
  Sector,
  Product,
  Topic,
  Event,
  Indicator,
  Document,
  Entity,
} satisfies Record<Label | 'Entity', object>;
