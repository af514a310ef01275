import { GraphQLError, type ASTVisitor, type FloatValueNode, type IntValueNode, type ValidationContext } from 'graphql';
import { decimal } from '../changesets/decimal.js';

/** A rule of validation: a number in a document loses no digit. GraphQL itself rounds it, or makes of 1e400 no number at all. */
export function keptNumbers(context: ValidationContext): ASTVisitor {
  const keep = (node: IntValueNode | FloatValueNode): void => {
    const read = decimal(node.value);
    if ('error' in read)
      context.reportError(new GraphQLError(`The number ${node.value.slice(0, 100)} ${read.error}.`, { nodes: node }));
  };
  return { IntValue: keep, FloatValue: keep };
}
