/** Rows of the store as the objects that the API serves. */
export * from './entity-view.js';
export * from './record-view.js';
export * from './relation-view.js';
