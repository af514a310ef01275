import type { Entity } from '../../graph/stored/rows.js';

/** Stands for an entity where a plan wants only the arguments of a field, as its resolver takes them. */
export const argumentsOnly = Object.freeze({}) as Entity;
