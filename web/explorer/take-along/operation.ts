import { stringifyDocument, type AnyVariables, type TypedDocumentNode } from 'urql';
import { base } from '../url/base.ts';

/** What a view asks the service. */
export interface Operation<Result = unknown, Variables extends AnyVariables = AnyVariables> {
  readonly query: TypedDocumentNode<Result, Variables>;
  readonly variables: Variables;
}

/** Servers and proxies refuse longer addresses. */
const longest = 6_000;

/** The parameters of an operation, with as few characters as it takes. */
export function parametersOf<Result, Variables extends AnyVariables>({
  query,
  variables,
}: Operation<Result, Variables>): URLSearchParams {
  const text = stringifyDocument(query).replaceAll(/\s+/g, ' ');
  return new URLSearchParams({ query: text, ...(isEmpty(variables) ? {} : { variables: JSON.stringify(variables) }) });
}

/** Whether the service accepts these as a query string. */
export const fitsAddress = (parameters: URLSearchParams): boolean => parameters.toString().length <= longest;

/** The playground with an operation in it. What is too long for the server is in the fragment, which stays in the browser. */
export function playgroundAddress<Result, Variables extends AnyVariables>(operation: Operation<Result, Variables>): string {
  const parameters = new URLSearchParams({
    query: stringifyDocument(operation.query).trim(),
    ...(isEmpty(operation.variables) ? {} : { variables: JSON.stringify(operation.variables, null, 2) }),
  });
  return `${base}/graphql${fitsAddress(parameters) ? '?' : '#'}${parameters}`;
}

const isEmpty = (variables: AnyVariables): boolean => Object.values(variables ?? {}).every((value) => value === undefined);
