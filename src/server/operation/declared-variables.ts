import { GraphQLError, Kind, type DocumentNode } from 'graphql';
import { editDistance } from '../../graph/search/edit-distance.js';

/** Throws for a variable that no operation of the document declares: it is misspelt, and the one that was meant has no value. */
export function mustBeDeclared({ definitions }: DocumentNode, given: Readonly<Record<string, unknown>>): void {
  const declared = definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? (each.variableDefinitions ?? []) : [],
  );
  const names = declared.map(({ variable }) => variable.name.value);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const meant = names.find((name) => isLike(unknown, name));
  const hint = meant === undefined ? '' : ` Did you mean "$${meant}"?`;
  throw new GraphQLError(`Variable "$${unknown.slice(0, 100)}" is not declared by the operation.${hint}`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}

const isLike = (a: string, b: string): boolean => editDistance(a.toLowerCase(), b.toLowerCase(), 2) <= 2;
