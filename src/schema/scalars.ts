import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from '../type-graphql/library-scalars.js';

/** A day. */
export const DateScalar = scalarOf(GraphQLLocalDate, 'Date', 'A day of the calendar', '2024-02-05');

/** An instant. */
export const InstantScalar = scalarOf(GraphQLDateTimeISO, 'DateTime', 'An instant', '2024-02-05T12:00:00Z');

/** A date that may be vague. Answers only: what is sent is checked with the rest of a change, so that all its problems are reported at once. */
export const EdtfScalar = new GraphQLScalarType<string, string>({
  name: 'EDTF',
  description: 'A date that may be vague (EDTF, ISO 8601-2), such as "2019", "2024-02-05" or "[2019-04-21..2019-04-30]".',
  specifiedByURL: 'https://www.loc.gov/standards/datetime/',
});

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
