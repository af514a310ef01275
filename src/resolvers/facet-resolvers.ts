import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionsMade } from '../schema/connections.js';
import { Facet, facetArguments, type FacetInput } from '../schema/facet.js';
import type { Connection } from './connection.js';
import { Costs, wholeList } from '../schema/price.js';

/**
 * A statement for each, over the whole list. Over 100,000 items one takes 30 to 70 ms, a count 5 ms, with a filter 120, and a page of 20 as much as a facet:
 * as many facets as can be asked for take some 5 s.
 */
const eachFacet = wholeList(({ by }) => 100 * (Array.isArray(by) ? by.length : 1));

const made = new Map<object, Function>();

/** The field `facets` of every connection: each list has facets of its own, so each has a resolver of its own. */
export function facetResolvers(): Function[] {
  return connectionsMade().map(({ type, listed }) => {
    const resolver = made.get(type) ?? facetResolver(type, facetArguments(listed));
    made.set(type, resolver);
    return resolver;
  });
}

function facetResolver(connection: object, args: Function): Function {
  @Resolver(() => connection as Function)
  class FacetResolver {
    @Costs(eachFacet)
    @FieldResolver(() => [Facet], {
      description: 'How many items of the whole list, whatever the page, have each value of something.',
    })
    facets(@Root() root: Connection<never>, @Args(() => args) { by }: FacetInput) {
      return Promise.all(by.map(async (each) => ({ by: each, values: await root.facet(each) })));
    }
  }
  return FacetResolver;
}
