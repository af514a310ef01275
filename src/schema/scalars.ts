import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from '../type-graphql/library-scalars.js';

/** A day. */
export const DateScalar = scalarOf(GraphQLLocalDate, 'Date', 'A day of the calendar', '2024-02-05');

/** An instant. */
export const InstantScalar = scalarOf(GraphQLDateTimeISO, 'DateTime', 'An instant', '2024-02-05T12:00:00Z');

/** A scalar of a library under our name, whose errors say what would be right. */
function scalarOf<T>(
  library: GraphQLScalarType<T, string>,
  name: string,
  what: string,
  example: string,
): GraphQLScalarType<T, string> {
  const parsed = (value: unknown, text: string, nodes?: ValueNode): T => {
    try {
      return library.parseValue(value);
    } catch {
      const short = text.length > 100 ? `${text.slice(0, 99)}…` : text;
      throw new GraphQLError(
        `${name} cannot represent value: ${short}. Write ${what.toLowerCase()} such as "${example}".`,
        nodes === undefined ? {} : { nodes },
      );
    }
  };
  return new GraphQLScalarType<T, string>({
    ...library.toConfig(),
    name,
    description: `${what}, as in "${example}" (ISO 8601).`,
    parseValue: (value) => parsed(value, JSON.stringify(value)),
    parseLiteral: (node) => parsed(node.kind === Kind.STRING ? node.value : undefined, print(node), node),
  });
}
