import { DirectiveLocation, GraphQLDirective, GraphQLSchema, type GraphQLEnumType } from 'graphql';
import { DateScalar, InstantScalar } from './scalars.js';

const name = 'asOf';

/**
 * The schema with the directive of queries `@asOf(date: "2018-12-31") { … }`: everything below is seen as of that day, and as the graph knew it at an instant.
 * It is added to the made schema because one of its arguments is an enum of it.
 */
export function withAsOf(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, directives: [...config.directives, directive(schema)] });
}

/** The directive of a schema that has it. */
export function asOfDirective(schema: GraphQLSchema): GraphQLDirective {
  const found = schema.getDirective(name);
  if (found == null) throw new Error('The schema has no @asOf.');
  return found;
}

const directive = (schema: GraphQLSchema): GraphQLDirective =>
  new GraphQLDirective({
    name,
    description: 'Sees every relation and claim below as of a day in the world, and as the graph knew it at an instant.',
    locations: [DirectiveLocation.QUERY],
    args: {
      date: { type: DateScalar, description: 'The day; today by default.' },
      atLeast: {
        type: schema.getType('Certainty') as GraphQLEnumType,
        description: 'Only relations that hold with this certainty or a greater one; by default all, each with its `certainty`.',
      },
      knownAt: {
        type: InstantScalar,
        description:
          'The instant; now by default. What was retracted since is still there, what was recorded since is not yet, and properties that rest on claims have the values of the claims of that time. Filters, orders and facets by such properties go by what is known now.',
      },
    },
  });
