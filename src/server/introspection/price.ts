/** What introspection costs: it reads no graph, but a document of 500 fields can ask for millions of values of the schema. */
import { Kind } from 'graphql';
import type { Part, Selection } from '../operation/selection.js';

/** How many items the lists of a schema have: `__schema { types }` all types, the others those of an average type or field. Tests compare them with the schema. */
export const listLengths: Readonly<Record<string, number>> = {
  '__Schema.types': 550,
  '__Schema.directives': 6,
  '__Type.fields': 5,
  '__Type.inputFields': 2,
  '__Type.enumValues': 4,
  '__Field.args': 1,
  '__Directive.args': 1,
  '__Type.ofType': 0.5,
  '__Type.interfaces': 1,
  '__Type.possibleTypes': 1,
};

/** Values that are made in the time of a unit of work, 0.2 ms. */
const valuesPerUnit = 250;

const roots: ReadonlySet<string> = new Set(['__schema', '__type']);

/** Work of a root field that reads the schema; 0 of others. */
export function introspectionWork({ node, inner }: Part): number {
  return node.kind === Kind.FIELD && roots.has(node.name.value) ? Math.ceil(valuesOf(inner) / valuesPerUnit) : 0;
}

function valuesOf({ parts }: Selection): number {
  let total = 0;
  for (const { field, inner } of parts) {
    const items = field === undefined ? 1 : (listLengths[`${field.parent.name}.${field.definition.name}`] ?? 1);
    total += field === undefined ? valuesOf(inner) : items * (1 + valuesOf(inner));
  }
  return total;
}
