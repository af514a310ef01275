/** The scalars that come from graphql-scalars, of which type-graphql needs version 1. */
export { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
