import { DocumentTransform, InMemoryCache } from '@apollo/client';
import { asOfOnFields } from './as-of-on-fields.js';

/** Stores each object under its key. One without stays part of the field that returned it. */
export const cache = () =>
  new InMemoryCache({
    dataIdFromObject: ({ __typename, key }) => (typeof key === 'string' ? `${__typename}:${key}` : undefined),
  });

/** Only for operations with `@asOf`. */
export const documentTransform = new DocumentTransform(asOfOnFields);
