import { DirectiveLocation, GraphQLDirective } from 'graphql';
import { DateScalar, InstantScalar } from './scalars.js';

/** `query @asOf(date: "2018-12-31") { … }`: everything below is seen as of that day, and as the graph knew it at that instant. */
export const asOfDirective = new GraphQLDirective({
  name: 'asOf',
  description: 'Sees every relation and claim below as of a day in the world, and as the graph knew it at an instant.',
  locations: [DirectiveLocation.QUERY],
  args: {
    date: { type: DateScalar, description: 'The day; today where it is not given.' },
    knownAt: {
      type: InstantScalar,
      description:
        'The instant; now where it is not given. What was retracted since is still there, what was recorded since is not yet, and properties that rest on claims are what the claims of then say. Filters, orders and facets by such properties go by what is known now.',
    },
  },
});
