/** The properties and attributes of the whole model, for formats with one table for all. */
import { entities, relations, type PropertyModel } from '../model/model.js';

type Properties = readonly (readonly [name: string, model: PropertyModel])[];

const distinct = (all: Properties): Properties => [...new Map(all)];

export const entityProperties: Properties = distinct(
  Object.values(entities).flatMap(({ properties }) => Object.entries(properties)),
);

export const relationAttributes: Properties = distinct(
  Object.values(relations).flatMap(({ attributes }) => Object.entries(attributes)),
);
