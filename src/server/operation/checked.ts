/** What is checked of an operation before it runs, whatever carries it. */
import { getVariableValues, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { affordable, type WorstCase } from '../cost/worst-case.js';
import { mustBeDeclared } from './declared-variables.js';
import { mustHaveValues } from './filter-values.js';
import { selectionOf } from './selection.js';

const costsNothing: WorstCase = { nodes: 0, workOnce: 0, work: 0 };

/** The worst case of an operation of a valid document. Throws for a variable that is not declared, for a condition without a value, and for what costs too much. */
export function checked(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>> = {},
): WorstCase {
  mustBeDeclared(document, given);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
  if (coerced === undefined) return costsNothing; // execution refuses variables that do not fit, and says why
  const selection = selectionOf(schema, document, operation);
  mustHaveValues(selection, coerced);
  return affordable(selection, coerced);
}
