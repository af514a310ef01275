import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLInputObjectType,
  GraphQLObjectType,
  GraphQLSchema,
  type GraphQLArgumentConfig,
  type GraphQLEnumType,
  type GraphQLFieldConfigArgumentMap,
} from 'graphql';
import { DateScalar, InstantScalar } from './scalars.js';

const name = 'asOf';

/**
 * The schema with the directive of queries `@asOf(date: "2018-12-31") { … }`, which sees everything below as of a day, and as the graph knew it at an instant;
 * and with the argument `asOf` of every root field, which does so for that field. They are added to the made schema because they use an enum of it.
 */
export function withAsOf(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const fields = fieldsOf(schema.getType('Certainty') as GraphQLEnumType);
  const query = withArgument(config.query as GraphQLObjectType, fields);
  const types = config.types.map((type) => (type === config.query ? query : type));
  return new GraphQLSchema({ ...config, query, types, directives: [...config.directives, directiveOf(fields)] });
}

/** The directive of a schema that has it. */
export function asOfDirective(schema: GraphQLSchema): GraphQLDirective {
  const found = schema.getDirective(name);
  if (found == null) throw new Error('The schema has no @asOf.');
  return found;
}

const fieldsOf = (certainty: GraphQLEnumType) => ({
  date: { type: DateScalar, description: 'The day; today by default.' },
  atLeast: {
    type: certainty,
    description: 'Only relations that hold with this certainty or a greater one; by default all, each with its `certainty`.',
  },
  knownAt: {
    type: InstantScalar,
    description:
      'The instant; now by default. What was retracted since is still there, what was recorded since is not yet, and properties that rest on claims have the values of the claims of that time. Filters, orders and facets by such properties go by what is known now.',
  },
});

const directiveOf = (args: GraphQLFieldConfigArgumentMap): GraphQLDirective =>
  new GraphQLDirective({
    name,
    description:
      'Sees every relation and claim below as of a day in the world, and as the graph knew it at an instant. The argument `asOf` of a root field does so for that field alone.',
    locations: [DirectiveLocation.QUERY],
    args,
  });

function withArgument(query: GraphQLObjectType, fields: GraphQLFieldConfigArgumentMap): GraphQLObjectType {
  const config = query.toConfig();
  const argument: GraphQLArgumentConfig = {
    type: new GraphQLInputObjectType({
      name: 'AsOf',
      description:
        'A day in the world and an instant of the record, as of which a field and everything below it is seen. What is left out is what `@asOf` asks for the whole operation, or else the default.',
      fields,
    }),
    description: 'As of when this field and everything below it is seen.',
  };
  const withIt = Object.entries(config.fields).map(
    ([field, each]) => [field, { ...each, args: { ...each.args, [name]: argument } }] as const,
  );
  return new GraphQLObjectType({ ...config, fields: Object.fromEntries(withIt) });
}
