import { Args, Ctx, FieldResolver, Resolver, Root } from '../type-graphql/decorators.js';
import { facets, type Cell } from '../graph/lists/facet.js';
import { labelOf, type Listed } from '../model/model.js';
import { connectionsMade } from '../schema/connections.js';
import { CrossTable, Facet, facetArguments, type CrossTableInput, type FacetInput } from '../schema/facet.js';
import type { Connection } from './connection.js';
import type { Context } from './context.js';
import { Costs, wholeList } from '../schema/price.js';

/** A statement for each; what it looks at is counted by the loader of the list. */
const eachFacet = wholeList(({ by }) => 8 * (Array.isArray(by) ? by.length : 1));

/** By two things at once. */
const eachTable = wholeList(() => 10);

const made = new Map<object, Function>();

/** The fields `facets` and `crossTable` of every connection: each list has facets of its own, so each has a resolver of its own. */
export function facetResolvers(): Function[] {
  return connectionsMade().map(({ type, listed }) => {
    const resolver = made.get(type) ?? facetResolver(type, listed);
    made.set(type, resolver);
    return resolver;
  });
}

function facetResolver(connection: object, listed: Listed | 'Entity'): Function {
  const args = facetArguments(listed);
  @Resolver(() => connection as Function)
  class FacetResolver {
    @Costs(eachFacet)
    @FieldResolver(() => [Facet], {
      description: 'How many items of the whole list, whatever the page, have each value of something.',
    })
    facets(@Root() root: Connection<never>, @Args(() => args.facets) { by }: FacetInput, @Ctx() context: Context) {
      return Promise.all(by.map((each) => facetOf(root, listed, each, context)));
    }

    @Costs(eachTable)
    @FieldResolver(() => CrossTable, {
      description: 'How many items of the whole list, whatever the page, have each pair of values of two things.',
    })
    async crossTable(
      @Root() root: Connection<never>,
      @Args(() => args.crossTable) { rows, columns }: CrossTableInput,
      @Ctx() context: Context,
    ) {
      const { cells, truncated } = await root.table(rows, columns);
      return { cells: cells.map((cell) => cellOf(cell, listed, { rows, columns }, context)), truncated };
    }
  }
  return FacetResolver;
}

async function facetOf(root: Connection<never>, listed: Listed | 'Entity', by: string, context: Context) {
  const { cells, truncated } = await root.table(by);
  const values = cells.map(({ row: value, count }) => ({
    value,
    count,
    get entity() {
      return entityOf(value, listed, by, context);
    },
  }));
  return { by, values, truncated };
}

const cellOf = (cell: Cell, listed: Listed | 'Entity', { rows, columns }: CrossTableInput, context: Context) => ({
  ...cell,
  get rowEntity() {
    return entityOf(cell.row, listed, rows, context);
  },
  get columnEntity() {
    return entityOf(cell.column, listed, columns, context);
  },
});

/** The entity of a value: subjects of claims may be observations, and other values no ids. */
function entityOf(value: string | null, listed: Listed | 'Entity', by: string, { loaders }: Context) {
  const isEntity = value !== null && facets(listed).get(by)?.isId === true && labelOf(value) !== undefined;
  return isEntity ? loaders.entities.byId(value) : null;
}
